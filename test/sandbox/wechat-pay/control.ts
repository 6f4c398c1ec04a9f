import { type PaySwitches, wellBehaved } from './faults/switches'
import { type LedgerOrder, type Payment, type SettledState } from './ledger/types'
import { type Notifier } from './notify/notifier'
import { type PayState } from './pay-state'
import { encryptResource, type Resource } from './signing/resource'
import { type SignatureChanges, signatureHeaders } from './signing/signature-headers'

/** What a test or the page does: it plays the payer and WeChat's back office. */
export interface WechatPayControl {
  /** Change its fields to make the stand-in misbehave. */
  readonly switches: PaySwitches
  behaveWell(): void
  orders(): LedgerOrder[]
  order(outTradeNo: string): LedgerOrder | undefined
  /**
   * The payer pays, and the callback goes out unless switched off (`notificationsSettled` waits for it). `changes`: paid otherwise than was asked.
   * Throws where WeChat's cashier would not let them.
   */
  pay(outTradeNoOrPrepayId: string, changes?: Partial<Payment>): Promise<LedgerOrder>
  /** Why the cashier would not let them pay; undefined where it would. */
  whyNot(outTradeNoOrPrepayId: string): string | undefined
  /** Sends the payment's callback, again or for the first time; answers the status that it got, 0 for none. */
  notify(outTradeNo: string): Promise<number>
  notifyRefund(outRefundNo: string): Promise<number>
  /** A refund in process ends, and its callback goes out. */
  settleRefund(outRefundNo: string, state: SettledState): Promise<void>
  /** Headers of a callback with a body of one's own. */
  signed(body: string | Buffer, changes?: SignatureChanges): Record<string, string>
  /** `resource` of a callback of one's own. `associatedData` null: the field is left out. */
  encrypt(plain: string, type?: 'transaction' | 'refund', associatedData?: string | null): Resource
  /** Everything that is due by the season's clock: callbacks to repeat, refunds that end by themselves. */
  work(): Promise<void>
  /** Until no callback is on its way. */
  notificationsSettled(): Promise<void>
  /** Calls so far by name (`prepay`, `query`, `callback` …), `refused:CODE` and `fault:KIND`. */
  counts(): Record<string, number>
  resetCounts(): void
}

export function controlOf(state: PayState, notifier: Notifier): WechatPayControl {
  return {
    switches: state.switches,
    behaveWell: () => {
      delete state.switches.chaos
      Object.assign(state.switches, wellBehaved())
    },
    orders: () => state.ledger.orders(),
    order: (outTradeNo) => state.ledger.find(outTradeNo),
    pay: async (number, changes) => {
      const order = state.ledger.pay(number, changes)
      notifier.paid(order.outTradeNo)
      return order
    },
    whyNot: (number) => state.ledger.whyNot(number),
    notify: (outTradeNo) => notifier.again({ outTradeNo }),
    notifyRefund: (outRefundNo) => notifier.again({ outRefundNo }),
    settleRefund: async (outRefundNo, as) => notifier.settle(outRefundNo, as),
    signed: (body, changes) => signatureHeaders(state.merchant, body, state.signatureNow(), changes),
    encrypt: (plain, type = 'transaction', associatedData = type) =>
      encryptResource(state.merchant.apiV3Key, plain, type, associatedData),
    work: async () => {
      notifier.work()
      await notifier.settled()
    },
    notificationsSettled: () => notifier.settled(),
    counts: () => Object.fromEntries(state.counts),
    resetCounts: () => state.counts.clear(),
  }
}
