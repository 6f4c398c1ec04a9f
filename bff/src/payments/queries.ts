import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { Transactions } from '../platform/database/transaction'
import { Loop } from '../platform/jobs/loop'
import { addSeconds, Clock } from '../platform/time/clock'
import type { PayResult, Trade } from '../platform/wechat-pay/trade'
import { WechatPay } from '../platform/wechat-pay/wechat-pay'
import type { PaymentSource } from './rows/audit-rows'
import { ChannelOrderRow } from './rows/channel-order-row'
import { Settlement, type Settled } from './settlement'
import { takeDue } from './take-due'

/** WeChat gave no word: soon again. */
const unknownSeconds = 30

/** Orders of which this process asks at the same time: one on which WeChat lets us wait holds up no other. */
const lanes = 4

const noSuchOrder = new Set(['ORDERNOTEXIST', 'RESOURCENOTEXISTS'])

/** Asks WeChat about orders, by schedule and when somebody waits for it, and settles what it says. `unknown`: no word. */
@Injectable()
export class Queries implements OnModuleInit {
  private readonly logger = new Logger('payments')
  private readonly asking = new Map<string, Promise<Settled | 'unknown'>>()

  constructor(
    private readonly transactions: Transactions,
    private readonly pay: WechatPay,
    private readonly settlement: Settlement,
    private readonly clock: Clock,
    private readonly loop: Loop,
  ) {}

  onModuleInit(): void {
    for (let lane = 0; lane < lanes; lane += 1) this.loop.turnToo(() => this.turn())
  }

  /** The scheduled work: one order that is due. True: there was one. */
  async turn(): Promise<boolean> {
    if (!this.pay.merchant) return false
    const row = await takeDue(this.transactions, this.clock, {
      entity: ChannelOrderRow,
      due: 'nextQueryAt',
      lease: (manager, { outTradeNo, version }, lease) =>
        manager.update(ChannelOrderRow, { outTradeNo, version }, lease),
    })
    if (!row) return false
    await (row.unwanted || row.timeExpire <= this.clock.now()
      ? this.end(row.outTradeNo)
      : this.ask(row.outTradeNo, 'query'))
    return true
  }

  /** Asks once, however many wait for it at the same time. */
  ask(outTradeNo: string, source: PaymentSource): Promise<Settled | 'unknown'> {
    const already = this.asking.get(outTradeNo)
    if (already) return already
    const asking = this.askNow(outTradeNo, source).finally(() => this.asking.delete(outTradeNo))
    this.asking.set(outTradeNo, asking)
    return asking
  }

  /** Closes it at WeChat, then asks what became of it: somebody may have paid in that moment. */
  async end(outTradeNo: string): Promise<Settled | 'unknown'> {
    const closed = await this.pay.close(outTradeNo)
    if (closed.kind === 'unknown') return this.noWord(outTradeNo, closed.reason)
    if (closed.kind === 'refused' && noSuchOrder.has(closed.code)) return this.missing(outTradeNo, 'close')
    if (closed.kind === 'refused' && closed.code !== 'ORDERPAID')
      this.logger.warn({ outTradeNo, code: closed.code }, 'an order was not closed')
    return this.askNow(outTradeNo, 'close')
  }

  private async askNow(outTradeNo: string, source: PaymentSource): Promise<Settled | 'unknown'> {
    const answer: PayResult<Trade> = await this.pay.query(outTradeNo)
    if (answer.kind === 'ok')
      return this.transactions.run((manager) => this.settlement.settle(manager, answer.value, source))
    if (answer.kind === 'refused' && noSuchOrder.has(answer.code)) return this.missing(outTradeNo, source)
    return this.noWord(outTradeNo, answer.kind === 'refused' ? answer.code : answer.reason)
  }

  private async missing(outTradeNo: string, source: PaymentSource): Promise<Settled | 'unknown'> {
    const settled = await this.transactions.run((manager) => this.settlement.absent(manager, outTradeNo, source))
    return settled === 'unproven' ? this.noWord(outTradeNo, 'WeChat does not have it, or not yet') : settled
  }

  private async noWord(outTradeNo: string, reason: string): Promise<'unknown'> {
    this.logger.debug({ outTradeNo, reason }, 'WeChat Pay gave no word on an order')
    const changes = { nextQueryAt: addSeconds(this.clock.now(), unknownSeconds), leaseUntil: null }
    await this.transactions.run((manager) => manager.update(ChannelOrderRow, { outTradeNo, state: 'open' }, changes))
    return 'unknown'
  }
}
