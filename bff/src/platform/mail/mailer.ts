import { Injectable, Logger } from '@nestjs/common'
import type { MailFrom, MailServer } from '../settings/mail-settings'
import { Settings } from '../settings/settings'
import { Clock } from '../time/clock'
import { compose } from './compose'
import type { Mail, MailOutcome } from './mail'
import { outcomeOf } from './outcome'
import { Slots } from './slots'
import { smtpCall } from './smtp-call'

/** Mail servers count the connections of each of their users. */
const atOnce = 2
/** From the call to the answer, waiting for a connection included: 40 of them in 8 lanes stay within the lease of the outbox. */
const patienceMilliseconds = 15_000

/** Hands mails to the mail server, each over a connection of its own. Without one nothing is sent. */
@Injectable()
export class Mailer {
  private readonly logger = new Logger('mail')
  private readonly slots = new Slots(atOnce)
  private readonly account: { server: MailServer; from: MailFrom } | undefined
  /** What was already said in the log, so that a mail server with a wrong password does not fill it. */
  private told: string | undefined

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {
    const { mailServer: server, mailFrom: from } = settings
    this.account = server && from && { server, from }
  }

  get isSetUp(): boolean {
    return this.account !== undefined
  }

  /** Never throws. */
  async send(mail: Mail): Promise<MailOutcome> {
    if (!this.account) return { kind: 'refused', reason: 'no mail server is set up' }
    const signal = AbortSignal.timeout(patienceMilliseconds)
    if (!(await this.slots.enter(signal)))
      return { kind: 'passing', reason: 'the mail server is busy with others of ours' }
    try {
      return await this.call(this.account, mail, signal)
    } catch (error) {
      // Nothing went out: what may fail behind the first byte is an outcome, not an error.
      this.logger.error({ err: error, mail: mail.id }, 'a mail that cannot be written')
      return { kind: 'refused', reason: 'it cannot be written as a mail' }
    } finally {
      this.slots.leave()
    }
  }

  private async call(
    { server, from }: { server: MailServer; from: MailFrom },
    mail: Mail,
    signal: AbortSignal,
  ): Promise<MailOutcome> {
    const message = await compose(mail, from, this.clock.now())
    const mustEncrypt = this.settings.environment === 'production'
    const failure = await smtpCall({ ...server, mustEncrypt, from: from.address, to: mail.to, message, signal })
    if (!failure) {
      this.told = undefined
      return { kind: 'sent' }
    }
    const { outcome, ours } = outcomeOf(failure)
    this.tell(mail.id, outcome, ours)
    return outcome
  }

  /** Never the address. What ails the server is said once, until it is well again or ails otherwise. */
  private tell(mail: string, outcome: MailOutcome, ours: boolean): void {
    const reason = 'reason' in outcome ? outcome.reason : ''
    const known = this.told === reason
    if (outcome.kind === 'passing') this.told = reason
    if (ours && !known)
      this.logger.error({ reason }, 'the mail server does not take our mails: settings or certificate')
    else this.logger.debug({ mail, outcome: outcome.kind, reason }, 'a mail was not taken')
  }
}
