import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { draftView, session } from '../../../../../test/draft'
import { answerWith } from '../../../../../test/mocks/server'
import { paperPages, papersView, paperView, shownPaper } from '../../../../../test/papers'
import { router } from '../../../../../test/mocks/taro'
import { keep, tokens } from '@/shared/session/tokens'
import { usePaperPages } from '@/shared/upload/use-paper-pages'
import Promised from './index'

jest.mock('@/shared/upload/use-paper-pages', () => ({ usePaperPages: jest.fn() }))

afterEach(() => {
  cleanup()
  act(() => tokens.clear())
})

const route = 'PUT /applications/app-1/promises'
const agreed = { agreedAt: '2023-03-20T01:00:00.000Z', version: '2023-1', state: 'open' } as const
const year = paperView('yearly-assessment:2022')
const promisedYear = paperView('yearly-assessment:2022', { state: 'promised', promise: agreed })

const open = async (
  view: typeof year,
  routes: Parameters<typeof answerWith>[0] = {},
  state: 'draft' | 'office-review' = 'draft',
) => {
  keep(session)
  router.params = { id: 'app-1', paper: 'yearly-assessment%3A2022' }
  const pages = paperPages([shownPaper(view)])
  jest.mocked(usePaperPages).mockReturnValue(pages)
  const server = answerWith({ 'GET /applications/app-1': { status: 200, body: draftView({ state }) }, ...routes })
  render(<Promised />)
  await act(async () => undefined)
  return { pages, server }
}
const tick = () => screen.getByRole('checkbox', { name: /我看过了，我承诺考试前补交/ })

test('the words name the paper and its year, until when, and quote the clause', async () => {
  await open(year)
  expect(screen.getByText(/我的“年度考核登记表（2022年）”还没有经组织人事部门备案/)).toBeInTheDocument()
  expect(screen.getByText(/在考试前把它拍照补交/)).toBeInTheDocument()
  expect(screen.getByText(/通知写明：“2022 年年度考核结果尚未经组织人事部门备案的/)).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '看条文 三(三)' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '好了' })).toHaveAttribute('aria-disabled', 'true')
})

test('agreeing is stored at once with the version of the words, and shown without asking again', async () => {
  const body = papersView([promisedYear])
  const { pages, server } = await open(year, { [route]: { status: 200, body } })
  await userEvent.click(tick())
  expect(server.asked.at(-1)?.data).toEqual({ paper: 'yearly-assessment:2022', agreed: true, version: '2023-1' })
  expect(pages.set).toHaveBeenCalledWith(body)
})

test('in a draft it may be taken back', async () => {
  const { server } = await open(promisedYear, { [route]: { status: 200, body: papersView([year]) } })
  expect(tick()).toBeChecked()
  expect(screen.getByText('3月20日（周一）09:00 同意')).toBeInTheDocument()
  await userEvent.click(tick())
  expect(server.asked.at(-1)?.data).toMatchObject({ agreed: false })
})

test('after submission it stands and cannot be taken back', async () => {
  await open(promisedYear, {}, 'office-review')
  expect(screen.queryByRole('checkbox')).not.toBeInTheDocument()
  expect(screen.getByText('您已经承诺，提交后不能收回。')).toBeInTheDocument()
})

test('who has it by now photographs it instead', async () => {
  await open(year)
  await userEvent.click(screen.getByRole('button', { name: '已备案，去拍' }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/packages/apply/pages/paper/index?id=app-1&paper=yearly-assessment%3A2022',
  })
})

test('a refusal is said, and nothing is ticked', async () => {
  await open(year, { [route]: { status: 409, body: { code: 'promise-not-allowed', facts: {} } } })
  await userEvent.click(tick())
  expect(screen.getByRole('alert')).toHaveTextContent('不能先承诺')
  expect(tick()).not.toBeChecked()
})
