import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { session } from '../../../test/draft'
import { answerWith } from '../../../test/mocks/server'
import { keep, tokens } from '../session/tokens'
import { PhoneCard } from './phone-card'

afterEach(() => {
  cleanup()
  act(() => tokens.clear())
  window.history.replaceState(null, '', '/')
})

const open = async (routes: Parameters<typeof answerWith>[0]) => {
  keep(session)
  const server = answerWith(routes)
  render(<PhoneCard why="审核时找您用" />)
  await act(async () => undefined)
  return server
}
const agreed = { kind: 'privacy' as const, version: '2023-1', at: '2023-03-20T01:00:00.000Z' }
const consented = { status: 200, body: { ...session.account, consents: [agreed] } }
const account = (verified: boolean) => ({ ...session.account, phone: { masked: '120****0001', verified } })

test('[danger 40] a code that is over costs another tap, and locks nobody out', async () => {
  window.history.replaceState(null, '', '/?phoneCode=over')
  const server = await open({
    'POST /me/consents': consented,
    'POST /me/phone': { status: 409, body: { code: 'phone-code-invalid', facts: {}, requestId: 'r1' } },
  })
  expect(await screen.findByText('已过期，请再点一次。')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '用微信手机号' })).toHaveAttribute('aria-disabled', 'false')
  expect(server.times('POST /me/phone')).toBe(1)
  expect(window.location.search).toBe('')
})

test('[danger 41] where WeChat gives none, the number is typed', async () => {
  window.history.replaceState(null, '', '/?phoneCode=any')
  const server = await open({
    'POST /me/consents': consented,
    'POST /me/phone': { status: 503, body: { code: 'phone-unavailable', facts: {}, requestId: 'r1' } },
    'PUT /me/phone': { status: 200, body: account(false) },
  })
  await screen.findByText(/微信暂时给不了手机号/)
  await userEvent.type(screen.getByRole('textbox', { name: '手机号' }), '120 0000 000')
  await userEvent.click(screen.getByRole('button', { name: '存下这个手机号' }))
  expect(screen.getByText(/手机号是 11 位，现在是 10 位/)).toBeInTheDocument()
  await userEvent.type(screen.getByRole('textbox', { name: /手机号/ }), '1')
  await userEvent.click(screen.getByRole('button', { name: '存下这个手机号' }))
  expect(await screen.findByText('120****0001')).toBeInTheDocument()
  expect(server.asked.at(-1)?.data).toEqual({ phone: '12000000001' })
})

test('what is done with the number stands beside the button, and its tap agrees to that before the number is sent', async () => {
  window.history.replaceState(null, '', '/?phoneCode=any')
  const server = await open({
    'POST /me/consents': consented,
    'POST /me/phone': { status: 200, body: { ...account(true), consents: [agreed] } },
  })
  expect(await screen.findByText('120****0001')).toBeInTheDocument()
  expect(server.asked[0]?.data).toEqual({ kind: 'privacy', version: '2023-1' })
  expect(screen.queryByText(/就是同意这样使用/)).not.toBeInTheDocument()
})
