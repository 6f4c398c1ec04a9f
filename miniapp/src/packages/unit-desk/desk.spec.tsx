import { type DeskList, type DeskRow, type ReviewView } from '@app/contract'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { draftView, session, wholeForm } from '../../../test/draft'
import { answerWith } from '../../../test/mocks/server'
import { pageView, papersView, paperView } from '../../../test/papers'
import { router } from '../../../test/mocks/taro'
import { keep, tokens } from '@/shared/session/tokens'
import Approve from './pages/approve/index'
import List from './pages/list/index'
import Person from './pages/person/index'
import Return from './pages/return/index'

afterEach(() => {
  cleanup()
  jest.useRealTimers()
  act(() => tokens.clear())
})

const view = (changes: Partial<ReviewView> = {}): ReviewView => ({
  ...draftView({ state: 'unit-review', stage: 'with-unit', form: { ...wholeForm, idNumber: '4***0' }, name: '样例甲' }),
  holder: { kind: 'unit', name: '示例单位', since: '2023-03-21T12:41:00.000Z' },
  deskActions: ['approve', 'return'],
  role: 'unit-contact',
  unknownEvents: [],
  ...changes,
})
const person = 'GET /unit-desk/applications/app-1'
const approval = 'POST /unit-desk/applications/app-1/approval'

const open = async (Page: () => JSX.Element, routes: Parameters<typeof answerWith>[0]) => {
  keep(session)
  router.params = { id: 'app-1' }
  const server = answerWith({ [person]: { status: 200, body: view() }, ...routes })
  render(<Page />)
  await act(async () => undefined)
  return server
}
const button = (name: string | RegExp) => screen.getByRole('button', { name })

const deskRow = (id: string, name: string, limit: string | undefined, submittedAt: string): DeskRow => ({
  id,
  name,
  unit: '示例单位',
  grade: 3,
  state: 'unit-review',
  group: 'for-me',
  verdict: 'eligible',
  submittedAt,
  holder: { kind: 'unit', since: submittedAt },
  version: 1,
  ...(limit ? { limit } : {}),
})
const list: DeskList = {
  items: [
    deskRow('a', '样例甲', '2023-04-06', '2023-03-20T01:00:00.000Z'),
    deskRow('b', '样例乙', '2023-03-27', '2023-03-22T01:00:00.000Z'),
    deskRow('c', '样例丙', '2023-04-06', '2023-03-19T01:00:00.000Z'),
  ],
  counts: { 'for-me': 3, returned: 1, 'with-office': 0, payment: 0, others: 0 },
  units: [{ code: 'u1', name: '示例单位', role: 'unit-contact' }],
  claims: [],
}

test('who has the nearest limit stands first, then who waits longest', async () => {
  await open(List, { 'GET /unit-desk/applications?group=for-me': { status: 200, body: list } })
  const names = screen.getAllByRole('button', { name: /^样例/ }).map(({ textContent }) => textContent?.slice(0, 3))
  expect(names).toEqual(['样例乙', '样例丙', '样例甲'])
})

test('a contact who is no longer on the list is told who keeps it', async () => {
  const gone = { status: 403, body: { code: 'not-a-contact', facts: {}, requestId: 'r1' } }
  await open(List, { 'GET /unit-desk/applications?group=for-me': gone })
  expect(screen.getByText(/不在工考办的经办人名单里/)).toBeInTheDocument()
})

test('an approval waits ten seconds and can be taken back', async () => {
  jest.useFakeTimers()
  const server = await open(Approve, { [approval]: { status: 200, body: view() } })
  fireEvent.click(button('确认通过'))
  expect(screen.getByText(/10 秒后送出/)).toBeInTheDocument()
  fireEvent.click(button('撤销'))
  await act(async () => jest.advanceTimersByTime(20_000))
  expect(server.times(approval)).toBe(0)
  fireEvent.click(button('确认通过'))
  for (let second = 0; second < 10; second += 1) await act(async () => jest.advanceTimersByTime(1000))
  expect(server.times(approval)).toBe(1)
  expect(server.asked.at(-1)).toMatchObject({ data: { opinion: '同意申报' }, header: { 'if-match': '"1"' } })
})

test('leaving the page during the ten seconds sends the approval', async () => {
  const server = await open(Approve, { [approval]: { status: 200, body: view() } })
  await userEvent.click(button('确认通过'))
  cleanup()
  await act(async () => undefined)
  expect(server.times(approval)).toBe(1)
})

test('another contact was first: told by whom and when, and led back', async () => {
  const before = view({
    timeline: [
      {
        id: '1',
        at: '2023-03-22T02:05:00.000Z',
        event: 'unit-approved',
        to: 'office-review',
        stage: 'with-office',
        actor: 'unit-contact',
        who: '示例单位',
        items: [],
        facts: {},
      },
    ],
  })
  await open(Approve, {
    [person]: (_asked, asked) => ({ status: 200, body: asked === 0 ? view() : before }),
    [approval]: { status: 409, body: { code: 'not-possible-now', facts: {}, requestId: 'r1' } },
  })
  await userEvent.click(button('确认通过'))
  await userEvent.click(button('马上送出'))
  expect(await screen.findByText(/刚有别人先办了：3月22日（周三）10:05，示例单位，单位审核通过/)).toBeInTheDocument()
  expect(button('回名单')).toBeInTheDocument()
})

test('a return names the items, each with its reason in words that can be changed', async () => {
  const giveBack = 'POST /unit-desk/applications/app-1/return'
  const server = await open(Return, { [giveBack]: { status: 200, body: view() } })
  expect(button('先勾选要改的')).toHaveAttribute('aria-disabled', 'true')
  await userEvent.click(screen.getByRole('checkbox', { name: /^参加工作时间，2005年9月/ }))
  await userEvent.click(screen.getByRole('checkbox', { name: /^姓名/ }))
  await userEvent.click(screen.getAllByRole('radio', { name: '填写有误，请核对后改正' })[0] ?? document.body)
  await userEvent.click(button('退回 2 项'))
  expect(server.asked.at(-1)?.data).toEqual({
    items: [
      { item: 'facts.workStart', code: 'differs-from-file', words: '与人事档案不一致，请按档案改正' },
      { item: 'form.name', code: 'wrong', words: '填写有误，请核对后改正' },
    ],
  })
})

test('the history is told of the person, not to them; what this version does not know is shown', async () => {
  const submitted = {
    id: '1',
    at: '2023-03-21T12:41:00.000Z',
    event: 'submitted',
    to: 'unit-review',
    stage: 'with-unit',
    actor: 'applicant',
    items: [],
    facts: {},
  } as const
  const unknownEvents = [{ seq: 7, type: 'site-inspected', at: '2023-03-23T07:20:00.000Z' }]
  const body = view({ timeline: [{ ...submitted, items: [] }], unknownEvents, deskActions: [] })
  await open(Person, { [person]: { status: 200, body } })
  expect(screen.getByText('本人提交了申报')).toBeInTheDocument()
  expect(screen.getByText('site-inspected')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '通过' })).not.toBeInTheDocument()
})

const links = (id: string) => ({
  display: `/api/v1/pages/${id}/display`,
  thumbnail: `/api/v1/pages/${id}/thumbnail`,
  until: '',
})
const deskPapers = 'GET /unit-desk/applications/app-1/papers'
const photographed = papersView([
  paperView('id-card', {
    state: 'complete',
    open: false,
    pages: [
      pageView('a', { links: links('a') }),
      pageView('b', { links: links('b'), state: 'usable-with-hints', hints: [{ code: 'blurred' }] }),
    ],
  }),
  paperView('yearly-assessment:2022', {
    state: 'promised',
    open: false,
    promise: { agreedAt: '2023-03-20T01:00:00.000Z', version: '2023-1', state: 'open' },
  }),
])

test('papers lie beside the facts: each page one tap from being large, the next one from there; promises are said', async () => {
  await open(Person, { [deskPapers]: { status: 200, body: photographed } })
  expect(screen.getByText('2 页 · 第 2 页有点模糊')).toBeInTheDocument()
  expect(screen.getByText('3月20日（周一）09:00 承诺，考试前补交')).toBeInTheDocument()
  await userEvent.click(button('看身份证，第 1 页'))
  expect(screen.getByRole('img', { name: '身份证，第 1 页' })).toHaveAttribute('src', links('a').display)
  await userEvent.click(button('下一张'))
  expect(screen.getByRole('img', { name: '身份证，第 2 页' })).toHaveAttribute('src', links('b').display)
  await userEvent.click(button('转着看'))
  expect(screen.getByRole('img', { name: '身份证，第 2 页' })).toHaveClass('picture__image--turned-1')
  await userEvent.click(button('看完了'))
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

test('links that are over are asked for anew, once for all pictures that failed together', async () => {
  const server = await open(Person, { [deskPapers]: { status: 200, body: photographed } })
  const pictures = screen.getAllByRole('button', { name: /^看身份证/ }).map((one) => one.querySelector('img'))
  await act(async () => pictures.forEach((picture) => picture && fireEvent.error(picture)))
  expect(server.times(deskPapers)).toBe(2)
})

test('a single page can be returned, with a reason for pictures', async () => {
  const giveBack = 'POST /unit-desk/applications/app-1/return'
  const server = await open(Return, {
    [giveBack]: { status: 200, body: view() },
    [deskPapers]: { status: 200, body: photographed },
  })
  await userEvent.click(screen.getByRole('checkbox', { name: '身份证，第 2 页，只退这一页' }))
  expect(screen.queryByRole('checkbox', { name: /^年度考核登记表/ })).not.toBeInTheDocument()
  await userEvent.click(button('退回 1 项'))
  expect(server.asked.at(-1)?.data).toEqual({
    items: [{ item: 'pages.b', code: 'unreadable', words: '看不清，请重新拍' }],
  })
})
