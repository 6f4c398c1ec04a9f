import Taro from '../../../../test/mocks/taro'
import { openPermissions, pickPages, pickPdf } from './pick'
import { heads, phoneWith } from './phone-files.fixture'

jest.mock('./pick', () => jest.requireActual('./pick.weapp'))

const album = { count: 3, source: 'album' as const }
const camera = { count: 3, source: 'camera' as const }
const shows = (api: string, result: object) => {
  const asked = jest.fn().mockResolvedValue(result)
  Object.assign(Taro, { [api]: asked })
  return asked
}
const fails = (api: string, ...errors: unknown[]) => {
  const asked = jest.fn()
  errors.forEach((error) => asked.mockRejectedValueOnce(error))
  Object.assign(Taro, { [api]: asked })
  return asked
}
const media = (...paths: string[]) => ({
  tempFiles: paths.map((tempFilePath) => ({ tempFilePath, size: 5, fileType: 'image' })),
})

test('[danger 62] each picked file is known by its bytes, whatever the phone calls it', async () => {
  phoneWith({
    'tmp_1.jpg': { bytes: 10, head: heads.jpeg },
    'tmp_2.jpg': { bytes: 20, head: heads.heic },
    tmp_3: { bytes: 30, head: heads.webp },
  })
  shows('chooseMedia', media('tmp_1.jpg', 'tmp_2.jpg', 'tmp_3'))
  expect(await pickPages(album)).toEqual({
    ok: true,
    files: [
      { path: 'tmp_1.jpg', bytes: 10, kind: 'jpeg' },
      { path: 'tmp_2.jpg', bytes: 20, kind: 'heic' },
      { path: 'tmp_3', bytes: 30, kind: 'webp' },
    ],
    leftOut: [],
  })
})

test('[danger 67] what is no use is left out and said why; the others are taken, with the size that they really have', async () => {
  phoneWith({
    'moving.gif': { bytes: 10, head: heads.gif },
    'page.jpg': { bytes: 10, head: heads.html },
    'new.avif': { bytes: 10, head: heads.avif },
    'nothing.jpg': { bytes: 0, head: [] },
    'good.png': { bytes: 27_000_000, head: heads.png },
  })
  shows('chooseMedia', media('moving.gif', 'page.jpg', 'new.avif', 'nothing.jpg', 'swept.jpg', 'good.png'))
  expect(await pickPages(album)).toEqual({
    ok: true,
    files: [{ path: 'good.png', bytes: 27_000_000, kind: 'png' }],
    leftOut: [
      { why: 'kind', kind: 'gif' },
      { why: 'kind', kind: 'other' },
      { why: 'kind', kind: 'other' },
      { why: 'empty', kind: 'other' },
      { why: 'gone', kind: 'other' },
    ],
  })
})

test('where the phone does not show the bytes, the name decides', async () => {
  phoneWith(
    { 'a.JPG': { bytes: 10, head: heads.jpeg }, 'b.gif': { bytes: 10, head: heads.gif } },
    { readFile: 'readFile:fail' },
  )
  shows('chooseMedia', media('a.JPG', 'b.gif'))
  expect(await pickPages(album)).toMatchObject({ files: [{ kind: 'jpeg' }], leftOut: [{ kind: 'gif' }] })
})

test('the original is asked for, no more than WeChat allows in one go', async () => {
  phoneWith({})
  const asked = shows('chooseMedia', media())
  await pickPages({ count: 30, source: 'camera' })
  expect(asked).toHaveBeenCalledWith({ count: 9, sourceType: ['camera'], sizeType: ['original'], mediaType: ['image'] })
})

describe('every failure of WeChat says what the person can do:', () => {
  test.each([
    [{ errMsg: 'chooseMedia:fail cancel' }, 'cancelled'],
    [{ errMsg: 'chooseMedia:fail auth deny' }, 'permission'],
    [{ errMsg: 'chooseMedia:fail:auth denied' }, 'permission'],
    [{ errMsg: 'chooseMedia:fail authorize no response' }, 'permission'],
    [{ errMsg: 'chooseMedia:fail system permission denied' }, 'system-permission'],
    [{ errMsg: 'chooseMedia:fail privacy permission is not authorized', errno: 104 }, 'privacy'],
    [{ errMsg: 'chooseMedia:fail privacy permission is not authorized' }, 'privacy'],
    [{ errMsg: 'chooseMedia:fail api scope is not declared in the privacy agreement', errno: 112 }, 'undeclared'],
    [{ errMsg: 'chooseMedia:fail api scope is not declared in the privacy agreement' }, 'undeclared'],
    [{ errMsg: 'chooseMedia:fail', errno: 112 }, 'undeclared'],
    [{ errMsg: 'chooseMedia:fail some day in the future' }, 'failed'],
    [{}, 'failed'],
    [undefined, 'failed'],
  ])('[danger 56] [danger 57] %j', async (error, why) => {
    phoneWith({})
    fails('chooseMedia', error)
    expect(await pickPages(album)).toEqual({ ok: false, why })
  })
})

test('a phone without camera shows the album', async () => {
  phoneWith({ 'a.jpg': { bytes: 10, head: heads.jpeg } })
  const asked = fails('chooseMedia', { errMsg: 'chooseMedia:fail camera is not supported' })
  asked.mockResolvedValueOnce(media('a.jpg'))
  fails('chooseImage', { errMsg: 'chooseImage:fail camera is not supported' })
  expect(await pickPages(camera)).toMatchObject({ ok: true, files: [{ path: 'a.jpg' }] })
  expect(asked.mock.calls.map(([{ sourceType }]) => sourceType)).toEqual([['camera'], ['album']])
})

test.each([
  ['has no chooseMedia', () => Object.assign(Taro, { canIUse: (api: string) => api !== 'chooseMedia' })],
  ['says only when asked that it has none', () => fails('chooseMedia', { errMsg: 'chooseMedia:fail not supported' })],
])('[danger 72] 企业微信 that %s picks by chooseImage', async (_, lacks) => {
  phoneWith({ 'a.jpg': { bytes: 10, head: heads.jpeg } })
  lacks()
  const asked = shows('chooseImage', { tempFiles: [{ path: 'a.jpg', size: 10 }] })
  expect(await pickPages(camera)).toMatchObject({ ok: true, files: [{ path: 'a.jpg', bytes: 10 }] })
  expect(asked).toHaveBeenCalledWith({ count: 3, sourceType: ['camera'], sizeType: ['original'] })
})

test('a PDF is picked in a chat and keeps its name; a phone that cannot says so', async () => {
  phoneWith({ tmp_9: { bytes: 10, head: heads.pdf } })
  const asked = shows('chooseMessageFile', { tempFiles: [{ path: 'tmp_9', size: 10, name: '考核表.pdf' }] })
  expect(await pickPdf(2)).toEqual({
    ok: true,
    files: [{ path: 'tmp_9', bytes: 10, kind: 'pdf', name: '考核表.pdf' }],
    leftOut: [],
  })
  expect(asked).toHaveBeenCalledWith({ count: 2, type: 'file', extension: ['pdf'] })
  Object.assign(Taro, { canIUse: () => false })
  expect(await pickPdf(2)).toEqual({ ok: false, why: 'unavailable' })
})

test('opening the switches never fails the page', async () => {
  fails('openSetting', { errMsg: 'openSetting:fail can only be invoked by user TAP gesture.' })
  await expect(openPermissions()).resolves.toBeUndefined()
})
