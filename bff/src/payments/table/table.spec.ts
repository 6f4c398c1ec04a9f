import {
  channelEdges,
  channelEvents,
  next,
  orderEdges,
  orderEvents,
  refundEdges,
  refundEvents,
  type MoneyEdge,
} from './table'

const tables: [string, readonly MoneyEdge<string, string>[], readonly string[]][] = [
  ['orders', orderEdges, orderEvents],
  ['channel orders', channelEdges, channelEvents],
  ['refunds', refundEdges, refundEvents],
]

describe.each(tables)('the table of %s', (_, edges, events) => {
  test('knows one way for each event of a state, and uses every event', () => {
    const keys = edges.map(({ from, event }) => `${from} ${event}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(edges.map(({ event }) => event))).toEqual(new Set(events))
  })
})

test('money that came stays where it was put: no event leaves paid, surplus or held', () => {
  for (const from of ['paid', 'surplus', 'held'] as const)
    for (const event of channelEvents) expect(next(channelEdges, from, event)).toBeUndefined()
})

test('what was refunded is never refunded again, closed again or in process again', () => {
  for (const event of refundEvents) expect(next(refundEdges, 'refunded', event)).toBeUndefined()
})

test('an order that was closed here, but paid at WeChat, counts all the same', () => {
  expect(next(channelEdges, 'closed', 'paid')).toBe('paid')
})
