import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { draftView, session } from '../../../../../test/draft'
import { answerWith } from '../../../../../test/mocks/server'
import { keep, tokens } from '@/shared/session/tokens'
import { answers } from '@/shared/storage/answers'
import { privacy, sensitive } from '@/shared/texts/consents'
import Start from './index'

const list = (items: object[]) => ({ 'GET /applications': { status: 200, body: { items } } })
const consents = { 'POST /me/consents': { status: 200, body: session.account } }
const create = 'POST /applications'

afterEach(() => {
  cleanup()
  act(() => {
    tokens.clear()
    answers.clear()
  })
})

const open = async (routes: Parameters<typeof answerWith>[0], signedIn = true) => {
  if (signedIn) keep(session)
  answers.set({ facts: { workStart: '2005-09' }, declined: [], grade: 3 })
  const server = answerWith(routes)
  render(<Start />)
  await act(async () => undefined)
  return server
}
const tick = (words: RegExp) => userEvent.click(screen.getByRole('checkbox', { name: words }))
const begin = () => userEvent.click(screen.getByRole('button', { name: '同意，开始填写' }))

test('who is not signed in reads what will happen first; nobody is signed in unasked', async () => {
  const server = await open({}, false)
  expect(screen.getByText('申报分三步')).toBeInTheDocument()
  expect(server.asked).toEqual([])
})

test('both consents, each by a tick of its own; one alone stores nothing', async () => {
  const server = await open({ ...list([]), ...consents })
  await tick(/同意这样使用我的个人信息/)
  await begin()
  expect(screen.getByText(/两处都勾选/)).toBeInTheDocument()
  expect(server.asked.filter(({ method }) => method === 'POST')).toEqual([])
})

test('the draft takes over the answers and the grade of the self-check', async () => {
  const server = await open({ ...list([]), ...consents, [create]: { status: 201, body: draftView() } })
  await tick(/同意这样使用我的个人信息/)
  await tick(/单独同意/)
  await begin()
  const sent = server.asked.filter(({ method }) => method === 'POST').map(({ data }) => data)
  expect(sent).toMatchObject([
    { kind: 'privacy' },
    { kind: 'sensitive-data' },
    { campaign: 'jiaozuo-2023', facts: { workStart: '2005-09' }, grade: 3 },
  ])
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/packages/apply/pages/tasks/index?id=app-1' })
})

test('a second try after a lost answer makes no second draft', async () => {
  const server = await open({
    ...list([]),
    ...consents,
    [create]: (_asked, before) => {
      if (before === 0) throw { errMsg: 'request:fail' }
      return { status: 201, body: draftView() }
    },
  })
  await tick(/同意这样使用我的个人信息/)
  await tick(/单独同意/)
  await begin()
  expect(screen.getByText(/没有连上服务/)).toBeInTheDocument()
  await begin()
  const keys = server.asked
    .filter(({ url }) => url.endsWith('/applications'))
    .map(({ header }) => header?.['idempotency-key'])
  const [first, second] = keys.filter(Boolean)
  expect(first).toBeTruthy()
  expect(second).toBe(first)
})

const agreed = [
  { kind: 'privacy', version: privacy.version, at: '2023-03-20T01:00:00Z' },
  { kind: 'sensitive-data', version: sensitive.version, at: '2023-03-20T01:00:00Z' },
] as const

test('who has an application this year goes on with it', async () => {
  await open(list([draftView({ id: 'app-7' })]))
  act(() => keep({ ...session, account: { ...session.account, consents: [...agreed] } }))
  await userEvent.click(screen.getByRole('button', { name: '接着填这一份' }))
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/packages/apply/pages/tasks/index?id=app-7' })
})

test('who began under older words reads the new ones first, agrees, and goes on with the same draft', async () => {
  const [old] = agreed
  const server = await open({ ...list([draftView({ id: 'app-7' })]), ...consents })
  act(() => keep({ ...session, account: { ...session.account, consents: [old] } }))
  expect(screen.getByText(/说明有更新。您填的都还在/)).toBeInTheDocument()
  await tick(/同意这样使用我的个人信息/)
  await tick(/单独同意/)
  await userEvent.click(screen.getByRole('button', { name: '同意，接着填' }))
  const sent = server.asked.filter(({ method }) => method === 'POST').map(({ data }) => data)
  expect(sent).toEqual([
    { kind: 'privacy', version: privacy.version },
    { kind: 'sensitive-data', version: sensitive.version },
  ])
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/packages/apply/pages/tasks/index?id=app-7' })
})
