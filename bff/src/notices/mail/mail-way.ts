import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Transactions } from '../../platform/database/transaction'
import { Mailer } from '../../platform/mail/mailer'
import { Settings } from '../../platform/settings/settings'
import { Clock } from '../../platform/time/clock'
import type { Parcel, Recipient, Sent, Way } from '../ways/way'
import { Ways } from '../ways/ways'
import { Mailboxes } from './mailboxes'
import { noticeMail } from './notice-mail'

/** By e-mail. Nothing is reserved: a mailbox does not run out. */
@Injectable()
export class MailWay implements Way, OnModuleInit {
  readonly name = 'email'
  /** A mail server may be down for a night. */
  readonly patienceSeconds = 24 * 3600

  constructor(
    private readonly ways: Ways,
    private readonly mailboxes: Mailboxes,
    private readonly mailer: Mailer,
    private readonly transactions: Transactions,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.ways.register(this)
  }

  async reserve(manager: EntityManager, recipient: Recipient): Promise<boolean> {
    return this.mailer.isSetUp && (await this.mailboxes.of(manager, recipient)) !== undefined
  }

  async giveBack(): Promise<void> {}

  async send({ id, recipient, contents }: Parcel): Promise<Sent> {
    const { publicUrl, previewWechatUrl } = this.settings
    try {
      // Asked again: the address may have been changed or forgotten since it was reserved.
      const to = await this.transactions.read((manager) => this.mailboxes.of(manager, recipient))
      if (to === undefined) return { kind: 'refused', reason: 'no address any more' }
      // Only the preview lets one sign in on the H5 form; elsewhere a link would lead before a closed door.
      const origin = previewWechatUrl === undefined ? undefined : publicUrl
      return await this.mailer.send({
        to,
        id,
        ...noticeMail(contents, { kind: recipient.kind, origin, now: this.clock.now() }),
      })
    } catch (error) {
      return { kind: 'passing', reason: `before it was sent: ${error instanceof Error ? error.message : 'unknown'}` }
    }
  }
}
