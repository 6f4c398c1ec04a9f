import { type OwnClock, standingClock } from '../../clock/clock'
import { sampleApplication } from '../application.fixture'
import { problemsOf } from '../contract/validate'
import { signedClient } from '../signed-client.fixture'
import { type RunningOffice, startExamOffice } from '../start-exam-office'

const key = { id: 'k1', key: Buffer.alloc(32, 1) }

describe("money on the office's page", () => {
  let clock: OwnClock
  let office: RunningOffice
  let recordNo: string
  let call: ReturnType<typeof signedClient>
  beforeEach(async () => {
    clock = standingClock()
    office = await startExamOffice({ clock, keys: [key], digestKey: Buffer.alloc(32, 3) })
    call = signedClient(office.url, clock, key)
    recordNo = (await call('POST', '/applications', { body: sampleApplication(office.control.idDigest) })).body.recordNo
    office.control.accept(recordNo)
  })
  afterEach(() => office.close())

  const read = async (path = `/records/${recordNo}`) => (await fetch(office.url + path)).text()
  const send = async (fields: Record<string, string>, path = `/records/${recordNo}/events`) =>
    (await fetch(office.url + path, { method: 'POST', body: new URLSearchParams(fields) })).text()
  const newest = () => office.control.changes().at(-1)

  it('an application says that no fee is set and where to set it; one tap fills in samples that are marked as such', async () => {
    expect(await read()).toContain('href="/reference#money"')
    const page = await read('/reference')
    expect(page).toContain('没有定，不能缴费')
    expect(page).toContain('编出来的示例金额')
    // Enter in a field saves what was typed, and never the samples.
    expect(page).toMatch(/<form [^>]*id="sample-money"[^>]*><\/form>/)
    expect(page).toContain('<button form="sample-money">')
    expect(await send({}, '/reference/sample-money')).toContain('已保存')
    const { fees, paymentDeadline, sample } = office.control.reference()
    expect(fees.map(({ grade }) => grade)).toEqual([1, 2, 3, 4, 5])
    expect([paymentDeadline, sample]).toEqual(['2023-04-03', true])
    expect(await read()).toContain('120.00 元')
  })

  it('records a payment at the counter: when, receipt, amount; as the contract has it', async () => {
    const fields = { type: 'payment-recorded', paidAt: '2023-03-22T10:05', receiptNo: ' 0012345 ', amount: '80.1' }
    expect(await send(fields)).toContain('已办理：登记缴费')
    const data = { paidAt: '2023-03-22T02:05:00.000Z', receiptNo: '0012345', amountCents: 8010 }
    expect(newest()).toMatchObject({ type: 'payment-recorded', data })
    expect(problemsOf('PaymentRecorded', newest()?.data)).toEqual([])
    expect(await read()).toContain('窗口缴费，80.10 元，2023年3月22日（周三）10:05，票据号 0012345')
  })

  it.each([
    [{ paidAt: '2023-03-22T10:05', receiptNo: '0012345', amount: '八十' }, '“八十”不是金额'],
    [{ paidAt: '2023-03-22T10:05', receiptNo: '0012345', amount: '0' }, '“0”不是金额'],
    [{ paidAt: '2023-03-22T10:05', receiptNo: ' ', amount: '80' }, '请填缴费时间和票据号'],
    [{ paidAt: '昨天', receiptNo: '0012345', amount: '80' }, '请填缴费时间和票据号'],
  ])('records no payment that reads %j', async (fields, words) => {
    const before = office.control.changes().length
    expect(await send({ type: 'payment-recorded', ...fields })).toContain(words)
    expect(office.control.changes()).toHaveLength(before)
  })

  it('decides on a refund: a part of it with its reason, or all', async () => {
    await send({ type: 'refund-decided', amount: '20', refundReason: '考试取消' })
    expect(newest()).toMatchObject({ type: 'refund-decided', data: { amountCents: 2000, reason: '考试取消' } })
    expect(problemsOf('RefundDecided', newest()?.data)).toEqual([])
    expect(await read()).toContain('20.00 元，考试取消')
    await send({ type: 'refund-decided', amount: '', refundReason: '' })
    expect(newest()?.data).toEqual({})
    expect(await read()).toContain('全部退回')
  })

  it('decides on a refund after the application has ended, and takes no payment then', async () => {
    office.control.decide(recordNo, { type: 'rejected', reasons: [{ item: '*', code: 'other', text: '不符合' }] })
    const page = await read()
    expect([page.includes('value="refund-decided"'), page.includes('value="payment-recorded"')]).toEqual([true, false])
    expect(await send({ type: 'refund-decided' })).toContain('已办理：退费决定')
  })

  it('tells in words what the service sent about money', async () => {
    const at = '2023-03-22T02:05:00.000Z'
    const payment = { outTradeNo: 'T1', transactionId: '4200001', amountCents: 8010, channel: 'wechat', paidAt: at }
    await call('POST', `/applications/${recordNo}/payments`, { body: payment })
    const refund = { outRefundNo: 'R1', outTradeNo: 'T1', amountCents: 8010, at }
    await call('POST', `/applications/${recordNo}/refunds`, { body: { ...refund, state: 'requested', reason: '重复' } })
    await call('POST', `/applications/${recordNo}/refunds`, { body: { ...refund, state: 'failed' } })
    const page = await read()
    const when = '2023年3月22日（周三）10:05'
    for (const words of [
      `微信支付，80.10 元，${when}，商户单号 T1，微信单号 4200001`,
      `已申请，退款中，80.10 元，${when}，商户单号 T1，退款单号 R1，重复`,
      `没有退成，要人工处理，80.10 元，${when}，商户单号 T1，退款单号 R1`,
    ])
      expect(page).toContain(words)
  })
})
