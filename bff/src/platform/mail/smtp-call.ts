import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { MailServer } from '../settings/mail-settings'

/** What a mail server answered, or why it did not. */
export interface SmtpFailure {
  /** `CONN`, `STARTTLS`, `AUTH PLAIN`, `MAIL FROM`, `RCPT TO`, `DATA` … : what was being done. */
  command: string
  /** nodemailer's name for it: ETIMEDOUT, EDNS, ESOCKET, ETLS, EAUTH … */
  code: string
  /** SMTP reply code. */
  status: number | undefined
  /** RFC 3463, `4.7.1`. The words beside it are not kept: they quote the address. */
  enhanced: string | undefined
  /** The mail itself was being handed over, or had been. */
  handedOver: boolean
}

export interface SmtpCall extends MailServer {
  /** Not a word in the clear. */
  mustEncrypt: boolean
  from: string
  to: string
  message: Buffer
  signal: AbortSignal
}

const connectionMilliseconds = 8_000

/**
 * One mail over a connection of its own. undefined: the server took it. nodemailer's transporter would not tell how far it came, and only the content makes the difference
 * between "certainly not" and "who knows".
 */
export function smtpCall(call: SmtpCall): Promise<SmtpFailure | undefined> {
  const { host, port, secure, login, mustEncrypt, from, to, message, signal } = call
  let handedOver = false
  const content = new Readable({
    // Read for the first time when the server has said 354.
    read() {
      handedOver = true
      this.push(message)
      this.push(null)
    },
  })
  const connection = new SMTPConnection({
    ...{ host, port, secure, requireTLS: mustEncrypt && !secure },
    ...{ connectionTimeout: connectionMilliseconds, greetingTimeout: connectionMilliseconds, socketCloseTimeout: 1000 },
    tls: { minVersion: 'TLSv1.2' },
  })
  return new Promise((resolve) => {
    const end = (failure?: SmtpFailure): void => {
      signal.removeEventListener('abort', giveUp)
      connection.close()
      resolve(failure)
    }
    const fail = (error: unknown): void => end({ ...failureOf(error), handedOver })
    const giveUp = (): void =>
      end({ command: 'CONN', code: 'ETIMEDOUT', status: undefined, enhanced: undefined, handedOver })
    const send = (): void => {
      const envelope = { from, to: [to], size: message.length }
      connection.send(envelope, content, (error) => (error ? fail(error) : end()))
    }
    // One that is aborted already would never say so.
    if (signal.aborted) return giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    connection.on('error', fail)
    connection.connect((error) => {
      if (error) return fail(error)
      if (!login) return send()
      connection.login({ user: login.user, pass: login.password }, (refused) => (refused ? fail(refused) : send()))
    })
  })
}

interface SmtpError {
  code?: unknown
  command?: unknown
  responseCode?: unknown
  response?: unknown
}

function failureOf(error: unknown): Omit<SmtpFailure, 'handedOver'> {
  const { code, command, responseCode, response }: SmtpError = typeof error === 'object' && error !== null ? error : {}
  return {
    command: String(command ?? 'CONN'),
    code: String(code ?? 'unknown'),
    status: typeof responseCode === 'number' ? responseCode : undefined,
    enhanced: /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(String(response ?? ''))?.[1],
  }
}
