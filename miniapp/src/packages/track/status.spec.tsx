import { type ApplicationView, type PaperView, type Supplement, type TimelineRow } from '@app/contract'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { draftView, session } from '../../../test/draft'
import { answerWith } from '../../../test/mocks/server'
import { pageView, paperItem, papersView, paperView } from '../../../test/papers'
import { router } from '../../../test/mocks/taro'
import { keep, tokens } from '@/shared/session/tokens'
import Status from './pages/status/index'

afterEach(() => {
  cleanup()
  act(() => tokens.clear())
})

const open = async (changes: Partial<ApplicationView>, papers: PaperView[] = []) => {
  keep(session)
  router.params = { id: 'app-1' }
  answerWith({
    'GET /applications/app-1': { status: 200, body: draftView(changes) },
    'GET /applications/app-1/papers': { status: 200, body: papersView(papers) },
  })
  render(<Status />)
  await act(async () => undefined)
}
const row = (event: TimelineRow['event'], at: string, more: Partial<TimelineRow> = {}): TimelineRow => ({
  id: `${event}${at}`,
  at,
  event,
  to: 'office-review',
  stage: 'with-office',
  actor: 'office',
  items: [],
  facts: {},
  ...more,
})
const returned: Partial<ApplicationView> = {
  state: 'office-returned',
  stage: 'with-you',
  actions: ['edit', 'correct', 'withdraw'],
  editable: ['facts.workStart', 'papers.grade-certificate'],
  returnedFor: {
    by: 'office',
    byName: '市工考办',
    at: '2023-03-23T07:20:00.000Z',
    items: [
      { item: 'facts.workStart', code: 'differs-from-file', words: '与档案不一致' },
      { item: 'papers.grade-certificate', code: 'unreadable', words: '看不清发证日期' },
    ],
    limit: {
      state: 'set',
      nominal: '2023-03-27',
      effective: '2023-03-27',
      until: '2023-03-27T16:00:00.000Z',
      workDaysLeft: 1,
      passed: false,
    },
  },
}

test('a return stands first, with what to mend and until when; each item leads to its place', async () => {
  await open(returned)
  expect(screen.getAllByRole('heading', { level: 2 })[0]).toHaveTextContent('市工考办退回了 2 项')
  expect(screen.getByText('请在 3月27日（周一）24:00 前改好，还剩 1 个工作日。')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: /参加工作时间，与档案不一致/ }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/packages/apply/pages/fact/index?id=app-1&question=workStart',
  })
  await userEvent.click(screen.getByRole('button', { name: /看不清发证日期/ }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/apply/pages/materials/index?id=app-1' })
})

test('of a returned page the name, its number and the very page are shown, and it leads to its paper', async () => {
  const { returnedFor } = returned
  if (!returnedFor) throw new Error('the sample is a return')
  const links = { display: '/api/v1/pages/b/display?x=1', thumbnail: '/api/v1/pages/b/thumbnail?x=1', until: '' }
  const pages = [pageView('a', { fixed: true }), pageView('b', { fixed: true, links })]
  const items = [{ item: 'pages.b', code: 'unreadable', words: '反光，看不清' }]
  await open({ ...returned, returnedFor: { ...returnedFor, items } }, [paperView('id-card', { pages })])
  const row = screen.getByRole('button', { name: '身份证，第 2 页，反光，看不清，去重拍' })
  expect(row.querySelector('img')).toHaveAttribute('src', links.thumbnail)
  await userEvent.click(row)
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/apply/pages/paper/index?id=app-1&paper=id-card' })
})

test('what was promised stays here until it has come, each state with what to do', async () => {
  const promised = (state: Supplement['state']): Supplement => ({
    item: 'papers.yearly-assessment:2022',
    state,
    promisedAt: '2023-03-20T01:00:00.000Z',
  })
  const checklist = [paperItem('yearly-assessment:2022')]
  await open({ state: 'office-review', checklist, supplements: [promised('open')] })
  await userEvent.click(screen.getByRole('button', { name: /^待补交：年度考核登记表（2022年）.*去补交$/ }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/packages/apply/pages/paper/index?id=app-1&paper=yearly-assessment%3A2022',
  })
  cleanup()
  await open({ state: 'office-review', checklist, supplements: [promised('accepted')] })
  expect(screen.getByText('已收下')).toBeInTheDocument()
  expect(screen.queryByText('去补交')).not.toBeInTheDocument()
})

test('after the limit nothing can be mended, and it says until when it was and whom to call', async () => {
  const { returnedFor } = returned
  if (!returnedFor || returnedFor.limit.state !== 'set') throw new Error('the sample is a return with a limit')
  const limit = { ...returnedFor.limit, passed: true, workDaysLeft: 0 }
  await open({ ...returned, actions: ['withdraw'], editable: [], returnedFor: { ...returnedFor, limit } })
  expect(screen.getByText(/期限到 3月27日（周一）24:00 为止/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /去改/ })).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '改好了，重新提交' })).not.toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: /联系审查单位/ }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/help/pages/contact/index' })
})

test('while the office is away: on its way, stored, not to be sent again', async () => {
  await open({
    state: 'office-review',
    stage: 'with-office',
    holder: { kind: 'office', name: '市工考办', since: '2023-03-22T02:05:00.000Z' },
    relay: { state: 'waiting', since: '2023-03-22T02:05:00.000Z', attempts: 3 },
    actions: ['withdraw'],
    editable: [],
  })
  expect(screen.getByRole('heading', { name: '正在送往市工考办' })).toBeInTheDocument()
  expect(screen.getByText(/已保存，不用重复提交。从 3月22日（周三）10:05 开始送/)).toBeInTheDocument()
})

test('everything that happened, newest first, with when, who and what it means', async () => {
  await open({
    state: 'office-review',
    timeline: [
      row('corrected', '2023-03-24T11:00:00.000Z', {
        actor: 'applicant',
        items: [{ item: 'facts.workStart', code: 'differs-from-file', words: '与档案不一致' }],
      }),
      row('unit-approved', '2023-03-22T02:05:00.000Z', {
        actor: 'unit-contact',
        who: '示例单位',
        facts: { opinion: '同意报考' },
      }),
      row('submitted', '2023-03-21T12:41:00.000Z', { actor: 'applicant' }),
    ],
  })
  const steps = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(steps).toEqual([
    '您改好并重新提交了3月24日（周五）19:00 · 本人改了：参加工作时间。',
    '单位审核通过3月22日（周三）10:05 · 示例单位单位同意您申报，接着往上送。意见：同意报考',
    '您提交了申报3月21日（周二）20:41 · 本人由单位经办人审核。',
  ])
})

test('nothing can be paid before the office has said how: nobody is told to pay', async () => {
  await open({
    state: 'awaiting-payment',
    stage: 'payment',
    payment: { state: 'closed', reason: 'fee-not-set' },
    actions: ['withdraw'],
    editable: [],
  })
  expect(screen.getByText(/现在不用做什么。工考办还没公布缴费标准/)).toBeInTheDocument()
  expect(screen.queryByText(/请看要缴多少钱/)).not.toBeInTheDocument()
})

test('an event newer than this app is news, not a fault', async () => {
  await open({ timeline: [row('something-new' as TimelineRow['event'], '2023-03-24T11:00:00.000Z')] })
  expect(screen.getByText('有新的进展')).toBeInTheDocument()
})
