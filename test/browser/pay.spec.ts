import { readFileSync } from 'node:fs'
import { databaseKinds } from '../../bff/src/app.fixture'
import { goTo, ok } from '../end-to-end/applicant.fixture'
import { at, Preview } from './preview.fixture'
import { type WebPhone } from './web-phone.fixture'

const fees = [{ grade: 3, cents: 12_000 }]
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47])

describe.each(databaseKinds)('paying the fee on a phone, on %s', (kind) => {
  let preview: Preview
  let id: string
  let recordNo: string

  beforeEach(async () => {
    preview = await Preview.open(kind)
    await accepted()
  })
  afterEach(() => preview.close())

  const pay = () => preview.world.pay.control
  const office = () => preview.world.office.control

  /** To where the fee is the next thing; the way to there has a test of its own. */
  async function accepted(): Promise<void> {
    goTo(preview.world, '2023-03-21T09:00:00')
    id = (await (await preview.api('li')).submitted()).id
    const zhang = await preview.api('zhang')
    ok(await zhang.approve(ok(await zhang.get(`/unit-desk/applications/${id}`))))
    await preview.work()
    recordNo = office().records()[0]?.recordNo ?? ''
    goTo(preview.world, '2023-04-03T09:00:00')
    office().accept(recordNo)
    await preview.work()
  }

  async function feeIsSet(): Promise<void> {
    office().changeReference({ fees, paymentDeadline: '2023-04-10' })
    preview.world.clock.advance(60_000)
    await preview.work()
  }

  /** On the payer's page. */
  const plays = (phone: WebPhone, deed: string) => phone.page.getByRole('button', { name: deed, exact: true }).click()
  const odd = (phone: WebPhone) => phone.page.getByText('试一试意外情形').click()

  it('before the office has set fee and deadline it is closed; then it is paid on the payer’s page, and there is a receipt', async () => {
    const li = await preview.signedIn('li', at.pay(id))
    await li.sees('还不能缴费：标准没有公布')
    await li.picture('pay-closed')
    await feeIsSet()
    await li.reopen()
    await li.sees('请在 4月10日（周一）24:00 前缴费，还剩 7 天。')
    await li.picture('home-payment')
    await li.tab('我的申报')
    await li.tap('进度和经过')
    await li.sees('¥120.00')
    await li.picture('track-payment')
    await li.tap('去缴费')
    await li.title('缴费')
    await li.sees('怎么缴')
    await li.picture('pay-due')
    await li.tap('去缴费 ¥120.00')
    await plays(li, '确认支付')
    await li.page.getByRole('link', { name: '返回报名页面' }).click()
    await li.find('heading', '已缴费').waitFor()
    await li.picture('pay-receipt')
    await keepsReceipt(li)
    await pay().notificationsSettled()
    await li.reopen(at.status(id))
    await li.tap('缴费凭证，¥120.00')
    await li.sees(pay().orders()[0]?.payment?.transactionId ?? 'no number of WeChat')
    expect(await li.find('button', '去缴费').count()).toBe(0)
  })

  async function keepsReceipt(li: WebPhone): Promise<void> {
    const download = li.page.waitForEvent('download')
    await li.tap('把凭证存成图片')
    const file = await download
    expect(file.suggestedFilename()).toBe('缴费凭证.png')
    expect(readFileSync(await file.path()).subarray(0, 4)).toEqual(png)
    await li.sees('已下载')
  }

  it('[danger 15] back without having paid is never 已缴费; the app killed in the cashier knows of the money; all on one order', async () => {
    await feeIsSet()
    const li = await preview.signedIn('li', at.pay(id))
    await li.tap('去缴费 ¥120.00')
    await odd(li)
    await plays(li, '没有付钱，却返回了（像付成了一样）')
    await li.sees('上次没有付成，没有收到钱')
    expect(await li.find('heading', '已缴费').count()).toBe(0)
    await li.picture('pay-not-paid')
    await li.tap('去缴费 ¥120.00')
    await odd(li)
    await plays(li, '付了钱，但通知没有发出')
    await li.sees('支付成功，通知没有发出')
    await li.reopen(at.pay(id))
    await li.find('heading', '已缴费').waitFor()
    expect(pay().orders()).toHaveLength(1)
  })

  it('a refund of the office: each step is shown, in words', async () => {
    await feeIsSet()
    const li = await preview.signedIn('li', at.pay(id))
    await li.tap('去缴费 ¥120.00')
    await plays(li, '确认支付')
    await pay().notificationsSettled()
    await preview.work()
    office().decide(recordNo, { type: 'refund-decided', data: { reason: '考试取消' } })
    await preview.work()
    await li.reopen(at.pay(id))
    await li.sees('退款')
    await li.sees('工考办决定退费')
    await li.picture('pay-refund')
  })
})
