import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Authenticator } from '../platform/http/principal'
import { Outbox } from '../platform/outbox/outbox'
import { OutboxHandlers, type Delivery, type Message } from '../platform/outbox/outbox-handlers'
import { Settings } from '../platform/settings/settings'
import { addSeconds, Clock } from '../platform/time/clock'
import { paymentNotYetKnown, type WechatResult } from '../platform/wechat/errcodes'
import { WechatClient } from '../platform/wechat/wechat-client'

export interface Shipped {
  transactionId: string
  outTradeNo: string
  /** Who paid. */
  accountId: string
  /** What the payer read. */
  description: string
  paidAt: Date
}

const topic = 'wechat.shipping'
/** WeChat's books of shipping learn of a payment later than we do. */
const firstAfterSeconds = 60
/** With the outbox's pauses about three hours: a payment that is unknown for so long will not become known. */
const longestUnknown = 40

/**
 * WeChat holds the money of some mini-programs, and in the end stops their payments, until it is told what was sent for each of them. Where its
 * console demands that (WECHAT_PAY_SHIPPING=virtual) it is told, after the payment and apart from it, that nothing goes by post.
 */
@Injectable()
export class Shipping implements OnModuleInit {
  private readonly logger = new Logger('payments')

  constructor(
    private readonly settings: Settings,
    private readonly outbox: Outbox,
    private readonly handlers: OutboxHandlers,
    private readonly wechat: WechatClient,
    private readonly accounts: Authenticator,
    private readonly clock: Clock,
  ) {}

  /** Also where nothing is to be told any more: a message may wait from before. */
  onModuleInit(): void {
    this.handlers.register(topic, (message) => this.deliver(message))
  }

  async enqueue(manager: EntityManager, { paidAt, ...payment }: Shipped): Promise<void> {
    if (this.settings.wechatPayShipping === 'none') return
    await this.outbox.enqueue(manager, {
      topic,
      // Of its own: what WeChat refuses here holds up nothing that the office waits for.
      aggregate: `${topic}:${payment.transactionId}`,
      payload: { ...payment, paidAt: paidAt.toISOString() },
      dueAt: addSeconds(this.clock.now(), firstAfterSeconds),
    })
  }

  private async deliver(message: Message): Promise<Delivery> {
    const { transactionId, accountId, description, paidAt } = shippedOf(message.payload)
    const openid = await this.accounts.openidOf(accountId)
    const answer = await this.wechat.reportShipping({ transactionId, openid, description, paidAt })
    if (answer.ok || answer.failure === 'repeated') return { kind: 'done' }
    const reason = `${answer.failure} ${answer.errcode ?? ''}`.trim()
    if (!isFinal(answer, message.attempt)) return { kind: 'retry', reason }
    this.logger.error(
      { message: message.id, errcode: answer.errcode },
      'WeChat does not take the shipping of a payment',
    )
    return { kind: 'failed', reason }
  }
}

/** A wrong setting can be mended, and what cannot be read may come in order the next time: only what WeChat says of this payment is final. */
function isFinal({ failure, errcode }: Extract<WechatResult<unknown>, { ok: false }>, attempt: number): boolean {
  if (errcode === paymentNotYetKnown) return attempt >= longestUnknown
  return (failure === 'unexpected' || failure === 'invalid') && errcode !== undefined
}

function shippedOf(payload: unknown): Shipped {
  const fields: Partial<Record<string, unknown>> = { ...(typeof payload === 'object' && payload) }
  const { transactionId, outTradeNo, accountId, description, paidAt } = fields
  if (
    typeof transactionId !== 'string' ||
    typeof outTradeNo !== 'string' ||
    typeof accountId !== 'string' ||
    typeof description !== 'string' ||
    typeof paidAt !== 'string'
  )
    throw new Error('a shipping message of another shape')
  return { transactionId, outTradeNo, accountId, description, paidAt: new Date(paidAt) }
}
