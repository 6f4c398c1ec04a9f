import Taro from '../../../../test/mocks/taro'
import { type File, heads, phoneWith } from './phone-files.fixture'
import type { PickedFile } from './picked'
import { shrink } from './shrink'

jest.mock('./shrink', () => jest.requireActual('./shrink.weapp'))

const megabyte = 1024 * 1024
const large: File = { bytes: 12 * megabyte, head: heads.jpeg, size: { width: 4000, height: 3000, orientation: 'up' } }
const picked = (file: File): PickedFile => ({ path: 'tmp.jpg', bytes: file.bytes, kind: 'jpeg' })

/** A phone that makes `after` of `before`. */
const phoneMaking = (before: File, after: File | { errMsg: string }) => {
  const files = phoneWith({ 'tmp.jpg': before, ...('head' in after ? { 'small.jpg': after } : {}) })
  const compress = jest.fn(async () => {
    if ('errMsg' in after) throw after
    return { tempFilePath: 'small.jpg' }
  })
  Object.assign(Taro, { compressImage: compress })
  return { files, compress }
}
const small = (width: number, height: number, orientation = 'up', bytes = 900_000): File => ({
  bytes,
  head: heads.jpeg,
  size: { width, height, orientation },
})

test('[danger 67] a large picture is sent smaller, with small print still legible, and with the size that came out', async () => {
  const { compress } = phoneMaking(large, small(3000, 2250))
  expect(await shrink(picked(large))).toEqual({ path: 'small.jpg', bytes: 900_000, kind: 'jpeg' })
  expect(compress).toHaveBeenCalledWith({ src: 'tmp.jpg', quality: 80, compressedWidth: 3000, compressedHeight: 2250 })
})

test.each([
  ['small enough', { ...large, bytes: megabyte, size: { width: 3000, height: 2000 } }],
  ['something that the phone cannot measure', { bytes: 12 * megabyte, head: heads.jpeg }],
])('%s is sent as it is', async (_, file) => {
  const { compress } = phoneMaking(file, small(300, 200))
  expect(await shrink(picked(file))).toEqual(picked(file))
  expect(compress).not.toHaveBeenCalled()
})

test.each(['heic', 'pdf'] as const)('a %s is left to the server', async (kind) => {
  phoneMaking(large, small(3000, 2250))
  expect(await shrink({ ...picked(large), kind })).toMatchObject({ path: 'tmp.jpg' })
})

describe('the original is sent where what came out is no good:', () => {
  test.each([
    ['larger than before', small(4000, 3000, 'up', 27 * megabyte)],
    ['too small to read', small(1280, 960)],
    ['squeezed', small(3000, 3000)],
    ['empty', small(3000, 2250, 'up', 0)],
    ['not to be opened', { bytes: 900_000, head: heads.jpeg }],
    ['a failure', { errMsg: 'compressImage:fail' }],
  ])('%s', async (_, after) => {
    phoneMaking(large, after)
    expect(await shrink(picked(large))).toEqual(picked(large))
  })
})

describe('[danger 66] a picture with a turn by EXIF', () => {
  const sideways: File = { ...large, size: { width: 4000, height: 3000, orientation: 'right' } }
  const down: File = { ...large, size: { width: 4000, height: 3000, orientation: 'down' } }

  test.each([
    ['sideways, whose mark is kept', sideways, small(4000, 3000, 'right'), 'small.jpg'],
    ['sideways, whose pixels are turned', sideways, small(2250, 3000), 'small.jpg'],
    ['sideways, whose turn is lost', sideways, small(3000, 2250), 'tmp.jpg'],
    ['upside down, whose mark is kept', down, small(4000, 3000, 'down'), 'small.jpg'],
    ['upside down, whose turn may be lost', down, small(4000, 3000), 'tmp.jpg'],
  ])('[danger 66] %s', async (_, before, after, path) => {
    const { compress } = phoneMaking(before, after)
    expect(await shrink(picked(before))).toMatchObject({ path })
    expect(compress).toHaveBeenCalledWith({ src: 'tmp.jpg', quality: 80 })
  })
})
