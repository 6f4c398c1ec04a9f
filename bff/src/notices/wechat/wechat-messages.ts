import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Transactions } from '../../platform/database/transaction'
import { AppError } from '../../platform/errors/app-error'
import { Authenticator } from '../../platform/http/principal'
import { RawRoutes, type RawAnswer, type RawRequest } from '../../platform/http/raw-routes'
import { Inbox } from '../../platform/inbox/inbox'
import { FieldIndex } from '../../platform/privacy/field-cipher'
import { Settings } from '../../platform/settings/settings'
import { Clock } from '../../platform/time/clock'
import { MessagePush, type Pushed } from '../../platform/wechat/push/message-push'
import { Grants, type Grant } from './grants'
import { readSubscribeEvent, type SubscribeEvent, type SubscribeEventItem } from './subscribe-events'

const requests = 'wechat-request'
const events = 'wechat-event'
/** WeChat waits 5 s for `success`, then it comes again. */
const patienceMilliseconds = 4000

/** What WeChat pushes by itself: who accepted which message. The phone's own word about it counts nothing. */
@Injectable()
export class WechatMessages implements OnModuleInit {
  private readonly logger = new Logger('notices')

  constructor(
    private readonly push: MessagePush,
    private readonly grants: Grants,
    private readonly inbox: Inbox,
    private readonly index: FieldIndex,
    private readonly accounts: Authenticator,
    private readonly transactions: Transactions,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly routes: RawRoutes,
  ) {}

  onModuleInit(): void {
    this.routes.register('/wechat/messages', (request) => this.receive(request))
  }

  /** @throws AppError `signature-invalid`, `body-invalid`, or `not-found` where no token is set */
  async receive(request: RawRequest): Promise<RawAnswer> {
    if (!this.push.isSetUp) throw new AppError('not-found')
    if (request.method !== 'POST') return this.check(request)
    const read = this.push.read(request)
    if (!read.ok) {
      this.logger.warn({ reason: read.reason, requestId: request.requestId }, 'a message of WeChat was refused')
      throw read.reason === 'forged' ? new AppError('signature-invalid') : new AppError('body-invalid', { fields: [] })
    }
    const taken = this.take(read.pushed)
    const late = await Promise.race([taken.then(() => false), patience()])
    if (!late) return { status: 200, body: 'success' }
    taken.catch((error: unknown) => this.logger.error({ err: error }, 'a message of WeChat was not taken'))
    return { status: 503, body: 'later' }
  }

  private check(request: RawRequest): RawAnswer {
    const echo = this.push.checkAddress(request)
    if (echo === undefined) throw new AppError('signature-invalid')
    return { status: 200, body: echo }
  }

  /** In one short transaction, each event once. What else is pushed (a person writes to us) is not for us. */
  private async take({ fields, nonce }: Pushed): Promise<void> {
    const event = readSubscribeEvent(fields)
    if (!event) return
    await this.transactions.run(async (manager) => {
      const request = await this.note(manager, requests, nonce)
      if ((await this.note(manager, events, event.key)) === 'repeat') return
      if (request === 'repeat') throw new AppError('signature-invalid')
      await this.count(manager, event)
    })
  }

  /** By a digest alone: the message names an openid, which lies nowhere in the clear. */
  private note(manager: EntityManager, source: string, key: string): Promise<'new' | 'repeat'> {
    return this.inbox.keep(manager, { source, messageId: this.index.digest(source, key), body: Buffer.alloc(0) })
  }

  private async count(manager: EntityManager, { kind, openid, items }: SubscribeEvent): Promise<void> {
    const accountId = await this.accounts.accountOf(openid)
    const ours = Object.values(this.settings.wechatSubscribeTemplates ?? {}).map(({ id }) => id)
    for (const item of items) {
      if (accountId === undefined || !ours.includes(item.templateId)) continue
      const grant = { accountId, templateId: item.templateId }
      if (kind === 'popup') await this.answered(manager, grant, item)
      else if (kind === 'change') await this.changed(manager, grant, item)
      else await this.delivered(manager, grant, item)
    }
  }

  /** A rejection takes nothing back that was accepted before. */
  private async answered(manager: EntityManager, grant: Grant, { status }: SubscribeEventItem): Promise<void> {
    if (status.startsWith('accept')) return this.grants.add(manager, grant)
    if (status === 'reject') return
    this.logger.error({ template: grant.templateId, status }, 'WeChat does not ask people for this template')
    if (status === 'ban') await this.grants.end(manager, grant, this.clock.now())
  }

  private async changed(manager: EntityManager, grant: Grant, { status }: SubscribeEventItem): Promise<void> {
    if (status === 'reject') await this.grants.end(manager, grant, this.clock.now())
  }

  /** WeChat tells of system failures here; what a person refuses it says when it is sent, and sometimes here. */
  private async delivered(manager: EntityManager, grant: Grant, item: SubscribeEventItem): Promise<void> {
    const { errorCode, status } = item
    if (errorCode === 0) return
    this.logger.warn({ template: grant.templateId, errorCode, status }, 'a message that WeChat took did not arrive')
    if (errorCode === 43101 || /reject|refuse/.test(status)) await this.grants.end(manager, grant, this.clock.now())
  }
}

/** True after the time that WeChat gives us. */
function patience(): Promise<true> {
  return new Promise((resolve) => setTimeout(() => resolve(true), patienceMilliseconds).unref())
}
