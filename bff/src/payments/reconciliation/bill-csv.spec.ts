import { allColumns, billText, paymentRow, refundRow, type BillStyle, type Cells } from './bill-csv.fixture'
import { parseBill } from './bill-csv'

const read = (text: string) => parseBill(Buffer.from(text))
const bill = (rows: Cells[], style?: BillStyle) => read(billText(rows, style))

describe('the bill of WeChat Pay', () => {
  // Shape of tests/fixtures/bill.ALL.csv in wechatpay-apiv3/wechatpay-php: refunds before payments, marks, no quotes, `45.0` rows, `0.0`.
  test('[danger 28] is read as WeChat writes it: marked cells, refunds among payments, yuan', () => {
    const rows = [
      refundRow({ 退款金额: '0.01', 申请退款金额: '0.01' }),
      paymentRow({ 应结订单金额: '0.03', 订单金额: '0.03', 代金券金额: '0.01', 商品名称: '系统拨测-test_succ' }),
      paymentRow({ 商户订单号: 'order-2', 应结订单金额: '1299.9', 订单金额: '1299.9' }),
    ]
    expect(bill(rows, { totals: { 充值券退款总金额: '0.0' } })).toEqual({
      payments: [
        {
          outTradeNo: 'order-1',
          transactionId: '4200000000202305100000000001',
          appid: 'wx0000000000000001',
          amountCents: 3,
          currency: 'CNY',
        },
        expect.objectContaining({ outTradeNo: 'order-2', amountCents: 129_990 }),
      ],
      refunds: [
        {
          outRefundNo: 'refund-1',
          outTradeNo: 'order-1',
          appid: 'wx0000000000000001',
          amountCents: 1,
          status: 'SUCCESS',
        },
      ],
    })
  })

  test.each(['考试费,笔试', '说明"笔试"', '笔试,"操作"', '笔试,"操作', '上午\n下午', '上午\n\n,"下午",\n晚上'])(
    '[danger 28] a product name like %j moves no other cell',
    (name) => {
      const rows = [
        paymentRow({ 商品名称: name }),
        refundRow({ 商品名称: name }),
        paymentRow({ 商户订单号: 'order-2' }),
      ]
      expect(bill(rows)).toEqual(bill(rows.map((row) => ({ ...row, 商品名称: '考试费' }))))
    },
  )

  test.each([
    ['quoted cells', { write: (cell: string) => `"\`${cell.replaceAll('"', '""')}"` }],
    ['quoted cells without marks', { write: (cell: string) => `"${cell.replaceAll('"', '""')}"` }],
    ['lines that end as on Windows', { newline: '\r\n' }],
    ['other columns in another order', { columns: ['新的一列', ...allColumns.toReversed()] }],
  ])('[danger 28] %s make no difference', (_, style) => {
    const rows = [paymentRow({ 商品名称: '考试费,"笔试"\n上午' }), refundRow()]
    expect(bill(rows, style)).toEqual(bill(rows))
  })

  test('a byte order mark makes no difference', () => {
    expect(read(`\uFEFF${billText([paymentRow()])}`)).toEqual(bill([paymentRow()]))
  })

  test('bills of payments only and of refunds only have their own columns', () => {
    const without = (pattern: RegExp): string[] => allColumns.filter((column) => !pattern.test(column))
    expect(bill([paymentRow()], { columns: without(/退款/) })).toEqual(bill([paymentRow()]))
    expect(bill([refundRow()], { columns: ['退款申请时间', '退款成功时间', ...without(/代金券/)] })).toEqual(
      bill([refundRow()]),
    )
  })

  test('a bill of older columns is read by what it has', () => {
    const columns = allColumns.filter((column) => !['订单金额', '申请退款金额'].includes(column))
    expect(bill([paymentRow(), refundRow()], { columns, totals: { 订单总金额: '0.00' } })).toEqual(
      bill([paymentRow(), refundRow()]),
    )
  })

  test('a day without rows', () => {
    expect(bill([])).toEqual({ payments: [], refunds: [] })
  })

  test.each(['', '-1.00', '1e2', '1.234', '1,00', ' ', 'NaN', '１.00', '9999999999999'])(
    'an amount %j is refused, naming row and column',
    (amount) => {
      const rows = [paymentRow(), paymentRow({ 订单金额: amount })]
      expect(() => bill(rows, { totals: { 订单总金额: '1.00' } })).toThrow('row 3, 订单金额: not an amount in yuan')
    },
  )

  test.each([
    ['商户订单号', ''],
    ['商户订单号', 'x'.repeat(65)],
    ['微信订单号', '4200 01'],
  ])('%s %j is refused', (column, text) => {
    expect(() => bill([paymentRow({ [column]: text })])).toThrow(`row 2, ${column}: not a number of an order`)
  })

  test('a row that is neither payment nor refund is refused', () => {
    expect(() => bill([paymentRow({ 交易状态: 'CLOSED' })])).toThrow('row 2, 交易状态')
  })

  test.each(['总交易单数', '应结订单总金额', '退款总金额', '充值券退款总金额', '订单总金额', '申请退款总金额'])(
    'a bill whose %s its rows do not make is refused',
    (column) => {
      expect(() => bill([paymentRow(), refundRow()], { totals: { [column]: '3' } })).toThrow(column)
    },
  )

  test('a bill that was cut off anywhere is refused', () => {
    const text = billText([paymentRow(), refundRow(), paymentRow({ 商品名称: '考试费,笔试' })])
    // Behind the last cent of the totals, only digits and the line's end may lack.
    for (let end = 0; end < text.length - 4; end += 1) expect(() => read(text.slice(0, end))).toThrow()
  })

  test('a bill with a row removed, or with something behind its totals, is refused', () => {
    const text = billText([paymentRow(), refundRow()])
    const lines = text.split('\n')
    expect(() => read(lines.toSpliced(1, 1).join('\n'))).toThrow('总交易单数')
    expect(() => read(`${text}\`1\n`)).toThrow('behind the totals')
  })

  test.each([
    ['an error in another form', '{"code":"SYSTEM_ERROR"}', 'without its totals'],
    [
      'lacks a column',
      billText([paymentRow()], { columns: allColumns.slice(0, -3) }).replace('商户订单号', '单号'),
      '商户订单号',
    ],
    ['names a column twice', billText([]).replace('设备号', '商户号'), 'two columns'],
    ['has a cell too many', billText([paymentRow({ 商品名称: '考试费,`笔试' })]), 'row 2: 28 cells instead of 27'],
    ['has a cell too few', billText([paymentRow()]).replace(',`CNY', ''), 'row 2: 26 cells instead of 27'],
  ])('a file that %s is refused', (_, text, words) => {
    expect(() => read(text)).toThrow(words)
  })

  test('a file that is not UTF-8 is refused', () => {
    expect(() => parseBill(Buffer.concat([Buffer.from(billText([])), Buffer.from([0xff])]))).toThrow('not UTF-8')
  })

  test('no words of the bill come into an error', () => {
    const rows = [paymentRow({ 用户标识: 'o-secret', 订单金额: 'o-secret' })]
    expect(() => bill(rows, { totals: { 订单总金额: '0' } })).toThrow(/^row 2, 订单金额: not an amount in yuan$/)
  })
})
