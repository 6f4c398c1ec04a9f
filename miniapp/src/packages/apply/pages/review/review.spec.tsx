import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { draftView, session, wholeForm } from '../../../../../test/draft'
import { answerWith } from '../../../../../test/mocks/server'
import { router } from '../../../../../test/mocks/taro'
import { keep, tokens } from '@/shared/session/tokens'
import { localDraft } from '@/shared/storage/local-draft'
import Review from './index'

const submission = 'POST /applications/app-1/submission'
const done = { status: 200, body: draftView({ state: 'unit-review', version: 2 }) }
const refused = (code: string, facts: object = {}) => ({ status: 409, body: { code, facts, requestId: 'r1' } })

afterEach(() => {
  cleanup()
  act(() => {
    localDraft('app-1').clear()
    tokens.clear()
  })
})

const open = async (routes: Parameters<typeof answerWith>[0], view = draftView({ form: wholeForm })) => {
  keep(session)
  router.params = { id: 'app-1' }
  const server = answerWith({ 'GET /applications/app-1/edit': { status: 200, body: view }, ...routes })
  render(<Review />)
  await screen.findByText('样例甲')
  return server
}
const submit = () => userEvent.click(screen.getByRole('button', { name: '确认无误，提交' }))

test('two quick taps are one request, and the page gives way to the result', async () => {
  const server = await open({ [submission]: done })
  await userEvent.dblClick(screen.getByRole('button', { name: '确认无误，提交' }))
  expect(server.times(submission)).toBe(1)
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/packages/apply/pages/result/index?id=app-1' })
})

test('the app opened again after a lost answer asks for it by itself, under the same key', async () => {
  const request = { phoneVerdict: { verdict: 'eligible', pack: 'jiaozuo-2023' } } as const
  localDraft('app-1').set({
    view: draftView({ form: wholeForm }),
    changes: {},
    sending: { key: 'key-of-the-first-try', request },
  })
  const server = await open({ [submission]: done })
  await act(async () => undefined)
  const asked = server.asked.find(({ method }) => method === 'POST')
  expect(asked?.header).toMatchObject({ 'idempotency-key': 'key-of-the-first-try' })
  expect(Taro.redirectTo).toHaveBeenCalled()
})

test('another verdict of the server stands beside the phone’s; newer data are fetched; one may go on', async () => {
  const server = await open({
    [submission]: (_asked, before) =>
      before === 0 ? refused('verdict-differs', { phone: 'confirm', server: 'eligible' }) : done,
  })
  await submit()
  expect(await screen.findByText('两边算的结果不一样')).toBeInTheDocument()
  expect(screen.getByText('需工考办确认')).toBeInTheDocument()
  expect(server.times('GET /campaigns/current')).toBe(1)
  await userEvent.click(screen.getByRole('button', { name: '按审核系统的结果提交' }))
  expect(server.asked.filter(({ method }) => method === 'POST').at(-1)?.data).toMatchObject({
    acknowledgedVerdict: 'eligible',
  })
})

test.each([
  ['registration-closed', { closedAt: '2023-03-28T16:00:00.000Z' }, /已经截止（3月28日（周二）24:00）/],
  ['registration-not-open', { opensOn: '2023-03-10' }, /还没有开始（3月10日（周五）开始）/],
  ['id-number-claimed', { claimId: 'c', state: 'open' }, /已经请单位经办人确认是您本人/],
  ['id-number-claimed', { claimId: 'c', state: 'refused' }, /不是您本人的身份证号/],
  ['live-application-exists', { applicationId: 'app-9' }, /今年已经有一份申报/],
  ['form-incomplete', { missing: ['form.workExperience'] }, /先填好标出的那一项。（工作经历）/],
  ['facts-invalid', { problems: [{ field: 'workStart', code: 'before-birth' }] }, /参加工作时间/],
  ['internal', {}, /不会重复/],
])('%s is said in words, and what was filled in stays', async (code, facts, words) => {
  await open({ [submission]: refused(code, facts) })
  await submit()
  expect(await screen.findByText(words)).toBeInTheDocument()
  expect(screen.getByText('样例甲')).toBeInTheDocument()
  expect(screen.queryByText(new RegExp(code))).not.toBeInTheDocument()
})

test('every line can be changed, and leads to its page', async () => {
  await open({})
  await userEvent.click(screen.getByRole('button', { name: /您是哪年哪月参加工作的？，2005年9月/ }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/packages/apply/pages/fact/index?id=app-1&question=workStart',
  })
})
