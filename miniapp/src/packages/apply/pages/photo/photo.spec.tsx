import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { paperPages, papersView, paperView, shownPaper } from '../../../../../test/papers'
import { router } from '../../../../../test/mocks/taro'
import { checkPhoto } from '@/shared/device/picture/check-photo'
import { pickPages } from '@/shared/device/picture/pick'
import { type PickedFile } from '@/shared/device/picture/picked'
import { pictureSize } from '@/shared/device/picture/picture-size'
import { usePaperPages } from '@/shared/upload/use-paper-pages'
import Photo from './index'

jest.mock('@/shared/upload/use-paper-pages', () => ({ usePaperPages: jest.fn() }))
jest.mock('@/shared/device/picture/check-photo', () => ({ checkPhoto: jest.fn() }))
jest.mock('@/shared/device/picture/picture-size', () => ({ pictureSize: jest.fn() }))
jest.mock('@/shared/device/picture/pick', () => ({
  pickPages: jest.fn(),
  pickPdf: jest.fn(),
  openPermissions: jest.fn(),
}))

afterEach(cleanup)

const file: PickedFile = { path: 'blob:face', bytes: 900_000, kind: 'jpeg' }
const wanted = { widthPx: 300, heightPx: 400, maxBytes: 100 * 1024, background: 'white' } as const
const paper = paperView('photo')

const open = (params: Record<string, string> = {}) => {
  router.params = { id: 'app-1', ...params }
  const pages = paperPages([shownPaper(paper)], { view: papersView([paper], { photo: wanted }) })
  jest.mocked(usePaperPages).mockReturnValue(pages)
  jest.mocked(pickPages).mockResolvedValue({ ok: true, files: [file], leftOut: [] })
  jest.mocked(pictureSize).mockResolvedValue({ width: 3000, height: 4000 })
  jest.mocked(checkPhoto).mockResolvedValue([])
  render(<Photo />)
  return pages
}
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const choose = async () => {
  await userEvent.click(button('从相册选'))
  await act(async () => undefined)
}

test('what the office wants is told before a photo is chosen', () => {
  open()
  expect(screen.getByText('工考办要求：宽 300、高 400 像素，不超过 100 KB（自动压缩），白色底。')).toBeInTheDocument()
})

test('the photo is framed by buttons, and only the part in the frame is sent', async () => {
  const pages = open()
  await choose()
  await userEvent.click(button('放大'))
  await userEvent.click(button('往右'))
  expect(screen.getByText(/框里这一块/)).toBeInTheDocument()
  await userEvent.click(button('用这张'))
  const [id, files, options] = jest.mocked(pages.add).mock.calls[0] ?? []
  expect([id, files]).toEqual(['photo', [file]])
  expect(options?.crop?.width).toBeCloseTo(1 / 1.15)
  expect(options?.crop?.x).toBeLessThan((1 - 1 / 1.15) / 2)
  expect(Taro.navigateBack).toHaveBeenCalled()
})

test('what is wrong with it is told before it is sent; the person decides', async () => {
  const pages = open()
  jest.mocked(checkPhoto).mockResolvedValue(['photo-background'])
  await choose()
  await userEvent.click(button('用这张'))
  expect(screen.getByText(/底色看起来不对/)).toBeInTheDocument()
  expect(pages.add).not.toHaveBeenCalled()
  await userEvent.click(button('还是用这张'))
  expect(pages.add).toHaveBeenCalled()
})

test('another photo comes in the place of the one before', async () => {
  const pages = open({ replaces: 'p1' })
  await choose()
  await userEvent.click(button('用这张'))
  expect(pages.replace).toHaveBeenCalledWith('p1', [file], expect.objectContaining({ rotation: 0 }))
})

test('a file that is no picture is told at once', async () => {
  open()
  jest.mocked(pictureSize).mockResolvedValue(undefined)
  await choose()
  expect(screen.getByRole('alert')).toHaveTextContent('这张照片打不开')
})

test('while the office has said nothing about photos, none is asked for', () => {
  router.params = { id: 'app-1' }
  jest.mocked(usePaperPages).mockReturnValue(paperPages([shownPaper(paperView('id-card'))]))
  render(<Photo />)
  expect(screen.getByText('现在不用交证件照')).toBeInTheDocument()
})
