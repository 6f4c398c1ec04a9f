import { type PaymentStatus } from '@app/contract'
import { screen } from '@testing-library/react'
import Taro from '../../../../../test/mocks/taro'
import { paid, paymentStatus, refundView } from '../../../../../test/payment'
import { campaignCopy } from '@/shared/api/campaign'
import { button, clear, open, sees, seesNot, tap } from './pay.fixture'

jest.mock('@/shared/device/pay', () => jest.requireActual('@/shared/device/pay.weapp'))
jest.mock('@/shared/device/drawing/keep-drawing', () =>
  jest.requireActual('@/shared/device/drawing/keep-drawing.weapp'),
)

afterEach(() => {
  clear()
  campaignCopy.clear()
})

test('what for, how much, until when with weekday and hour, and what is left', async () => {
  await open(paymentStatus())
  expect(screen.getByRole('heading', { name: '¥80.00' })).toBeInTheDocument()
  sees('工勤技能等级考核费 三级')
  expect(screen.getAllByText('请在 4月5日（周三）24:00 前缴费，还剩 3 天。')).not.toHaveLength(0)
  expect(button('去缴费 ¥80.00')).not.toBeNull()
})

const bare: PaymentStatus = { state: 'closed', refunds: [] }

test.each<[PaymentStatus, string, RegExp]>([
  [{ state: 'not-due', refunds: [] }, '现在没有要缴的费', /审查通过、要缴费的时候/],
  [{ ...bare, reason: 'fee-not-set' }, '还不能缴费：标准没有公布', /现在不用做什么。您的申报和审查结果都在/],
  [{ ...bare, reason: 'deadline-not-set' }, '还不能缴费：期限没有公布', /您的申报和审查结果都在/],
  [{ ...bare, reason: 'merchant-not-set' }, '还不能缴费：微信收款没开通', /不是您手机的问题.*打电话/],
  [paymentStatus({ state: 'closed', reason: 'window-over' }), '离截止太近，微信不再收款', /马上打电话给工考办/],
  [paymentStatus({ state: 'free', amountCents: 0 }), '不用缴费', /0 元/],
  [paymentStatus({ state: 'held' }), '钱已收到，正在核对', /不用再付/],
  [
    paymentStatus({ state: 'overdue' }),
    '缴费期限已经过了',
    /期限到 4月5日（周三）24:00 为止.*期限前已经付了钱的照样算数/,
  ],
])('%j', async (status, title, text) => {
  await open(status)
  expect(screen.getByRole('heading', { name: title })).toBeInTheDocument()
  sees(text)
  expect(button(/去缴费/)).toBeNull()
})

test.each<[string, PaymentStatus, boolean]>([
  ['held', paymentStatus({ state: 'held' }), true],
  ['window-over', paymentStatus({ state: 'closed', reason: 'window-over' }), true],
  ['merchant-not-set', { ...bare, reason: 'merchant-not-set' }, true],
  ['fee-not-set', { ...bare, reason: 'fee-not-set' }, false],
  ['free', paymentStatus({ state: 'free', amountCents: 0 }), false],
])('%s: whom to call stands there only where someone can help (%#)', async (_name, status, there) => {
  await open(status)
  expect(button(/联系审查单位|打电话/) !== null).toBe(there)
})

test('the number that the server names can be called at once', async () => {
  const counter = { office: '示例县工考办', phone: '0391-0000001' }
  await open(paymentStatus({ state: 'held', counter }))
  await tap('打电话 0391-0000001')
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '0391-0000001' })
})

test('at the counter: where, how much, until when, what to bring, whom to call', async () => {
  const counter = { office: '示例县工考办', phone: '0391-0000001', address: '示例路 1 号' }
  await open(paymentStatus({ state: 'counter', counter }))
  for (const words of ['请到窗口缴费', '示例路 1 号', '¥80.00', '4月5日（周三）24:00 前', '本人身份证原件。'])
    sees(words)
  expect(screen.getAllByText('示例县工考办')).toHaveLength(2)
  expect(button('打电话 0391-0000001')).not.toBeNull()
  expect(button(/去缴费/)).toBeNull()
})

test('each refund with its cause, its step and its number, newest first', async () => {
  const refunds = [
    refundView({ outRefundNo: 'R2', cause: 'office', state: 'processing', changedAt: '2023-04-02T02:10:00.000Z' }),
    refundView({ outRefundNo: 'R1', state: 'refunded' }),
  ]
  await open({ ...paid, refunds })
  const shown = document.body.textContent ?? ''
  expect(shown).toMatch(
    /退款中工考办决定退费[^]*第 2 步（共 3 步）[^]*R2[^]*已退回多付的钱，自动退[^]*第 3 步（共 3 步）：已退回[^]*R1/,
  )
  expect(button(/联系审查单位/)).toBeNull()
})

test.each(['abnormal', 'closed'] as const)(
  'a refund that went wrong (%s): staff look after it, and whom to call',
  async (state) => {
    await open({ ...paid, refunds: [refundView({ state })] })
    sees('需要人工处理')
    sees(/钱不会丢/)
    expect(button(/联系审查单位/)).not.toBeNull()
  },
)

test('the receipt is kept as a picture; refused, it says the way, and that nothing is lost', async () => {
  const save = jest
    .fn()
    .mockRejectedValueOnce({ errMsg: 'saveImageToPhotosAlbum:fail auth deny' })
    .mockResolvedValue({})
  const query = {
    select: () => query,
    fields: () => query,
    exec: (done: (found: unknown[]) => void) => done([{ node }]),
  }
  const pen = { fillStyle: '', font: '', fillRect: jest.fn(), fillText: jest.fn() }
  const node = { width: 0, height: 0, getContext: () => pen }
  const openSetting = jest.fn().mockResolvedValue({})
  const canvasToTempFilePath = jest.fn().mockResolvedValue({ tempFilePath: 'tmp' })
  Object.assign(Taro, {
    createSelectorQuery: () => query,
    canvasToTempFilePath,
    openSetting,
    saveImageToPhotosAlbum: save,
  })
  await open(paid)
  await tap('把凭证存成图片')
  sees(/没有允许存到相册/)
  await tap('去打开')
  expect(openSetting).toHaveBeenCalled()
  await tap('把凭证存成图片')
  sees('已存到手机相册。')
  const shown = document.body.textContent ?? ''
  for (const [words] of pen.fillText.mock.calls) if (words !== '缴费凭证') expect(shown).toContain(words)
})

test('someone else’s application, or none: the page says so instead of waiting', async () => {
  await open(paymentStatus(), {
    'GET /applications/app-1/payment': { status: 404, body: { code: 'not-found', facts: {} } },
  })
  sees('没有打开')
  seesNot(/¥/)
})
