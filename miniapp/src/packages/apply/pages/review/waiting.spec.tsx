import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { draftView, session, wholeForm } from '../../../../../test/draft'
import { answerWith } from '../../../../../test/mocks/server'
import { paperPages, paperView, shownPage, shownPaper } from '../../../../../test/papers'
import { router } from '../../../../../test/mocks/taro'
import { keep, tokens } from '@/shared/session/tokens'
import { localDraft } from '@/shared/storage/local-draft'
import { type PaperPages } from '@/shared/upload/types'
import { usePaperPages } from '@/shared/upload/use-paper-pages'
import Tasks from '../tasks/index'
import Review from './index'

jest.mock('@/shared/upload/use-paper-pages', () => ({ usePaperPages: jest.fn() }))

const submission = 'POST /applications/app-1/submission'
const done = { status: 200, body: draftView({ state: 'unit-review', version: 2 }) }

afterEach(() => {
  cleanup()
  jest.useRealTimers()
  act(() => {
    localDraft('app-1').clear()
    tokens.clear()
  })
})

const usable = (id: string) => shownPage(id, { kind: 'usable' })
const complete = shownPaper(paperView('id-card', { state: 'complete' }), [usable('a'), usable('b')])
const checked = (kind: 'checking' | 'refused') =>
  shownPaper(paperView('id-card', { state: kind }), [
    usable('a'),
    kind === 'checking'
      ? shownPage('b', { kind: 'checking' })
      : shownPage('b', { kind: 'refused', code: 'unreadable-file', facts: {} }),
  ])

const open = async (Page: () => JSX.Element, pages: PaperPages, routes: Parameters<typeof answerWith>[0] = {}) => {
  keep(session)
  router.params = { id: 'app-1' }
  const view = draftView({ form: wholeForm })
  const server = answerWith({ 'GET /applications/app-1/edit': { status: 200, body: view }, ...routes })
  jest.mocked(usePaperPages).mockReturnValue(pages)
  const { rerender } = render(<Page />)
  await act(async () => undefined)
  const now = async (next: PaperPages) => {
    jest.mocked(usePaperPages).mockReturnValue(next)
    rerender(<Page />)
    await act(async () => undefined)
  }
  return { server, now }
}
const submit = () => userEvent.click(screen.getByRole('button', { name: '确认无误，提交' }))

test('while pages are checked the submission waits, says that nothing is lost, and goes out by itself', async () => {
  const { server, now } = await open(Review, paperPages([checked('checking')], { checking: 1 }), { [submission]: done })
  await submit()
  expect(screen.getByText(/还有 1 页在检查，好了会自动提交.*都不会丢/)).toBeInTheDocument()
  expect(server.times(submission)).toBe(0)
  await now(paperPages([complete]))
  await waitFor(() => expect(server.times(submission)).toBe(1))
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/packages/apply/pages/result/index?id=app-1' })
})

test('a page that turns out to be of no use stops it, and leads to that paper', async () => {
  const { server, now } = await open(Review, paperPages([checked('checking')], { checking: 1 }), { [submission]: done })
  await submit()
  await now(paperPages([checked('refused')], { broken: 1 }))
  expect(server.times(submission)).toBe(0)
  expect(screen.getByText('还差 1 份材料，拍好才能提交')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: /身份证，第 2 页：文件打不开.*去拍/ }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/apply/pages/paper/index?id=app-1&paper=id-card' })
})

test('the server still looks at a page: asked again a little later, not at once', async () => {
  const { server } = await open(Review, paperPages([complete]), {
    [submission]: (_asked, before) =>
      before === 0 ? { status: 409, body: { code: 'pages-checking', facts: { pages: ['b'] } } } : done,
  })
  jest.useFakeTimers()
  await act(async () => screen.getByRole('button', { name: '确认无误，提交' }).click())
  await act(async () => jest.advanceTimersByTimeAsync(100))
  expect(server.times(submission)).toBe(1)
  expect(screen.getByText(/会自动提交/)).toBeInTheDocument()
  await act(async () => jest.advanceTimersByTimeAsync(3000))
  expect(server.times(submission)).toBe(2)
})

test('waiting can be given up', async () => {
  const { server, now } = await open(Review, paperPages([checked('checking')], { checking: 1 }), { [submission]: done })
  await submit()
  await userEvent.click(screen.getByRole('button', { name: '先不提交' }))
  await now(paperPages([complete]))
  expect(server.times(submission)).toBe(0)
  expect(screen.getByRole('button', { name: '确认无误，提交' })).toBeInTheDocument()
})

test('a refusal names the papers as their list names them', async () => {
  const facts = { missing: ['papers.id-card'] }
  await open(Review, paperPages([complete]), {
    [submission]: { status: 422, body: { code: 'form-incomplete', facts } },
  })
  await submit()
  expect(await screen.findByText(/先填好标出的那一项。（身份证）/)).toBeInTheDocument()
})

test('papers are a task of their own: it comes before submission, and says how many are missing', async () => {
  const { now } = await open(Tasks, paperPages([complete, shownPaper(paperView('yearly-assessment:2022'))]))
  expect(screen.getByRole('button', { name: '材料，2 份里还差 1 份，进行中' })).toBeInTheDocument()
  await now(paperPages([checked('checking')], { checking: 1 }))
  expect(screen.getByRole('button', { name: '材料，有 1 页正在检查，检查中' })).toBeInTheDocument()
  await now(paperPages([complete]))
  expect(screen.getByRole('button', { name: '材料，1 份都齐了，完成' })).toBeInTheDocument()
})
