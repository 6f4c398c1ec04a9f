import sharp from 'sharp'
import { corners, markedPicture, PictureBench, sample, upright } from './pictures.fixture'

let bench: PictureBench
beforeAll(() => {
  bench = new PictureBench()
})
afterAll(() => bench.close())

/** As a camera stores it that was held so: turned and mirrored back by whoever reads the EXIF. */
async function heldSo(orientation: number, picture: Buffer): Promise<Buffer> {
  const turnedBy = [0, 0, 0, 180, 180, 90, 270, 90, 90][orientation] ?? 0
  const turned = await sharp(picture).rotate(turnedBy).toBuffer()
  const mirrored = [2, 4, 5].includes(orientation)
    ? await sharp(turned).flop().toBuffer()
    : orientation === 7
      ? await sharp(turned).flip().toBuffer()
      : turned
  return sharp(mirrored).jpeg({ quality: 90 }).withMetadata({ orientation }).toBuffer()
}

describe.each([
  ['landscape', 480, 360],
  ['portrait', 360, 480],
])('%s', (_, width, height) => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'EXIF orientation %i comes out upright, as every copy does',
    async (orientation) => {
      const file = await heldSo(orientation, await markedPicture(width, height).png().toBuffer())
      const { made, master, display, thumbnail } = await bench.make(file)
      expect(made).toMatchObject({ width, height })
      for (const copy of [master, display, thumbnail]) expect(await corners(copy)).toEqual(upright)
    },
  )
})

test('[danger 66] a picture that lies on its side without EXIF is turned as the person says', async () => {
  const standing = await markedPicture(480, 360).png().toBuffer()
  const lying = await sharp(standing).rotate(270).jpeg().toBuffer()
  expect(await corners((await bench.make(lying)).master)).not.toEqual(upright)
  const { made, master, display } = await bench.make(lying, 'image/jpeg', { turn: 1 })
  expect(made).toMatchObject({ width: 480, height: 360 })
  expect([await corners(master), await corners(display)]).toEqual([upright, upright])
})

test('the part that is kept is cut from the upright picture, before the person turns it', async () => {
  const file = await heldSo(6, await markedPicture(480, 360).png().toBuffer())
  const left = { x: 0, y: 0, width: 0.5, height: 1 }
  const { made, master } = await bench.make(file, 'image/jpeg', { crop: left, turn: 1 })
  expect(made).toMatchObject({ width: 360, height: 240 })
  expect(await corners(master)).toEqual(['blue', 'red', '?', '?'])
})

test('a large picture comes down to 2,400 px, a small one is not blown up', async () => {
  const large = await bench.make(await markedPicture(4000, 3000).jpeg().toBuffer())
  expect(large.made).toMatchObject({ width: 2400, height: 1800 })
  expect(await sharp(large.display).metadata()).toMatchObject({ width: 1600, height: 1200 })
  expect(await sharp(large.thumbnail).metadata()).toMatchObject({ width: 320, height: 240 })
  const small = await bench.make(await markedPicture(300, 200).jpeg().toBuffer())
  expect(await sharp(small.display).metadata()).toMatchObject({ width: 300, height: 200 })
})

test('[danger 62] a HEIC is opened, and turned as its container says', async () => {
  const plain = await bench.make(sample('marked.heic'), 'image/heic')
  expect([plain.made.width, plain.made.height, await corners(plain.master)]).toEqual([640, 480, upright])
  const turned = await bench.make(sample('marked-turned.heic'), 'image/heic')
  expect([turned.made.width, turned.made.height]).toEqual([480, 640])
  expect(await corners(turned.display)).toEqual(['blue', 'red', 'green', 'black'])
})
