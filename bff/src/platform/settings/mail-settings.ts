import { mailAddress } from '../mail/mail-address'
import type { Reader } from './setting-kinds'

/** A mail server that takes what we send. */
export interface MailServer {
  host: string
  port: number
  /** TLS from the first byte; else by STARTTLS. */
  secure: boolean
  login?: { user: string; password: string }
}

export interface MailFrom {
  name: string
  address: string
}

/**
 * `smtps://user:password@host:port` or `smtp://…`; a user name that is an address is written with %40. No path and no query: there is no switch
 * that makes us trust a server whose certificate is not right.
 */
export const mailServer: Reader<MailServer> = (text) => {
  if (!/^smtps?:\/\/[^\s/?#]+$/.test(text) || !URL.canParse(text)) return undefined
  const { protocol, hostname, port, username, password } = new URL(text)
  const secure = protocol === 'smtps:'
  const [user, secret] = [decoded(username), decoded(password)]
  if (hostname === '' || user === undefined || secret === undefined || (user === '') !== (secret === ''))
    return undefined
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (secure ? 465 : 587)),
    secure,
    ...(user !== '' && { login: { user, password: secret } }),
  }
}

/** `Name <address>`. The name stands in every mail: no quotes, brackets or line ends. */
export const mailFrom: Reader<MailFrom> = (text) => {
  const [, name, given = ''] = /^([^<>"\p{Cc}\p{Zl}\p{Zp}]{1,60}[^<>"\s]) +<([^<>\s]+)>$/u.exec(text) ?? []
  const address = mailAddress(given)
  return name !== undefined && address === given ? { name: name.trim(), address } : undefined
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
