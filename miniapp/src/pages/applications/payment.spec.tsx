import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { draftView, session } from '../../../test/draft'
import { answerWith } from '../../../test/mocks/server'
import { keep, tokens } from '@/shared/session/tokens'
import Applications from './index'

afterEach(() => {
  cleanup()
  act(() => tokens.clear())
})

const open = async (changes: Parameters<typeof draftView>[0]) => {
  keep(session)
  answerWith({ 'GET /applications': { status: 200, body: { items: [draftView(changes)] } } })
  render(<Applications />)
  await act(async () => undefined)
}

test.each(['awaiting-payment', 'awaiting-counter-payment'] as const)('%s leads to the fee', async (state) => {
  await open({ state, stage: 'payment' })
  await userEvent.click(screen.getByRole('button', { name: '缴费，金额、期限和办法，去看' }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/apply/pages/pay/index?id=app-1' })
})

test('before that no fee is spoken of', async () => {
  await open({ state: 'unit-review', stage: 'with-unit' })
  expect(screen.queryByText('缴费')).not.toBeInTheDocument()
})
