import { Cashier, fee } from './payer.fixture'
import { databaseKinds } from '../../bff/src/app.fixture'
import { officeCommand } from '../../bff/src/office-command'
import { Audit } from '../../bff/src/payments/audit'
import { RefundRow } from '../../bff/src/payments/rows/refund-row'
import { WechatPay } from '../../bff/src/platform/wechat-pay/wechat-pay'

describe.each(databaseKinds)('the operator’s commands for money, on %s', (kind) => {
  let cashier: Cashier
  beforeAll(async () => {
    cashier = await Cashier.open(kind)
  })
  afterAll(() => cashier.close())
  afterEach(() => cashier.pay.behaveWell())

  const run = (...args: string[]): Promise<string[]> => officeCommand(cashier.app.app, args)

  /** A payment of 1.00 instead of the fee, and the application that it was for. */
  async function heldPayment(): Promise<{ id: string; outTradeNo: string }> {
    const id = await cashier.accepted()
    const { outTradeNo } = (await cashier.started(id)).order
    await cashier.paid(outTradeNo, { cents: 100 })
    return { id, outTradeNo }
  }

  test('nothing to do is said in words', async () => {
    expect(await run('payments:differences')).toEqual(['no open differences'])
    expect(await run('payments:differences', '--all')).toEqual(['no differences'])
    expect(await run('payments:held')).toEqual(['no payment is held'])
    expect(await run('payments:refunds')).toEqual(['every refund goes through'])
    expect(await run('payments:trace', 'x')).toEqual(['no money has moved for x'])
  })

  test('a difference is listed until staff have noted what they did about it', async () => {
    const difference = {
      kind: 'unknown-payment' as const,
      number: 'N1',
      facts: { amountCents: 6000 },
      day: '2023-04-02',
    }
    const audit = cashier.app.app.get(Audit)
    await cashier.transactions.run((manager) => audit.differ(manager, difference))
    const [line] = await run('payments:differences')
    expect(line).toMatch(/^unknown-payment:N1 {2}bill of 2023-04-02 {2}found 2023-04-03T.* {2}amountCents=6000$/)
    await expect(run('payments:resolve', 'unknown-payment:N2', 'x')).rejects.toThrow(
      'no open difference, held payment or stuck refund has the id',
    )
    await expect(run('payments:resolve', 'unknown-payment:N1', 'x'.repeat(301))).rejects.toThrow('longer than 300')
    expect(await run('payments:resolve', 'unknown-payment:N1', 'paid', 'by', 'mistake,', 'returned')).toEqual([
      'unknown-payment:N1 is settled',
    ])
    await expect(run('payments:resolve', 'unknown-payment:N1', 'again')).rejects.toThrow('no open difference')
    expect(await run('payments:differences')).toEqual(['no open differences'])
    expect((await run('payments:differences', '--all'))[0]).toMatch(/ {2}settled .* {2}paid by mistake, returned$/)
  })

  test('a held payment is listed, given back once however often it is asked for, and gone from the list', async () => {
    const { id, outTradeNo } = await heldPayment()
    const [line] = await run('payments:held')
    expect(line).toMatch(new RegExp(`^${outTradeNo} {2}application ${id} {2}received 1.00 yuan instead of 120.00 yuan`))
    await expect(run('payments:refund', outTradeNo, '退'.repeat(81))).rejects.toThrow('longer than 80')
    const asked = await run('payments:refund', outTradeNo, '金额不符', '原路退回')
    expect(asked).toEqual([`T${outTradeNo} 1.00 yuan is asked for with the server's next turn`])
    expect(await run('payments:refund', outTradeNo, '再退一次')).toEqual([
      `T${outTradeNo} 1.00 yuan was asked for before`,
    ])
    await cashier.turn()
    await cashier.pay.settleRefund(`T${outTradeNo}`, 'SUCCESS')
    await cashier.pay.notificationsSettled()
    expect(await cashier.refunds(id)).toMatchObject([
      { state: 'refunded', reason: '金额不符 原路退回', cause: 'staff' },
    ])
    expect(cashier.pay.order(outTradeNo)?.refunds).toHaveLength(1)
    expect(await run('payments:held')).toEqual(['no payment is held'])
  })

  test('a confirmed payment is given back, but no payment twice, nor what never came', async () => {
    const id = await cashier.accepted()
    const { outTradeNo } = (await cashier.started(id)).order
    await expect(run('payments:refund', outTradeNo, 'x')).rejects.toThrow('nothing was received')
    await expect(run('payments:refund', 'GKNOBODY', 'x')).rejects.toThrow('no order has the number GKNOBODY')
    await cashier.paid(outTradeNo)
    const other = { outRefundNo: `${outTradeNo}R9`, outTradeNo, applicationId: id, cause: 'office' as const }
    const now = new Date(cashier.world.clock.now())
    const row: RefundRow = {
      ...{ ...other, amountCents: 1, totalCents: fee, reason: '退费', state: 'closed', refundId: null, nextAt: null },
      ...{ step: 0, leaseUntil: null, lastError: null, version: 0, askedAt: now, changedAt: now },
    }
    await cashier.transactions.run((manager) => manager.insert(RefundRow, { ...row, state: 'refunded' }))
    await expect(run('payments:refund', outTradeNo, 'x')).rejects.toThrow('another refund has')
    await cashier.transactions.run((manager) => manager.update(RefundRow, other, { state: 'closed' }))
    expect((await run('payments:refund', outTradeNo, 'x'))[0]).toContain('is asked for')
  })

  test('a refund that WeChat Pay has closed may be asked for anew, under another number', async () => {
    const { id, outTradeNo } = await heldPayment()
    await run('payments:refund', outTradeNo, '金额不符')
    await cashier.turn()
    await cashier.pay.settleRefund(`T${outTradeNo}`, 'CLOSED')
    await cashier.pay.notificationsSettled()
    const again = `T2-${outTradeNo} 1.00 yuan`
    expect(await run('payments:refund', outTradeNo, '金额不符')).toEqual([
      `${again} is asked for with the server's next turn`,
    ])
    expect(await run('payments:refund', outTradeNo, '金额不符')).toEqual([`${again} was asked for before`])
    await cashier.pass(60)
    await cashier.pay.settleRefund(`T2-${outTradeNo}`, 'SUCCESS')
    await cashier.pay.notificationsSettled()
    expect((await cashier.refunds(id)).map(({ state }) => state).toSorted()).toEqual(['closed', 'refunded'])
  })

  test('refunds that do not go through are listed with their reason, until staff have found another way', async () => {
    const { outTradeNo } = await heldPayment()
    const outRefundNo = `T${outTradeNo}`
    const listed = async (command: string): Promise<string | undefined> =>
      (await run(command)).find((line) => line.includes(outTradeNo))
    await run('payments:refund', outTradeNo, '金额不符')
    await cashier.turn()
    await cashier.pay.settleRefund(outRefundNo, 'ABNORMAL')
    await cashier.pay.notificationsSettled()
    expect(await listed('payments:refunds')).toMatch(/^T.* {2}abnormal {2}1.00 yuan {2}staff {2}of /)
    expect(await run('payments:resolve', outRefundNo, 'paid by bank')).toEqual([`${outRefundNo} is settled`])
    expect(await listed('payments:refunds')).toBeUndefined()
    expect(await listed('payments:held')).toBeDefined()
    await run('payments:resolve', outTradeNo, 'paid by bank')
    expect(await listed('payments:held')).toBeUndefined()
    expect((await run('payments:trace', outTradeNo)).at(-1)).toMatch(/resolved {2}by staff .* {2}note=paid by bank$/)
  })

  test('every step of money is shown, of an application and of one order', async () => {
    const id = await cashier.accepted()
    const { outTradeNo } = (await cashier.started(id)).order
    await cashier.paid(outTradeNo)
    const steps = await run('payments:trace', id)
    expect(steps[0]).toContain('ordered  by phone')
    expect(steps.at(-1)).toMatch(new RegExp(` {2}paid {2}by callback {2}${outTradeNo} {2}120.00 yuan$`))
    expect(await run('payments:trace', outTradeNo)).toEqual(steps)
  })

  test('WeChat Pay is asked at once about an order', async () => {
    const id = await cashier.accepted()
    const { outTradeNo } = (await cashier.started(id)).order
    expect(await run('payments:check', outTradeNo)).toEqual([`${outTradeNo} is not paid`])
    cashier.pay.switches.callbacks = 'never'
    await cashier.paid(outTradeNo)
    expect(await run('payments:check', outTradeNo)).toEqual([`${outTradeNo} was paid`])
    expect((await run('payments:check', outTradeNo))[0]).toContain('nothing new')
    expect((await run('payments:trace', outTradeNo)).at(-1)).toContain('paid  by staff')
    await expect(run('payments:check', 'GKNOBODY')).rejects.toThrow('no order has the number GKNOBODY')
  })

  test('WeChat Pay is not asked while no merchant is set up', async () => {
    jest.replaceProperty(cashier.app.app.get(WechatPay), 'merchant', undefined)
    await expect(run('payments:check', 'GK1')).rejects.toThrow('no merchant')
    jest.restoreAllMocks()
  })

  test.each([
    ['payments:differences', 'open'],
    ['payments:differences', '--all', 'x'],
    ['payments:resolve', 'unknown-payment:N1'],
    ['payments:resolve', 'unknown-payment:N1', ' '],
    ['payments:held', 'x'],
    ['payments:refunds', 'x'],
    ['payments:refund', 'GK1'],
    ['payments:refund'],
    ['payments:trace'],
    ['payments:trace', 'a', 'b'],
    ['payments:check'],
    ['payments:everything'],
    ['__proto__'],
  ])('%s %s says how it is used', async (...args) => {
    await expect(run(...args)).rejects.toThrow('npm run office -- payments:differences [--all]')
  })
})
