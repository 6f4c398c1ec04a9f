import { databaseKinds } from '../../bff/src/app.fixture'
import { HistoryRow } from '../../bff/src/applications/rows/history-row'
import { DifferenceRow } from '../../bff/src/payments/rows/audit-rows'
import { WechatPay } from '../../bff/src/platform/wechat-pay/wechat-pay'
import { Cashier, fee } from './payer.fixture'

describe.each(databaseKinds)('what the office decides on refunds, on %s', (kind) => {
  let cashier: Cashier
  beforeAll(async () => {
    cashier = await Cashier.open(kind)
  })
  afterAll(() => cashier.close())

  async function paid(): Promise<string> {
    const id = await cashier.accepted()
    const { order } = await cashier.started(id)
    await cashier.paid(order.outTradeNo)
    return id
  }

  const differences = (): Promise<DifferenceRow[]> =>
    cashier.transactions.read((manager) => manager.find(DifferenceRow))

  test('without an amount what has not gone back yet goes back; told once more there is nothing left, and nobody is alarmed', async () => {
    const id = await paid()
    await cashier.decided(id, 'refund-decided', { amountCents: 5000 })
    for (const reason of ['考试取消', '再退一次']) await cashier.decided(id, 'refund-decided', { reason })
    const amounts = (await cashier.refunds(id)).map(({ amountCents }) => amountCents)
    expect(amounts.sort((a, b) => a - b)).toEqual([5000, fee - 5000])
    expect(await differences()).toEqual([])
  })

  test('a refund that WeChat closed has not gone back: decided on anew, it is asked for anew', async () => {
    const id = await paid()
    await cashier.decided(id, 'refund-decided', {})
    await cashier.turn()
    const [first] = await cashier.refunds(id)
    await cashier.pay.settleRefund(first?.outRefundNo ?? '', 'CLOSED')
    await cashier.pay.notificationsSettled()
    await cashier.decided(id, 'refund-decided', {})
    expect((await cashier.refunds(id)).map(({ state }) => state).sort()).toEqual(['asked', 'closed'])
  })

  test.each(['𠮷', '退'])(
    'a reason that is too long is cut behind its eightieth character, also where that is %s',
    async (last) => {
      const id = await paid()
      const reason = `${'退'.repeat(79)}${last}`
      await cashier.decided(id, 'refund-decided', { reason: `${reason}费`, note: `${'字'.repeat(499)}𠮷字` })
      expect(await cashier.refunds(id)).toMatchObject([{ reason, state: 'asked' }])
      const [step] = await cashier.transactions.read((manager) =>
        manager.findBy(HistoryRow, { applicationId: id, event: 'refund-decided' }),
      )
      expect(step?.facts?.['note']).toBe(`${'字'.repeat(499)}𠮷`)
    },
  )

  test.each([['training-announced'], ['ticket-issued'], ['ticket-issued', 'score-published']])(
    'the exam is cancelled after %s: the fee goes back all the same',
    async (...steps) => {
      const id = await paid()
      for (const step of steps) await cashier.decided(id, step, {})
      const state = await cashier.state(id)
      await cashier.decided(id, 'refund-decided', { reason: '考试取消' })
      expect(await cashier.refunds(id)).toMatchObject([{ amountCents: fee, state: 'asked' }])
      expect(await cashier.state(id)).toBe(state)
    },
  )

  test('a refund of another merchant with a number of ours changes nothing here', async () => {
    const id = await paid()
    await cashier.decided(id, 'refund-decided', {})
    await cashier.turn()
    const [{ outRefundNo, outTradeNo } = { outRefundNo: '', outTradeNo: '' }] = await cashier.refunds(id)
    const notify = async (mchid: string): Promise<number> => {
      const plain = JSON.stringify({
        ...{
          mchid,
          out_trade_no: outTradeNo,
          out_refund_no: outRefundNo,
          refund_id: '50000',
          refund_status: 'SUCCESS',
        },
        ...{ success_time: '2023-04-03T09:00:00+08:00', amount: { total: fee, refund: fee } },
      })
      const body = JSON.stringify({
        ...{ id: `EV-${mchid}`, create_time: '2023-04-03T09:00:00+08:00', resource_type: 'encrypt-resource' },
        ...{ event_type: 'REFUND.SUCCESS', summary: '退款成功', resource: cashier.pay.encrypt(plain, 'refund') },
      })
      const headers = { ...cashier.pay.signed(body), 'content-type': 'application/json' }
      return (await cashier.app.call('POST', '/wechat-pay/notifications', { raw: body, headers })).status
    }
    expect(await notify('1900000999')).toBe(204)
    expect(await cashier.refunds(id)).toMatchObject([{ state: 'processing' }])
    expect(await notify(cashier.app.app.get(WechatPay).merchant?.mchid ?? '')).toBe(204)
    expect(await cashier.refunds(id)).toMatchObject([{ state: 'refunded' }])
  })

  test('WeChat tells of its end while a worker waits for an answer that never comes: it is over', async () => {
    const id = await paid()
    await cashier.decided(id, 'refund-decided', {})
    const pay = cashier.app.app.get(WechatPay)
    const refund = pay.refund.bind(pay)
    jest.spyOn(pay, 'refund').mockImplementationOnce(async (order) => {
      await refund(order)
      await cashier.pay.settleRefund(order.outRefundNo, 'SUCCESS')
      await cashier.pay.notificationsSettled()
      return { kind: 'unknown', reason: 'timeout' }
    })
    await cashier.turn()
    jest.restoreAllMocks()
    expect(await cashier.refunds(id)).toMatchObject([{ state: 'refunded', nextAt: null, lastError: null }])
  })

  test('the payer’s account is closed: for staff at once, under the same number', async () => {
    const id = await paid()
    cashier.pay.switches.faults = [{ kind: 'error', code: 'USER_ACCOUNT_ABNORMAL', on: ['refund'] }]
    await cashier.decided(id, 'refund-decided', {})
    await cashier.turn()
    expect(await cashier.refunds(id)).toMatchObject([{ state: 'abnormal' }])
  })
})
