import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { paperPages, paperView, shownPage, shownPaper } from '../../../../../test/papers'
import { router } from '../../../../../test/mocks/taro'
import { failed } from '@/shared/api/failure'
import { usePaperPages } from '@/shared/upload/use-paper-pages'
import Materials from './index'

jest.mock('@/shared/upload/use-paper-pages', () => ({ usePaperPages: jest.fn() }))

afterEach(cleanup)

const usable = (id: string) => shownPage(id, { kind: 'usable' })
const card = shownPaper(paperView('id-card', { state: 'complete' }), [usable('a'), usable('b')])
const year = shownPaper(paperView('yearly-assessment:2022'))
const open = (pages: ReturnType<typeof paperPages>) => {
  router.params = { id: 'app-1' }
  jest.mocked(usePaperPages).mockReturnValue(pages)
  render(<Materials />)
}
const button = (name: string | RegExp) => screen.getByRole('button', { name })

test('how many are there and how many are missing, who sees them, and the next one by one tap', async () => {
  open(paperPages([card, year]))
  expect(screen.getByRole('img', { name: '2 份材料，好了 1 份' })).toHaveTextContent('1/2')
  expect(screen.getByRole('heading', { name: '还差 1 份材料' })).toBeInTheDocument()
  expect(screen.getByText(/只给您的单位、主管部门和工考机构看.*仅供工考报名审核使用/)).toBeInTheDocument()
  await userEvent.click(button('继续拍下一份'))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/packages/apply/pages/paper/index?id=app-1&paper=yearly-assessment%3A2022',
  })
})

test('each paper says its state in words and leads to its page; what may be promised leads there too', async () => {
  open(paperPages([card, year]))
  await userEvent.click(button('身份证，正反两面 · 2 页，可用'))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/apply/pages/paper/index?id=app-1&paper=id-card' })
  await userEvent.click(button(/^用承诺书代替/))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/packages/apply/pages/promise/index?id=app-1&paper=yearly-assessment%3A2022',
  })
})

test('without network the list of the phone stands, and says what it is', () => {
  open(paperPages([card, year], { failure: failed('offline').failure }))
  expect(screen.getByText(/下面是手机里存的.*没有网络/)).toBeInTheDocument()
  expect(screen.getByText('身份证')).toBeInTheDocument()
})

test('nothing on the phone and no network: why, and the way to try again', async () => {
  const { view: _none, ...empty } = paperPages([], { failure: failed('offline').failure })
  open(empty)
  await userEvent.click(button('再试一次'))
  expect(empty.reload).toHaveBeenCalled()
})

test('what is only on its way needs nobody: one may leave', () => {
  const sending = shownPaper(paperView('yearly-assessment:2022'), [shownPage('y', { kind: 'sending', percent: 62 })], {
    percent: 62,
  })
  open(paperPages([card, sending], { unsent: 1 }))
  expect(screen.getByRole('heading', { name: '1 份正在上传或检查' })).toBeInTheDocument()
  expect(screen.getByText('62%')).toBeInTheDocument()
  expect(button('好了，回去')).toBeInTheDocument()
})

test('a phone without room says that the app must stay open until the pages have gone', () => {
  open(paperPages([card, year], { unsafe: true }))
  expect(screen.getByText(/传完前请不要关掉微信/)).toBeInTheDocument()
})
