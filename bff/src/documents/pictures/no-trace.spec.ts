import sharp from 'sharp'
import { markedPicture, PictureBench } from './pictures.fixture'

let bench: PictureBench
beforeAll(() => {
  bench = new PictureBench()
})
afterAll(() => bench.close())

test('where and by whom it was taken is in no copy', async () => {
  const told = {
    IFD0: { Make: 'Phone', Artist: 'Zhang San' },
    IFD3: { GPSLatitude: '35/1 12/1 3/1', GPSLatitudeRef: 'N' },
  }
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>Zhang San</note></x:xmpmeta>'
  const file = await markedPicture(640, 480).withIccProfile('p3').withExif(told).withXmp(xmp).jpeg().toBuffer()
  expect((await sharp(file).metadata()).exif?.length).toBeGreaterThan(0)
  expect(file.includes('Zhang San')).toBe(true)
  const { master, display, thumbnail } = await bench.make(file)
  for (const copy of [master, display, thumbnail]) {
    const { exif, xmp, iptc, icc, orientation } = await sharp(copy).metadata()
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({})
    expect(copy.includes('Zhang San')).toBe(false)
  }
})

const paper = () => sharp({ create: { width: 1200, height: 1600, channels: 3, background: 'white' } })

/** Share of the pixels that are not white paper. */
async function marked(copy: Buffer): Promise<number> {
  const pixels = await sharp(copy).greyscale().raw().toBuffer()
  return pixels.filter((level) => level < 245).length / pixels.length
}

test('the watermark lies on what is shown, never on what the office gets', async () => {
  const { master, display, thumbnail } = await bench.make(await paper().jpeg().toBuffer())
  expect(await marked(master)).toBe(0)
  expect(await marked(display)).toBeGreaterThan(0.02)
  expect(await marked(thumbnail)).toBeGreaterThan(0.02)
})

test('the watermark reaches every part of the copy and hides none: no pixel is darker than letters that lie behind it', async () => {
  const { display } = await bench.make(await paper().jpeg().toBuffer())
  for (const left of [0, 600])
    for (const top of [0, 400, 800, 1200]) {
      const part = await sharp(display).extract({ left, top, width: 600, height: 400 }).toBuffer()
      expect(await marked(part)).toBeGreaterThan(0.01)
    }
  expect((await sharp(display).greyscale().stats()).channels[0]?.min).toBeGreaterThan(150)
})

test('the watermark shows on a dark picture too', async () => {
  const dark = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#141414' } })
    .jpeg()
    .toBuffer()
  const pixels = await sharp((await bench.make(dark)).display)
    .greyscale()
    .raw()
    .toBuffer()
  expect(pixels.filter((level) => level > 45).length / pixels.length).toBeGreaterThan(0.01)
})

test('the watermark says the day', async () => {
  const file = await paper().jpeg().toBuffer()
  const [first, same, later] = [
    await bench.make(file, 'image/jpeg', { stampedOn: '2023-09-01' }),
    await bench.make(file, 'image/jpeg', { stampedOn: '2023-09-01' }),
    await bench.make(file, 'image/jpeg', { stampedOn: '2023-09-02' }),
  ]
  expect(first.display.equals(same.display)).toBe(true)
  expect(first.display.equals(later.display)).toBe(false)
})
