import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { draftView, session } from '../../../../../test/draft'
import { answerWith } from '../../../../../test/mocks/server'
import { paperPages, paperView, shownPage, shownPaper } from '../../../../../test/papers'
import { router } from '../../../../../test/mocks/taro'
import { failed } from '@/shared/api/failure'
import { pickPages, pickPdf } from '@/shared/device/picture/pick'
import { type PickedFile } from '@/shared/device/picture/picked'
import { keep, tokens } from '@/shared/session/tokens'
import { type PaperPages, type ShownPaper } from '@/shared/upload/types'
import { usePaperPages } from '@/shared/upload/use-paper-pages'
import PaperPage from './index'

jest.mock('@/shared/upload/use-paper-pages', () => ({ usePaperPages: jest.fn() }))
jest.mock('@/shared/device/picture/pick', () => ({
  pickPages: jest.fn(),
  pickPdf: jest.fn(),
  openPermissions: jest.fn(),
  pdfComesFromChat: false,
}))

afterEach(() => {
  cleanup()
  act(() => tokens.clear())
})

const file: PickedFile = { path: 'blob:new', bytes: 900_000, kind: 'jpeg' }
const usable = (id: string, changes = {}) => shownPage(id, { kind: 'usable' }, changes)
const idCard = (pages: ShownPaper['pages'], changes: Parameters<typeof paperView>[1] = {}) =>
  shownPaper(paperView('id-card', changes), pages)

const show = (paper: ShownPaper, changes: Partial<PaperPages> = {}, others: ShownPaper[] = []) => {
  const pages = paperPages([paper, ...others], changes)
  router.params = { id: 'app-1', paper: encodeURIComponent(paper.view.item.id) }
  jest.mocked(usePaperPages).mockReturnValue(pages)
  return { pages, ...render(<PaperPage />) }
}
const button = (name: string | RegExp) => screen.getByRole('button', { name })

test('before the first shot: what is wanted, why, by which clause, how many pages, how, and the limits', () => {
  show(idCard([]))
  expect(screen.getByText('实名报名要核对本人身份。正反两面，要 2 页。')).toBeInTheDocument()
  expect(button('看条文 三(二)')).toBeInTheDocument()
  expect(screen.getByRole('img', { name: /^示意图：先拍有照片的一面/ })).toBeInTheDocument()
  for (const rule of [/放平，四个角/, /不要反光/, /字要能看清/]) expect(screen.getByText(rule)).toBeInTheDocument()
  expect(screen.getByText(/一个文件最大 20 MB；PDF 最多 10 页/)).toBeInTheDocument()
})

test('[danger 66] a page just taken is shown large, already on its way, and can be turned or taken again', async () => {
  jest.mocked(pickPages).mockResolvedValue({ ok: true, files: [file], leftOut: [] })
  const { pages, rerender } = show(idCard([]))
  await userEvent.click(button('拍照'))
  expect(pickPages).toHaveBeenLastCalledWith({ count: 1, source: 'camera' })
  expect(pages.add).toHaveBeenCalledWith('id-card', [file])
  const after = paperPages([idCard([shownPage('new', { kind: 'sending', percent: 10 })])])
  jest.mocked(usePaperPages).mockReturnValue(after)
  rerender(<PaperPage />)
  const shot = within(screen.getByRole('dialog', { name: '第 1 页，刚拍的' }))
  expect(shot.getByRole('img', { name: '刚拍的第 1 页' })).toHaveAttribute('src', 'blob:new-large')
  await userEvent.click(shot.getByRole('button', { name: '旋转' }))
  expect(after.rotate).toHaveBeenCalledWith('new')
  await userEvent.click(shot.getByRole('button', { name: '重拍' }))
  expect(after.replace).toHaveBeenCalledWith('new', [file])
})

test('用这张 goes back to the paper, where the next page is asked for', async () => {
  jest.mocked(pickPages).mockResolvedValue({ ok: true, files: [file], leftOut: [] })
  const { rerender } = show(idCard([]))
  await userEvent.click(button('拍照'))
  jest.mocked(usePaperPages).mockReturnValue(paperPages([idCard([shownPage('new', { kind: 'checking' })])]))
  rerender(<PaperPage />)
  await userEvent.click(button('用这张'))
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(button('拍第 2 页')).toBeInTheDocument()
})

test('several from the album go straight into the list, no more than there is room for', async () => {
  jest.mocked(pickPages).mockResolvedValue({ ok: true, files: [file, file], leftOut: [] })
  const { pages, rerender } = show(idCard([]))
  await userEvent.click(button('从相册选'))
  expect(pickPages).toHaveBeenLastCalledWith({ count: 2, source: 'album' })
  expect(pages.add).toHaveBeenCalledWith('id-card', [file, file])
  jest.mocked(usePaperPages).mockReturnValue(paperPages([idCard([usable('a'), usable('b')])]))
  rerender(<PaperPage />)
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(button('好了，回去')).toBeInTheDocument()
})

test('a PDF, and what was left out of what was chosen', async () => {
  jest
    .mocked(pickPdf)
    .mockResolvedValue({ ok: true, files: [], leftOut: [{ name: '表.doc', why: 'kind', kind: 'other' }] })
  const { pages } = show(idCard([]))
  await userEvent.click(button('选 PDF 文件'))
  expect(screen.getByRole('alert')).toHaveTextContent('表.doc不是照片也不是 PDF，没有加进来')
  expect(pages.add).not.toHaveBeenCalled()
})

test('a camera that WeChat was refused: said, with the way to the switch; closing the camera says nothing', async () => {
  jest.mocked(pickPages).mockResolvedValueOnce({ ok: false, why: 'permission' })
  show(idCard([]))
  await userEvent.click(button('拍照'))
  expect(screen.getByRole('alert')).toHaveTextContent('没有允许微信用相机')
  expect(button('去打开')).toBeInTheDocument()
  jest.mocked(pickPages).mockResolvedValueOnce({ ok: false, why: 'cancelled' })
  await userEvent.click(button('拍照'))
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

test('every page in its order with its state, what to do, and buttons that say which page they are of', async () => {
  const blurred = shownPage('b', { kind: 'hint', hints: [{ code: 'blurred' }] })
  const { pages } = show(idCard([usable('a'), blurred]))
  const second = within(screen.getByRole('group', { name: '第 2 页' }))
  expect(second.getByText(/有点模糊，建议重拍：手放稳/)).toBeInTheDocument()
  await userEvent.click(button('第 2 页，前移'))
  expect(pages.reorder).toHaveBeenCalledWith('id-card', ['b', 'a'])
  await userEvent.click(button('第 1 页，旋转'))
  expect(pages.rotate).toHaveBeenCalledWith('a')
  expect(screen.queryByRole('button', { name: '第 1 页，前移' })).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '第 2 页，后移' })).not.toBeInTheDocument()
})

test('deleting asks first, and what the server does not let go is said', async () => {
  const remove = jest.fn().mockResolvedValue(failed('page-fixed'))
  show(idCard([usable('a')]), { remove })
  Taro.showModal = jest.fn().mockResolvedValue({ confirm: false })
  await userEvent.click(button('第 1 页，删除'))
  expect(remove).not.toHaveBeenCalled()
  Taro.showModal = jest.fn().mockResolvedValue({ confirm: true })
  await userEvent.click(button('第 1 页，删除'))
  expect(remove).toHaveBeenCalledWith('a')
  expect(await screen.findByRole('alert')).toHaveTextContent('已经交上去了')
})

test('retaking asks whether by camera or from the album, and comes in the place of the page', async () => {
  jest.mocked(pickPages).mockResolvedValue({ ok: true, files: [file], leftOut: [] })
  const { pages } = show(idCard([shownPage('a', { kind: 'refused', code: 'unreadable-file', facts: {} })]))
  expect(screen.getByText('文件打不开，请重新拍照。')).toBeInTheDocument()
  await userEvent.click(button('重拍第 1 页'))
  await userEvent.click(
    within(screen.getByRole('dialog', { name: '重拍第 1 页' })).getByRole('button', { name: '从相册选' }),
  )
  expect(pages.replace).toHaveBeenCalledWith('a', [file])
})

test('a page can be looked at closely, and the next one from there', async () => {
  show(idCard([usable('a'), usable('b')]))
  await userEvent.click(button('第 1 页，看大图'))
  const viewer = within(screen.getByRole('dialog', { name: '身份证，第 1 页' }))
  await userEvent.click(viewer.getByRole('button', { name: '下一张' }))
  expect(screen.getByRole('img', { name: '身份证，第 2 页' })).toHaveAttribute('src', 'blob:b-large')
})

test('only the returned page can be taken again; the rest says why it is locked', () => {
  const locked = { retry: false, remove: false, rotate: false, replace: false, move: false }
  const returned = { code: 'unreadable', words: '反光，看不清' }
  const paper = idCard([usable('a', { can: locked }), usable('b', { returned, can: { ...locked, replace: true } })], {
    state: 'returned',
    open: false,
  })
  const other = shownPaper(paperView('yearly-assessment:2022', { state: 'complete', open: false }), [
    usable('y', { can: locked }),
  ])
  show(paper, {}, [other])
  expect(screen.getByText('要改：反光，看不清')).toBeInTheDocument()
  expect(screen.getByText(/只有标着“被退回”的那一页可以重拍/)).toBeInTheDocument()
  expect(button('重拍第 2 页')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '第 1 页，重拍' })).not.toBeInTheDocument()
  cleanup()
  show(other, {}, [paper])
  expect(screen.getByText(/这份材料没有被退回，不能改/)).toBeInTheDocument()
  expect(button('好了，回去')).toBeInTheDocument()
})

test('a promised paper is sent later: once its pages are usable, with the version that it rests on', async () => {
  keep(session)
  const supplement = {
    item: 'papers.yearly-assessment:2022',
    state: 'open',
    promisedAt: '2023-03-20T01:00:00.000Z',
  } as const
  const submitted = draftView({ state: 'confirmed', stage: 'confirmed', version: 7, supplements: [supplement] })
  const sent = 'POST /applications/app-1/supplements'
  const server = answerWith({
    'GET /applications/app-1': { status: 200, body: submitted },
    [sent]: { status: 200, body: submitted },
  })
  const promise = { agreedAt: '2023-03-20T01:00:00.000Z', version: '2023-1', state: 'open' } as const
  const view = paperView('yearly-assessment:2022', { state: 'promised', promise })
  show(shownPaper(view, [usable('y')]))
  await userEvent.click(await screen.findByRole('button', { name: '补交这份材料' }))
  expect(server.times(sent)).toBe(1)
  expect(server.asked.at(-1)).toMatchObject({
    data: { paper: 'yearly-assessment:2022' },
    header: { 'if-match': '"7"' },
  })
  expect(Taro.navigateBack).toHaveBeenCalled()
})

test('a paper that is no longer asked for leads back to the list', () => {
  const paper = idCard([])
  show(paper)
  cleanup()
  router.params = { id: 'app-1', paper: 'photo' }
  render(<PaperPage />)
  expect(screen.getByText('这份材料不用交了')).toBeInTheDocument()
})
