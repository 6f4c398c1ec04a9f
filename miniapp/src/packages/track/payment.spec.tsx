import { type ApplicationState, type PaymentStatus } from '@app/contract'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { draftView, session } from '../../../test/draft'
import { answerWith } from '../../../test/mocks/server'
import { router } from '../../../test/mocks/taro'
import { paid, paymentStatus, refundView } from '../../../test/payment'
import { keep, tokens } from '@/shared/session/tokens'
import Status from './pages/status/index'

afterEach(() => {
  cleanup()
  act(() => tokens.clear())
})

const path = 'GET /applications/app-1/payment'
const open = async (state: ApplicationState, status: PaymentStatus) => {
  keep(session)
  router.params = { id: 'app-1' }
  const view = draftView({ state, stage: 'payment', payment: { state: 'online' }, editable: [], actions: ['withdraw'] })
  const server = answerWith({
    'GET /applications/app-1': { status: 200, body: view },
    'GET /time': { status: 200, body: { now: '2023-04-02T01:00:00.000Z', day: '2023-04-02', time: '09:00:00' } },
    [path]: { status: 200, body: status },
  })
  render(<Status />)
  await act(async () => undefined)
  return server
}
const leadsToPay = async (name: string | RegExp) => {
  await userEvent.click(screen.getByRole('button', { name }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/apply/pages/pay/index?id=app-1' })
}

test('due: amount, what for and until when, and one button that leads to paying', async () => {
  await open('awaiting-payment', paymentStatus())
  expect(screen.getByRole('heading', { name: '¥80.00' })).toBeInTheDocument()
  expect(screen.getByText('工勤技能等级考核费 三级')).toBeInTheDocument()
  expect(screen.getByText('请在 4月5日（周三）24:00 前缴费，还剩 3 天。')).toBeInTheDocument()
  await leadsToPay('去缴费 ¥80.00')
})

test('at the counter: where and until when', async () => {
  await open('awaiting-counter-payment', paymentStatus({ state: 'counter', counter: { office: '示例县工考办' } }))
  await leadsToPay(
    '到窗口缴费 ¥80.00，示例县工考办，请在 4月5日（周三）24:00 前缴费，还剩 3 天。，带上身份证。，看怎么缴',
  )
})

test('paid: the receipt, and what goes back', async () => {
  await open('confirmed', { ...paid, refunds: [refundView({ state: 'processing' })] })
  await leadsToPay('缴费凭证，¥80.00 · 4月1日（周六）10:05，看')
  await leadsToPay('退款 ¥80.00，退款中，看')
  expect(screen.queryByRole('button', { name: /去缴费/ })).not.toBeInTheDocument()
})

test.each<[PaymentStatus, RegExp]>([
  [paymentStatus({ state: 'confirming' }), /确认中，请不要再付/],
  [paymentStatus({ state: 'held' }), /钱已收到，正在核对/],
  [paymentStatus({ state: 'overdue' }), /缴费期限已经过了/],
  [paymentStatus({ state: 'closed', reason: 'merchant-not-set' }), /微信收款没开通/],
])('%j leads to what to do, and no button says 去缴费', async (status, words) => {
  await open('awaiting-payment', status)
  await leadsToPay(words)
  expect(screen.queryByRole('button', { name: /去缴费/ })).not.toBeInTheDocument()
})

test('before the office has accepted it nothing is asked about a fee', async () => {
  const server = await open('unit-review', paymentStatus())
  expect(server.times(path)).toBe(0)
})
