import sharp from 'sharp'
import { PictureBench } from './pictures.fixture'

let bench: PictureBench
beforeAll(() => {
  bench = new PictureBench()
})
afterAll(() => bench.close())

const asked = { widthPx: 295, heightPx: 413, maxBytes: 40_000 }

/** Somebody before a wall: a head and shoulders that reach the lower half of both edges. */
const portrait = (wall: string, width = 900, height = 1200): Promise<Buffer> => {
  const box = (w: number, h: number, background: string) => ({
    create: { width: w, height: h, channels: 3 as const, background },
  })
  const head = {
    input: box(Math.round(width * 0.4), Math.round(height * 0.5), '#c08a70'),
    left: Math.round(width * 0.3),
    top: Math.round(height * 0.2),
  }
  const shoulders = { input: box(width, Math.round(height * 0.3), '#303846'), left: 0, top: Math.round(height * 0.7) }
  return sharp(box(width, height, wall))
    .composite([head, shoulders])
    .jpeg({ quality: 92 })
    .toBuffer()
}

test('it has exactly the pixels that the office asks for, and no more bytes', async () => {
  const crop = { x: 0.1, y: 0, width: 0.8, height: 0.9 }
  const { made, master } = await bench.make(await portrait('#ffffff'), 'image/jpeg', { photo: asked, crop })
  expect(made).toMatchObject({ width: 295, height: 413, hints: [] })
  expect(await sharp(master).metadata()).toMatchObject({ width: 295, height: 413, format: 'jpeg' })
  expect(master.length).toBeLessThanOrEqual(asked.maxBytes)
})

test('a part of other proportions is cut, not squeezed; a turned one too', async () => {
  for (const turn of [0, 1] as const) {
    const { made } = await bench.make(await portrait('#ffffff', 1200, 900), 'image/jpeg', { photo: asked, turn })
    expect(made).toMatchObject({ width: 295, height: 413 })
  }
})

test('fewer bytes are reached by a lower quality; where a face would no longer be seen it is refused', async () => {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 70 }
  const busy = await sharp({ create: { width: 600, height: 840, channels: 3, background: 'white', noise } })
    .jpeg()
    .toBuffer()
  const roomy = await bench.make(busy, 'image/jpeg', { photo: { ...asked, maxBytes: 200_000 } })
  const tight = await bench.make(busy, 'image/jpeg', { photo: { ...asked, maxBytes: 70_000 } })
  expect(tight.master.length).toBeLessThanOrEqual(70_000)
  expect(roomy.master.length).toBeGreaterThan(70_000)
  const refused = await bench.result(busy, 'image/jpeg', { photo: { ...asked, maxBytes: 5_000 } })
  expect(refused).toMatchObject({ kind: 'refused', refusal: 'photo-too-large' })
})

test('a part with fewer pixels than asked is brought to size, with a hint', async () => {
  const { made } = await bench.make(await portrait('#ffffff', 200, 280), 'image/jpeg', { photo: asked })
  expect(made).toMatchObject({ width: 295, height: 413, hints: ['photo-small'] })
})

test.each([
  ['white', '#f4f4f2', []],
  ['white', '#438edb', ['photo-background']],
  ['white', '#9a9a96', ['photo-background']],
  ['blue', '#438edb', []],
  ['blue', '#00bff3', []],
  ['blue', '#c8102e', ['photo-background']],
  ['red', '#c8102e', []],
  ['red', '#ffffff', ['photo-background']],
] as const)('%s is asked for and the wall is %s: %j', async (background, wall, hints) => {
  const { made } = await bench.make(await portrait(wall), 'image/jpeg', { photo: { ...asked, background } })
  expect(made.hints).toEqual(hints)
})
