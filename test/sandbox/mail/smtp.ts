import { type Socket, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { type Clock } from '../clock/clock'
import { type CaughtMail, readMail } from './caught-mail'
import { type MailSwitches, wellBehaved } from './switches'

type Done = (error?: Error | null, message?: string) => void

/** Takes mails for everybody and keeps them. */
export class Smtp {
  readonly switches: MailSwitches = wellBehaved()
  readonly mails: CaughtMail[] = []
  readonly counts = new Map<string, number>()
  private readonly greylisted = new Map<string, number>()
  private readonly sockets = new Map<number, Socket>()
  private readonly server: SMTPServer
  private readonly closing = new AbortController()
  private taken = 0

  constructor(private readonly clock: Clock) {
    this.server = new SMTPServer({
      name: 'mail.example.invalid',
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onConnect: (_session, done) => this.greet(done),
      onMailFrom: (_address, _session, done) =>
        this.switches.rejectSender ? done(this.refusal(553, '5.7.1', 'sender not allowed')) : done(),
      onRcptTo: ({ address }, _session, done) => this.askFor(address, done),
      onData: (stream, session, done) => void this.take(stream, session, done),
    })
    // A client that goes away is nothing that ends this process.
    this.server.on('error', () => this.count('broken'))
    this.server.server.on('connection', (socket: Socket) => this.keep(socket))
  }

  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.server.once('error', reject)
      this.server.listen(port, '127.0.0.1', resolve)
    })
    const { port: taken } = this.server.server.address() as AddressInfo
    return `smtp://127.0.0.1:${taken}`
  }

  async close(): Promise<void> {
    this.closing.abort()
    for (const socket of this.sockets.values()) socket.destroy()
    await new Promise<void>((resolve) => this.server.close(resolve))
  }

  private keep(socket: Socket): void {
    const port = socket.remotePort ?? 0
    this.count('connections')
    this.sockets.set(port, socket)
    socket.once('close', () => this.sockets.delete(port))
    if (this.switches.down === 'closed') socket.destroy()
  }

  private greet(done: Done): void {
    if (this.switches.down === 'silent') return
    this.counts.set('at-once', Math.max(this.sockets.size, this.counts.get('at-once') ?? 0))
    if (this.switches.down === 'busy') return done(this.refusal(421, '4.3.2', 'too busy'))
    done()
  }

  private askFor(address: string, done: Done): void {
    this.count('readers')
    const { reject, greylist } = this.switches
    const tries = this.greylisted.get(address) ?? 0
    if (reject.includes(address)) return done(this.refusal(550, '5.1.1', `<${address}>: no such user here`))
    if (tries >= greylist) return done()
    this.greylisted.set(address, tries + 1)
    done(this.refusal(451, '4.7.1', `<${address}>: greylisted, please try again in 300 seconds`))
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession, done: Done): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of stream) parts.push(part)
    const { contentStatus, cutLost, slowMs } = this.switches
    if (contentStatus > 0) {
      const kind = contentStatus < 500 ? 4 : 5
      return done(this.refusal(contentStatus, `${kind}.6.0`, 'content not taken'))
    }
    if (cutLost > 0) return this.cut('cutLost', session)
    await this.file(Buffer.concat(parts), session)
    if (this.switches.cutKept > 0) return this.cut('cutKept', session)
    if (slowMs > 0) await pause(slowMs, undefined, { signal: this.closing.signal }).catch(() => undefined)
    done(null, 'taken')
  }

  private async file(raw: Buffer, { envelope }: SMTPServerSession): Promise<void> {
    const no = (this.taken += 1)
    const mail = await readMail(raw)
    this.mails.push({
      ...{ no, at: new Date(this.clock.now()).toISOString() },
      to: envelope.rcptTo.map(({ address }) => address),
      from: envelope.mailFrom ? envelope.mailFrom.address : '',
      ...mail,
    })
    this.count('mails')
  }

  private cut(which: 'cutKept' | 'cutLost', { remotePort }: SMTPServerSession): void {
    this.switches[which] -= 1
    this.count(which)
    this.sockets.get(remotePort)?.destroy()
  }

  private refusal(responseCode: number, enhanced: string, text: string): Error {
    this.count(`refused:${responseCode}`)
    return Object.assign(new Error(`${enhanced} ${text}`), { responseCode })
  }

  private count(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
  }
}
