import { act, cleanup, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { draftView, session, wholeForm } from '../../../../../test/draft'
import { answerWith } from '../../../../../test/mocks/server'
import { router } from '../../../../../test/mocks/taro'
import { popup, templatesLoaded } from '@/shared/device/subscribe.fixture'
import { keep, tokens } from '@/shared/session/tokens'
import { localDraft } from '@/shared/storage/local-draft'
import Review from './index'

jest.mock('@/shared/device/subscribe', () => jest.requireActual('@/shared/device/subscribe.weapp'))

const submission = 'POST /applications/app-1/submission'
const correction = 'POST /applications/app-1/correction'
const done = { status: 200, body: draftView({ state: 'unit-review', version: 2 }) }

afterEach(() => {
  cleanup()
  act(() => {
    localDraft('app-1').clear()
    tokens.clear()
  })
})

const open = async (view = draftView({ form: wholeForm })) => {
  keep(session)
  router.params = { id: 'app-1' }
  await templatesLoaded()
  const wechat = popup()
  const edit = { status: 200, body: view }
  const server = answerWith({ 'GET /applications/app-1/edit': edit, [submission]: done, [correction]: done })
  render(<Review />)
  await screen.findByText('样例甲')
  return { server, wechat }
}
const button = (name: string) => screen.getByRole('button', { name })

test('[danger 52] 提交: WeChat is asked first thing in the tap, and then it is submitted', async () => {
  const { server, wechat } = await open()
  await wechat.tap(button('确认无误，提交'))
  expect(wechat.asked).toEqual([['tmpl-todo', 'tmpl-progress', 'tmpl-exam']])
  expect(server.times(submission)).toBe(0)
  await wechat.answer('accept')
  expect(server.times(submission)).toBe(1)
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/packages/apply/pages/result/index?id=app-1' })
})

test('[danger 52] 改好后再提交: the same', async () => {
  const returned = draftView({ form: wholeForm, state: 'office-returned', actions: ['edit', 'correct', 'withdraw'] })
  const { server, wechat } = await open(returned)
  await wechat.tap(button('确认无误，重新提交'))
  expect(wechat.asked).toHaveLength(1)
  await wechat.answer('reject')
  expect(server.times(correction)).toBe(1)
})

test('refused, or failed in whatever way: it is submitted all the same, and nothing of it is told to the server', async () => {
  const { server, wechat } = await open()
  await wechat.tap(button('确认无误，提交'))
  await wechat.fail(20004)
  expect(server.times(submission)).toBe(1)
  expect(JSON.stringify(server.asked)).not.toMatch(/subscribe|tmpl-/)
})
