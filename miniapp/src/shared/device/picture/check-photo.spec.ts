import type { PhotoSpecification } from '@app/contract'
import { backgroundOf } from './background'
import { checkPhoto } from './check-photo'
import type { PickedFile } from './picked'
import { pictureSize } from './picture-size'
import { readPixels } from './pixels'

jest.mock('./picture-size')
jest.mock('./pixels')

type Colour = [number, number, number]
const white: Colour = [244, 243, 240]
const grey: Colour = [120, 120, 120]
const skin: Colour = [200, 160, 130]

/** Somebody before a wall: the middle and the lower half are not of the wall. */
const portrait = (wall: Colour, width = 64, height = 90, spot?: Colour) => {
  const pixels = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const body = y > height / 2 || (x > 15 && x < 49 && y > 15)
      const colour = body ? skin : spot && x < 2 && y < 20 ? spot : wall
      pixels.set([...colour, 255], (y * width + x) * 4)
    }
  }
  return pixels
}

test.each([
  ['white', white],
  ['blue', [67, 142, 219]],
  ['blue', [0, 80, 200]],
  ['red', [200, 30, 40]],
  ['other', grey],
  ['other', [60, 140, 70]],
] as [string, Colour][])('a wall that is %s: %j', (name, wall) => {
  expect(backgroundOf(portrait(wall), 64, 90)).toBe(name)
})

test('a spot on the wall changes nothing, a wall of two colours is none of them', () => {
  expect(backgroundOf(portrait(white, 64, 90, grey), 64, 90)).toBe('white')
  const half = portrait(white)
  for (let at = 0; at < half.length; at += 4) if ((at / 4) % 64 < 32) half.set(grey, at)
  expect(backgroundOf(half, 64, 90)).toBe('other')
})

const file: PickedFile = { path: 'photo.jpg', bytes: 100_000, kind: 'jpeg' }
const wanted: PhotoSpecification = { widthPx: 295, heightPx: 413, maxBytes: 200_000, background: 'white' }
const half = { x: 0.25, y: 0, width: 0.5, height: 1 }
const seen = (width: number, height: number, wall: Colour | undefined) => {
  jest.mocked(pictureSize).mockResolvedValue(width > 0 ? { width, height } : undefined)
  jest
    .mocked(readPixels)
    .mockImplementation(async (_path, _crop, size) => wall && portrait(wall, size.width, size.height))
}

test.each([
  ['large enough, before white', 590, 413, white, []],
  ['one pixel too narrow in the crop', 588, 413, white, ['photo-small']],
  ['too low', 590, 412, white, ['photo-small']],
  ['before grey', 590, 413, grey, ['photo-background']],
  ['before a wall that the phone cannot see', 590, 413, undefined, []],
  ['that the phone cannot measure', 0, 0, white, []],
] as [string, number, number, Colour | undefined, string[]][])('a photo %s', async (_, width, height, wall, hints) => {
  seen(width, height, wall)
  expect(await checkPhoto(file, half, wanted)).toEqual(hints)
})

test('where the office names no colour, none is looked for', async () => {
  seen(590, 413, grey)
  const { background: _background, ...any } = wanted
  expect(await checkPhoto(file, half, any)).toEqual([])
})
