import { type NoticeList, type NoticeView } from '@app/contract'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { session } from '../../../test/draft'
import { answerWith } from '../../../test/mocks/server'
import { news, notice } from '../../../test/notices'
import { endSession } from '@/shared/session/account'
import { keep, tokens } from '@/shared/session/tokens'
import { keptNotices } from '@/shared/storage/kept-notices'
import List from './pages/list/index'

afterEach(() => {
  cleanup()
  act(() => {
    tokens.clear()
    keptNotices.clear()
  })
})

type Routes = Parameters<typeof answerWith>[0]
const read = 'POST /notices/read'
const time = { status: 200, body: { now: '2023-03-24T11:00:00.000Z', day: '2023-03-24', time: '19:00:00' } }
const page = (items: NoticeView[], more: Partial<NoticeList> = {}) => ({
  status: 200,
  body: { items, unread: items.filter((it) => !it.read).length, ...more },
})

const open = async (routes: Routes, account = 'account-1') => {
  keep({ ...session, account: { ...session.account, id: account } })
  const server = answerWith({ 'GET /time': time, [read]: { status: 200, body: { unread: 0 } }, ...routes })
  render(<List />)
  await act(async () => undefined)
  return server
}
const cards = () =>
  screen.getAllByRole('button').flatMap((it) => /单位审核通过|三级申报被退回/.exec(it.textContent ?? '')?.[0] ?? [])
const tap = async (name: RegExp | string) => {
  await userEvent.click(screen.getByRole('button', { name }))
  await act(async () => undefined)
}

test('each says what happened, what to do, until when with weekday and hour, and what is left; unread by a word', async () => {
  await open({ 'GET /notices': page([notice(), news('n-0', { read: true })]) })
  expect(
    screen.getByRole('button', {
      name: '未读，三级申报被退回，3月23日（周四）15:20，市工考办退回了您的申报，有 2 项要改。，要办：改好退回的 2 项，再提交一次。，最晚 3月27日（周一）24:00，还剩 3 天，去办',
    }),
  ).toBeInTheDocument()
  expect(screen.getByRole('button', { name: /^单位审核通过.*去看$/ })).toBeInTheDocument()
  expect(screen.getByText('1 条未读')).toBeInTheDocument()
})

test.each([
  ['2023-03-27', '09:00:00', '最晚 3月27日（周一）24:00，今天是最后一天'],
  ['2023-03-28', '00:00:00', '最晚 3月27日（周一）24:00，期限已经过了'],
])('on %s at %s: %s', async (day, clock, words) => {
  const now = { status: 200, body: { now: `${day}T01:00:00.000Z`, day, time: clock } }
  await open({ 'GET /notices': page([notice()]), 'GET /time': now })
  expect(screen.getByText(words)).toBeInTheDocument()
})

test('where what to do has the day in its words, only what is left is said beside it', async () => {
  await open({ 'GET /notices': page([notice({ todo: '请改好并重新提交：3月27日（周一）24:00 前。' })]) })
  expect(screen.getByText('还剩 3 天')).toBeInTheDocument()
  expect(screen.queryByText(/最晚/)).not.toBeInTheDocument()
})

test('while the server’s time is not known nothing is said of what is left', async () => {
  await open({ 'GET /notices': page([notice()]), 'GET /time': { status: 500 } })
  expect(screen.getByText('最晚 3月27日（周一）24:00')).toBeInTheDocument()
})

test('what a contact was told is marked as such', async () => {
  await open({ 'GET /notices': page([notice({ audience: 'contact' })]) })
  expect(screen.getByText('3月23日（周四）15:20 · 经办人')).toBeInTheDocument()
})

test('one tap leads to the page and marks it read', async () => {
  const server = await open({ 'GET /notices': page([notice(), news('n-0')]) })
  await tap(/^未读，三级申报被退回/)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/track/pages/status/index?id=app-1' })
  expect(server.asked.find(({ method }) => method === 'POST')?.data).toEqual({ ids: ['n-1'] })
  expect(screen.getByText('1 条未读')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: /^三级申报被退回/ })).toBeInTheDocument()
})

test('a page that this app does not have: the list stays and says so beside the notice', async () => {
  await open({ 'GET /notices': page([notice({ place: { page: 'exam/seat', query: {} } }), news('n-0')]) })
  await tap(/^未读，三级申报被退回/)
  expect(Taro.navigateTo).not.toHaveBeenCalled()
  expect(screen.getByText(/这一页，您手机上的小程序里还没有/)).toBeInTheDocument()
  await tap(/单位审核通过/)
  expect(screen.queryByText(/这一页，您手机上的小程序里还没有/)).not.toBeInTheDocument()
})

test('全部已读 stands once the server has it', async () => {
  const server = await open({
    'GET /notices': page([notice(), news('n-0')]),
    [read]: (_asked, before) => (before === 0 ? { status: 503, body: {} } : { status: 200, body: { unread: 0 } }),
  })
  await tap('全部已读')
  expect(screen.getByText('2 条未读')).toBeInTheDocument()
  await tap('全部已读')
  expect(server.asked.at(-1)?.data).toEqual({ all: true })
  expect(screen.getByText('都看过了')).toBeInTheDocument()
  expect(screen.queryByText('未读')).not.toBeInTheDocument()
})

test('older ones come by the cursor, in their order and each once', async () => {
  const server = await open({
    'GET /notices': page([notice()], { next: 'c 1' }),
    'GET /notices?cursor=c%201': page([notice(), news('n-0')]),
  })
  await tap('看更早的')
  expect(server.times('GET /notices?cursor=c%201')).toBe(1)
  expect(cards()).toEqual(['三级申报被退回', '单位审核通过'])
  expect(screen.queryByRole('button', { name: '看更早的' })).not.toBeInTheDocument()
})

test('a cursor that is no good any more: from the beginning', async () => {
  const over = { status: 400, body: { code: 'cursor-invalid', facts: {}, requestId: 'r1' } }
  const server = await open({
    'GET /notices': page([notice()], { next: 'c1' }),
    'GET /notices?cursor=c1': over,
  })
  await tap('看更早的')
  expect(server.times('GET /notices')).toBe(2)
  expect(cards()).toEqual(['三级申报被退回'])
})

test('an empty inbox says what will be here', async () => {
  await open({ 'GET /notices': page([]) })
  expect(screen.getByText('还没有消息')).toBeInTheDocument()
  expect(screen.getByText(/申报的每一步都会在这里告诉您/)).toBeInTheDocument()
})

test('without network the notices loaded last are there, and it says so; they are nobody else’s, and gone when one signs out', async () => {
  await open({ 'GET /notices': page([notice()]) })
  cleanup()
  Object.assign(Taro, { getNetworkType: jest.fn().mockResolvedValue({ networkType: 'none' }) })
  await open({})
  expect(screen.getByText(/现在没有连上网，下面是上次取到的/)).toBeInTheDocument()
  expect(cards()).toEqual(['三级申报被退回'])
  cleanup()
  await open({}, 'account-2')
  expect(cards()).toEqual([])
  await act(endSession)
  expect(keptNotices.get()).toBeUndefined()
})
