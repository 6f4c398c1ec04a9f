import type { RefundState } from '../../contract'
import type { RefundRecord } from '../../platform/wechat-pay/trade'
import type { ChannelState } from '../rows/channel-order-row'
import type { OrderState } from '../rows/order-row'

/** One row of a table: nothing else changes a state. An event without a row for the state is a repeat, and changes nothing. */
export interface MoneyEdge<S extends string, E extends string> {
  from: S
  event: E
  to: S
  /** What it means, for docs/states.md. */
  meaning: string
}

/** `paid`: right and owed. `paid-unowed`: right, but nothing is owed. `paid-wrong`: amount, currency, merchant or app differ. */
export const channelEvents = ['paid', 'paid-unowed', 'paid-wrong', 'closed'] as const
export type ChannelEvent = (typeof channelEvents)[number]

/** What WeChat says of one order of ours. Closed is not the end: somebody may have paid in that moment. */
export const channelEdges: readonly MoneyEdge<ChannelState, ChannelEvent>[] = [
  { from: 'open', event: 'closed', to: 'closed', meaning: 'WeChat takes no money for it any more, or never had it' },
  ...(['open', 'closed'] as const).flatMap((from) => [
    { from, event: 'paid' as const, to: 'paid' as const, meaning: 'the application is confirmed' },
    { from, event: 'paid-unowed' as const, to: 'surplus' as const, meaning: 'refunded by itself, the person is told' },
    {
      from,
      event: 'paid-wrong' as const,
      to: 'held' as const,
      meaning: 'staff decide; nothing more is asked of the person',
    },
  ]),
]

export const orderEvents = ['paid', 'paid-wrong', 'given-back'] as const
export type OrderEvent = (typeof orderEvents)[number]

/** What an application owes. */
export const orderEdges: readonly MoneyEdge<OrderState, OrderEvent>[] = [
  { from: 'open', event: 'paid', to: 'paid', meaning: 'by one of its channel orders' },
  { from: 'open', event: 'paid-wrong', to: 'held', meaning: 'no channel order is begun any more' },
  { from: 'held', event: 'given-back', to: 'open', meaning: 'staff returned the money; it can be paid the right way' },
]

export type RefundEvent = RefundRecord['state']
export const refundEvents: readonly RefundEvent[] = ['PROCESSING', 'SUCCESS', 'ABNORMAL', 'CLOSED']

const meaningOfRefund: Record<RefundEvent, string> = {
  PROCESSING: 'WeChat has taken it; that is not money yet',
  SUCCESS: 'the payer has it',
  ABNORMAL: 'the card takes nothing: staff arrange it in the merchant platform',
  CLOSED: 'it did not happen: staff look into it',
}
const afterRefund = { PROCESSING: 'processing', SUCCESS: 'refunded', ABNORMAL: 'abnormal', CLOSED: 'closed' } as const

const refundRows = (from: RefundState, ...events: RefundEvent[]): MoneyEdge<RefundState, RefundEvent>[] =>
  events.map((event) => ({ from, event, to: afterRefund[event], meaning: meaningOfRefund[event] }))

/** What WeChat says of a refund of ours, in the words of its API. */
export const refundEdges: readonly MoneyEdge<RefundState, RefundEvent>[] = [
  ...refundRows('asked', 'PROCESSING', 'SUCCESS', 'ABNORMAL', 'CLOSED'),
  ...refundRows('processing', 'SUCCESS', 'ABNORMAL', 'CLOSED'),
  // Staff had it sent to another card.
  ...refundRows('abnormal', 'PROCESSING', 'SUCCESS', 'CLOSED'),
  ...refundRows('closed', 'SUCCESS'),
]

/** Where the event leads; undefined: it changes nothing. */
export function next<S extends string, E extends string>(
  table: readonly MoneyEdge<S, E>[],
  from: S,
  event: E,
): S | undefined {
  return table.find((edge) => edge.from === from && edge.event === event)?.to
}
