import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { session } from '../../../test/draft'
import { answerWith } from '../../../test/mocks/server'
import { news, notice } from '../../../test/notices'
import { keep, tokens } from '@/shared/session/tokens'
import Home from '../home/index'
import Me from './index'

afterEach(() => {
  cleanup()
  act(() => tokens.clear())
})

type Routes = Parameters<typeof answerWith>[0]
const unread = 'GET /notices/unread'
const open = async (Tab: () => JSX.Element, routes: Routes) => {
  const server = answerWith({ 'GET /me': { status: 200, body: session.account }, ...routes })
  render(<Tab />)
  await act(async () => undefined)
  return server
}
const count = (of: number) => ({ status: 200, body: { unread: of } })
const list = (...items: object[]) => ({ status: 200, body: { items, unread: items.length } })

test('我的 says how many are unread, by number and word, and leads to them and to the settings', async () => {
  keep(session)
  await open(Me, { [unread]: count(2) })
  await userEvent.click(screen.getByRole('button', { name: /^消息，.*2 条未读，看$/ }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/notices/pages/list/index' })
  await userEvent.click(screen.getByRole('button', { name: /^消息提醒方式/ }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/notices/pages/settings/index' })
})

test('nothing unread, nothing said of it', async () => {
  keep(session)
  await open(Me, { [unread]: count(0) })
  expect(screen.queryByText(/未读/)).not.toBeInTheDocument()
})

test('before signing in there is no inbox, and nothing is asked', async () => {
  const server = await open(Me, {})
  await open(Home, {})
  expect(screen.queryByText('消息')).not.toBeInTheDocument()
  expect(server.times(unread)).toBe(0)
})

test('the home tab says what is unread and to be done, the newest by its name', async () => {
  keep(session)
  await open(Home, { [unread]: count(3), 'GET /notices': list(news('a'), notice(), notice({ id: 'b' })) })
  expect(screen.getByText('有 2 件事要您办，最近一件：三级申报被退回')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '看消息' }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/notices/pages/list/index' })
})

test('what is merely news, or read, is not on the home tab', async () => {
  keep(session)
  await open(Home, { [unread]: count(1), 'GET /notices': list(news('a'), notice({ read: true })) })
  expect(screen.queryByText(/要您办/)).not.toBeInTheDocument()
})
