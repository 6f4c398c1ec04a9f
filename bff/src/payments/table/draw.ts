import { channelEdges, orderEdges, refundEdges, type MoneyEdge } from './table'

const sections: [string, string, readonly MoneyEdge<string, string>[]][] = [
  ['What an application owes', '`payment_order`: one per application.', orderEdges],
  ['Orders at WeChat Pay', '`payment_channel_order`: at most one of an application is open.', channelEdges],
  ['Refunds', '`payment_refund`: events in the words of WeChat Pay.', refundEdges],
]

/** The part of docs/states.md that is about money. */
export function drawMoney(): string {
  const drawn = sections.map(([heading, words, edges]) => {
    const picture = edges.map(({ from, event, to }) => `  ${from} --> ${to}: ${event}`)
    const rows = edges.map(({ from, event, to, meaning }) => `| ${from} | ${event} | ${to} | ${meaning} |`)
    return [
      ...[`## ${heading}`, '', words, ''],
      ...['```mermaid', 'stateDiagram-v2', ...picture, '```', ''],
      ...['| from | event | to | meaning |', '|---|---|---|---|', ...rows, ''],
    ].join('\n')
  })
  const words = '\nDrawn from `bff/src/payments/table`. An event without a row changes nothing: it is a repeat.\n'
  return ['# The states of money', words, ...drawn].join('\n')
}
