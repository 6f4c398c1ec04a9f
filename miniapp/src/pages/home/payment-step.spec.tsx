import { type PaymentStatus } from '@app/contract'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { session } from '../../../test/draft'
import { answerWith } from '../../../test/mocks/server'
import { paymentStatus } from '../../../test/payment'
import { keep, tokens } from '@/shared/session/tokens'
import Home from './index'

afterEach(() => {
  cleanup()
  act(() => tokens.clear())
})

const open = async (day: string, status?: PaymentStatus) => {
  keep(session)
  const item = { id: 'app-1', state: 'awaiting-payment', stage: 'payment' }
  answerWith({
    'GET /time': { status: 200, body: { now: `${day}T01:00:00.000Z`, day, time: '09:00:00' } },
    'GET /applications': { status: 200, body: { items: [item] } },
    ...(status && { 'GET /applications/app-1/payment': { status: 200, body: status } }),
  })
  render(<Home />)
  await act(async () => undefined)
  await act(async () => undefined)
}
const card = () => screen.getByText('您的下一步').parentElement
const leadsToPay = async (name: string) => {
  await userEvent.click(screen.getByRole('button', { name }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/apply/pages/pay/index?id=app-1' })
}

test('a fee that is due is the next step, with amount and deadline; it presses in the last days', async () => {
  await open('2023-03-30', paymentStatus())
  expect(card()).toHaveTextContent('缴费 ¥80.00请在 4月5日（周三）24:00 前缴费，还剩 6 天。去缴费')
  expect(document.querySelector('.next-step__text--urgent')).toBeNull()
  await leadsToPay('去缴费')
  cleanup()
  await open('2023-04-03', paymentStatus())
  expect(document.querySelector('.next-step__text--urgent')).toHaveTextContent('还剩 2 天')
})

test('at the counter: where, until when, and what to bring', async () => {
  await open('2023-03-30', paymentStatus({ state: 'counter', counter: { office: '示例县工考办' } }))
  expect(card()).toHaveTextContent(
    '到窗口缴费 ¥80.00示例县工考办。请在 4月5日（周三）24:00 前缴费，还剩 6 天。带上身份证。',
  )
  await leadsToPay('看怎么缴')
})

test.each<[PaymentStatus['state'], string]>([
  ['closed', '审查通过，还不能缴费'],
  ['confirming', '缴费确认中'],
  ['held', '钱已收到，正在核对'],
  ['overdue', '缴费期限已经过了'],
  ['paid', '已缴费'],
])('%s: %s', async (state, title) => {
  await open('2023-03-30', paymentStatus({ state }))
  expect(screen.getByRole('heading', { name: title })).toBeInTheDocument()
  await leadsToPay('看缴费')
})

test('while the fee cannot be loaded nobody is told to pay an unknown amount', async () => {
  await open('2023-03-30')
  expect(card()).toHaveTextContent('审查通过，等缴费点进去看多少钱、什么时候前缴。')
})
