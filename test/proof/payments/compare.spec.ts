import { type LedgerOrder } from '../../sandbox/wechat-pay/ledger/types'
import { disagreements, type Evidence } from './compare'

const payUntil = new Date('2023-03-25T00:00:00+08:00')
const cents = 9_000

function ledgerOrder(outTradeNo: string, refunded = false): LedgerOrder {
  const transactionId = `T-${outTradeNo}`
  const paidAt = '2023-03-24T02:00:00.000Z'
  const refund = { outRefundNo: `S${outTradeNo}`, state: 'SUCCESS', refundCents: cents }
  return {
    ...{ outTradeNo, state: refunded ? 'REFUND' : 'SUCCESS', totalCents: cents, transactionId, paidAt },
    payment: { transactionId, paidAt, cents },
    refunds: refunded ? [refund] : [],
  } as LedgerOrder
}

const channel = (outTradeNo: string, state: string) => ({
  ...{ outTradeNo, applicationId: 'a', orderId: 'o', state, amountCents: cents, receivedCents: cents as number | null },
  transactionId: `T-${outTradeNo}` as string | null,
})

/** One application, paid once, and once more by an order that nobody owed: given back. */
function agreeing() {
  return {
    payUntil,
    ledger: [ledgerOrder('one'), ledgerOrder('two', true)],
    office: new Map([
      ['a', [{ type: 'payment', detail: { outTradeNo: 'one', transactionId: 'T-one', amountCents: cents } }]],
    ]),
    books: {
      channels: [channel('one', 'paid'), channel('two', 'surplus')],
      refunds: [
        { outRefundNo: 'Stwo', outTradeNo: 'two', cause: 'surplus', state: 'refunded', amountCents: cents as number },
      ],
      applications: [
        {
          ...{ id: 'a', recordNo: 'r', state: 'confirmed', events: ['payment-confirmed'] },
          order: { state: 'paid', paidBy: 'one' as string | null },
        },
      ],
      notes: new Map([
        ['one', 1],
        ['two', 1],
      ]),
      differences: [],
      dead: [] as string[],
    },
  }
}
type Plain = ReturnType<typeof agreeing>

const told = (change: (evidence: Plain) => void): string[] => {
  const evidence = agreeing()
  change(evidence)
  return disagreements(evidence as unknown as Evidence)
}

test('books that agree with the ledger are left alone', () => {
  expect(told(() => undefined)).toEqual([])
})

test.each<[string, (evidence: Plain) => void, RegExp]>([
  ['a payment that we never heard of', ({ books }) => void books.channels.shift(), /one is not in our books/],
  [
    'a payment that we have as closed',
    ({ books }) => (books.channels[0]!.state = 'closed'),
    /paid at WeChat, closed here/,
  ],
  [
    'another amount',
    ({ books }) => (books.channels[0]!.receivedCents = 1),
    /one: 9000 by T-one at WeChat, 1 by T-one here/,
  ],
  ['another transaction', ({ books }) => (books.channels[0]!.transactionId = 'X'), /9000 by X here/],
  ['a payment that nobody made', ({ ledger }) => delete ledger[0]!.payment, /paid here, but nobody paid it/],
  ['an order that is open for good', ({ books }) => (books.channels[1]!.state = 'open'), /two is still open/],
  ['two that pay one application', ({ books }) => (books.channels[1]!.state = 'paid'), /paid 2 times/],
  [
    'a confirmation too many',
    ({ books }) => void books.applications[0]!.events.push('payment-confirmed'),
    /confirmed 2 times/,
  ],
  [
    'a surplus that was kept',
    ({ ledger, books }) => {
      ledger[1]!.refunds = []
      books.refunds = []
    },
    /surplus, but not refunded once and whole/,
  ],
  [
    'a refund that WeChat never made',
    ({ ledger }) => (ledger[1]!.refunds = []),
    /refunded \[\] at WeChat, \[Stwo 9000\] here/,
  ],
  [
    'a refund made twice',
    ({ ledger }) => void ledger[1]!.refunds.push({ ...ledger[1]!.refunds[0]!, outRefundNo: 'S2' }),
    /refunded \[S2 9000,Stwo 9000\] at WeChat/,
  ],
  ['a refund of a part', ({ books }) => (books.refunds[0]!.amountCents = 1), /refunded once and whole/],
  ['a refund that hangs', ({ books }) => (books.refunds[0]!.state = 'processing'), /did not come to its end/],
  ['money noted twice', ({ books }) => void books.notes.set('one', 2), /noted 2 times as received/],
  ['an office that was not told', ({ office }) => void office.set('a', []), /the office knows 0 payments/],
  [
    'an office that was told twice',
    ({ office }) => void office.get('a')!.push(office.get('a')![0]!),
    /the office knows 2 payments/,
  ],
  [
    'a person who paid in time and was given up',
    ({ books }) => {
      books.applications[0]!.state = 'abandoned'
      books.applications[0]!.events = ['payment-overdue']
      books.channels[0]!.state = 'surplus'
    },
    /abandoned, but one was paid in time/,
  ],
  ['a message that was given up', ({ books }) => void books.dead.push('office.payment'), /a message was given up/],
])('%s is found', (_what, change, line) => {
  expect(told(change).join('\n')).toMatch(line)
})
