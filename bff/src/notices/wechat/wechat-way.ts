import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Transactions } from '../../platform/database/transaction'
import { Authenticator, ContactDirectory } from '../../platform/http/principal'
import { Settings } from '../../platform/settings/settings'
import { Clock } from '../../platform/time/clock'
import type { WechatRefusal } from '../../platform/wechat/errcodes'
import { WechatClient } from '../../platform/wechat/wechat-client'
import type { NoticeContent } from '../catalogue/notice'
import { placeOf } from '../recipients'
import { NoticeSettingRow } from '../rows/reader-rows'
import type { Parcel, Recipient, Sent, Way } from '../ways/way'
import { Ways } from '../ways/ways'
import { Grants, type Grant } from './grants'
import { wordMessage, type WordedMessage } from './subscribe-words'

type Addressed = WordedMessage & Grant

/** Two messages at once to one person (43108); the day's limit of the whole app (45009). */
const waits: Readonly<Record<number, number>> = { 43108: 10, 45009: 3600 }

/** A subscribe message, where a consent is left for its template. */
@Injectable()
export class WechatWay implements Way, OnModuleInit {
  readonly name = 'wechat'
  /** Mail is there besides: who waits for WeChat hears too late. */
  readonly patienceSeconds = 3600
  private readonly logger = new Logger('notices')

  constructor(
    private readonly wechat: WechatClient,
    private readonly grants: Grants,
    private readonly accounts: Authenticator,
    private readonly contacts: ContactDirectory,
    private readonly transactions: Transactions,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly ways: Ways,
  ) {}

  onModuleInit(): void {
    this.ways.register(this)
  }

  async reserve(manager: EntityManager, recipient: Recipient, contents: NoticeContent[]): Promise<boolean> {
    const message = await this.address(manager, recipient, contents)
    return message !== undefined && this.grants.take(manager, grantOf(message))
  }

  async giveBack(manager: EntityManager, recipient: Recipient, contents: NoticeContent[]): Promise<void> {
    const message = await this.address(manager, recipient, contents)
    if (message) await this.grants.giveBack(manager, grantOf(message))
  }

  async send({ id, recipient, contents }: Parcel): Promise<Sent> {
    try {
      const message = await this.transactions.read((manager) => this.address(manager, recipient, contents))
      if (!message) return { kind: 'refused', reason: 'not open any more' }
      const { accountId, templateId, page, data } = message
      const openid = await this.accounts.openidOf(accountId)
      const asked = this.clock.now()
      const answer = await this.wechat.sendSubscribeMessage({ openid, templateId, page, data })
      return answer.ok ? { kind: 'sent' } : await this.notSent(answer, grantOf(message), asked)
    } catch (error) {
      // The call itself never throws: nothing was sent.
      this.logger.error({ err: error, delivery: id }, 'a message to WeChat could not be made')
      return { kind: 'passing', reason: 'not made' }
    }
  }

  private async notSent(refusal: WechatRefusal, grant: Grant, asked: Date): Promise<Sent> {
    const { failure, errcode, field, unanswered } = refusal
    const reason = ['WeChat:', failure, errcode, field].filter((part) => part !== undefined).join(' ')
    if (unanswered) return { kind: 'unknown', reason: 'WeChat did not answer' }
    if (failure === 'busy' || failure === 'token') {
      const afterSeconds = errcode === undefined ? undefined : waits[errcode]
      return { kind: 'passing', reason, ...(afterSeconds !== undefined && { afterSeconds }) }
    }
    await this.account(failure === 'refused', grant, asked)
    return { kind: 'refused', reason }
  }

  /** Refused or used up: no more are sent before the person accepts again. Whatever else WeChat did not take used no consent. */
  private async account(refused: boolean, grant: Grant, asked: Date): Promise<void> {
    try {
      await this.transactions.run((manager) =>
        refused ? this.grants.end(manager, grant, asked) : this.grants.giveBack(manager, grant),
      )
    } catch (error) {
      this.logger.error({ err: error }, 'what is left of a consent could not be noted')
    }
  }

  private async address(
    manager: EntityManager,
    recipient: Recipient,
    contents: NoticeContent[],
  ): Promise<Addressed | undefined> {
    const message = wordMessage(contents, this.settings.wechatSubscribeTemplates ?? {})
    if (!message) return undefined
    const accountId = await this.accountOf(recipient)
    if (accountId === undefined) return undefined
    const setting = await manager.findOneBy(NoticeSettingRow, { accountId })
    return setting?.wechat === false ? undefined : { ...message, accountId }
  }

  /** Whoever is a contact now; of several with one number whom WeChat verified last, whether he wants it or not. */
  private async accountOf(recipient: Recipient): Promise<string | undefined> {
    if (recipient.kind === 'account') return recipient.accountId
    const { role, code } = placeOf(recipient.placeKey)
    const places = await this.contacts.contactsOf(recipient.phoneDigest)
    if (!places.some((place) => place.role === role && place.code === code)) return undefined
    return (await this.accounts.accountsOf(recipient.phoneDigest))[0]
  }
}

const grantOf = ({ accountId, templateId }: Addressed): Grant => ({ accountId, templateId })
