import { act, cleanup, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { draftView, session } from '../../../test/draft'
import { answerWith } from '../../../test/mocks/server'
import { router } from '../../../test/mocks/taro'
import { popup, templatesLoaded } from '@/shared/device/subscribe.fixture'
import { keep, tokens } from '@/shared/session/tokens'
import Person from './pages/person/index'

jest.mock('@/shared/device/subscribe', () => jest.requireActual('@/shared/device/subscribe.weapp'))

afterEach(() => {
  cleanup()
  act(() => tokens.clear())
})

const open = async (day: string) => {
  keep(session)
  router.params = { id: 'app-1' }
  await templatesLoaded()
  const wechat = popup()
  const body = {
    ...draftView({ state: 'unit-review', stage: 'with-unit' }),
    ...{ deskActions: ['approve', 'return'], role: 'unit-contact', unknownEvents: [] },
  }
  answerWith({
    'GET /unit-desk/applications/app-1': { status: 200, body },
    'GET /time': { status: 200, body: { now: `${day}T01:00:00.000Z`, day, time: '09:00:00' } },
  })
  render(<Person />)
  await act(async () => undefined)
  return wechat
}
const button = (name: string) => screen.getByRole('button', { name })
const opened = (page: string) =>
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/unit-desk/pages/${page}/index?id=app-1` })

test('[danger 52] 通过 asks the contact first thing in the tap, once a day; then, and whatever the answer, the page opens', async () => {
  const first = await open('2023-03-22')
  await first.tap(button('通过'))
  expect([first.asked, jest.mocked(Taro.navigateTo).mock.calls]).toEqual([[['tmpl-todo', 'tmpl-progress']], []])
  await first.answer('reject')
  opened('approve')
  await first.tap(button('退回'))
  expect(first.calls()).toBe(1)
  opened('return')
})

test('[danger 52] 退回 asks the next day', async () => {
  const wechat = await open('2023-03-23')
  await wechat.tap(button('退回'))
  expect(wechat.asked).toHaveLength(1)
  await wechat.fail(20005)
  opened('return')
})
