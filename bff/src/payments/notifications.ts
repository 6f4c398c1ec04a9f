import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Transactions } from '../platform/database/transaction'
import { AppError } from '../platform/errors/app-error'
import { RawRoutes, type RawAnswer, type RawRequest } from '../platform/http/raw-routes'
import { Inbox } from '../platform/inbox/inbox'
import type { PayNotification } from '../platform/wechat-pay/trade'
import { WechatPay } from '../platform/wechat-pay/wechat-pay'
import { Refunds } from './refunds/refunds'
import { Settlement } from './settlement'

const source = 'wechat-pay'
/** WeChat waits 5 s for an answer, then it comes again. */
const patienceMilliseconds = 4000

/** What WeChat Pay tells by itself, of payments and of refunds. */
@Injectable()
export class Notifications implements OnModuleInit {
  private readonly logger = new Logger('payments')

  constructor(
    private readonly pay: WechatPay,
    private readonly inbox: Inbox,
    private readonly settlement: Settlement,
    private readonly refunds: Refunds,
    private readonly transactions: Transactions,
    private readonly routes: RawRoutes,
  ) {}

  onModuleInit(): void {
    this.routes.register('/wechat-pay/notifications', (request) => this.receive(request))
  }

  /**
   * Verified on the raw bytes, then kept as it came and settled in one short transaction: a notification that is answered well is done. Where it
   * cannot be done now (database away, or too slow) WeChat gets an error and comes again.
   */
  async receive(request: RawRequest): Promise<RawAnswer> {
    const verified = this.pay.verify(request)
    if (!verified.ok) {
      this.logger.warn({ reason: verified.reason, requestId: request.requestId }, 'a notification was refused')
      throw new AppError('signature-invalid')
    }
    const { notification } = verified
    const settled = this.settle(notification, request.body)
    const late = await Promise.race([settled.then(() => false), patience()])
    if (!late) return { status: 204 }
    settled.catch((error: unknown) => this.logger.error({ err: error }, 'a notification was not settled'))
    return { status: 503, body: { code: 'FAIL', message: '稍后再来' } }
  }

  private async settle({ id, event }: PayNotification, body: Buffer): Promise<void> {
    await this.transactions.run(async (manager) => {
      if ((await this.inbox.keep(manager, { source, messageId: id, body })) === 'repeat') return
      await this.take(manager, event)
    })
  }

  private async take(manager: EntityManager, event: PayNotification['event']): Promise<void> {
    switch (event.kind) {
      case 'paid':
        await this.settlement.settle(manager, event.trade, 'callback')
        return
      case 'refund':
        if (event.mchid === this.pay.merchant?.mchid) await this.refunds.settle(manager, event.refund, 'callback')
        else this.logger.error('a refund of another merchant was notified here')
        return
      case 'other':
        this.logger.error({ type: event.type }, 'a notification of a kind that we do not know was kept')
    }
  }
}

/** True after the time that WeChat gives us. */
function patience(): Promise<true> {
  return new Promise((resolve) => setTimeout(() => resolve(true), patienceMilliseconds).unref())
}
