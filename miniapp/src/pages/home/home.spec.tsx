import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { currentPack } from '@app/shared-rules'
import { answerWith } from '../../../test/mocks/server'
import { campaignCopy } from '@/shared/api/campaign'
import { tokens } from '@/shared/session/tokens'
import { answers } from '@/shared/storage/answers'
import { seasonOn } from '@/shared/texts/season'
import Home from './index'

afterEach(() => {
  cleanup()
  act(() => {
    answers.clear()
    tokens.clear()
    campaignCopy.clear()
  })
})

const on = (day: string) => ({
  'GET /time': { status: 200, body: { now: `${day}T01:00:00.000Z`, day, time: '09:00:00' } },
})
const open = async (routes: Parameters<typeof answerWith>[0] = {}) => {
  const server = answerWith(routes)
  render(<Home />)
  await act(async () => undefined)
  return server
}
const step = () => screen.getAllByRole('heading', { level: 2 })[0]

test('without sign-in and without network the page stands: what next, the season, the doors', async () => {
  await open()
  expect(step()).toHaveTextContent('先查一查您能报几级')
  expect(screen.getByText(/网上报名到 3月28日（周二）24:00/)).toBeInTheDocument()
  expect(screen.getAllByRole('listitem')).toHaveLength(5)
  expect(screen.queryByText(/^今天/)).not.toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: /看懂这份通知/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/help/pages/notice/index' })
})

test('nobody is signed in by merely opening the app', async () => {
  await open(on('2023-03-20'))
  expect(Taro.login).not.toHaveBeenCalled()
})

test('today by the server’s clock, and what is left', async () => {
  await open(on('2023-03-20'))
  expect(screen.getByText('今天 3月20日（周一），正在报名、审查。')).toBeInTheDocument()
  expect(screen.getByText(/还剩 8 天/)).toBeInTheDocument()
})

test('the last day, and the day after', async () => {
  await open(on('2023-03-28'))
  expect(screen.getByText(/今天是最后一天/)).toBeInTheDocument()
  cleanup()
  await open(on('2023-03-29'))
  expect(step()).toHaveTextContent('今年的网上报名已经结束')
})

test('half-answered, one goes on; answered, one sees the result', async () => {
  answers.set({ facts: { occupation: 'storekeeper' }, declined: [] })
  await open(on('2023-03-20'))
  expect(step()).toHaveTextContent(/^接着自查：已答 1 题/)
})

test('what was returned comes before everything, with its limit', async () => {
  const account = { id: 'a1', contactOf: [], consents: [] }
  tokens.set({ accessToken: 'a', refreshToken: 'r', account })
  const limit = {
    state: 'set',
    nominal: '2023-03-27',
    effective: '2023-03-27',
    until: '2023-03-27T16:00:00.000Z',
    workDaysLeft: 1,
    passed: false,
  }
  const item = { id: 'x', state: 'office-returned', stage: 'with-you', returned: { by: 'office', count: 2, limit } }
  await open({ ...on('2023-03-24'), 'GET /applications': { status: 200, body: { items: [item] } } })
  expect(step()).toHaveTextContent('改好 2 项被退回的内容')
  expect(screen.getByText('请在 3月27日（周一）24:00 前改好，还剩 1 个工作日。')).toBeInTheDocument()
})

test('the office’s data is kept and asked for by its ETag the next time; a moved close is shown', async () => {
  const schedule = { ...currentPack.schedule, registrationClosesOn: '2023-03-31' }
  const body = {
    id: 'jiaozuo-2023',
    pack: 'jiaozuo-2023',
    year: 2023,
    reference: 'loaded',
    schedule,
    occupations: [],
    districts: [],
    pins: {},
    payment: { state: 'closed', reason: 'fee-not-set' },
  }
  const first = await open({ 'GET /campaigns/current': { status: 200, body, header: { etag: '"v1"' } } })
  expect(first.times('GET /campaigns/current')).toBe(1)
  expect(screen.getByText(/3月31日（周五）24:00/)).toBeInTheDocument()
  cleanup()
  const second = await open({ 'GET /campaigns/current': { status: 304 } })
  expect(second.asked.find(({ url }) => url.endsWith('/current'))?.header?.['if-none-match']).toBe('"v1"')
  expect(screen.getByText(/3月31日（周五）24:00/)).toBeInTheDocument()
})

test.each([
  ['2023-03-09', ['ahead', 'ahead', 'ahead', 'ahead', 'ahead']],
  ['2023-03-10', ['now', 'now', 'ahead', 'ahead', 'ahead']],
  ['2023-04-06', ['done', 'now', 'now', 'ahead', 'ahead']],
  ['2023-12-31', ['done', 'done', 'done', 'done', 'now']],
  ['2024-01-01', ['done', 'done', 'done', 'done', 'done']],
])('the season on %s', (day, states) => {
  expect(seasonOn(currentPack, day).stages.map(({ state }) => state)).toEqual(states)
})
