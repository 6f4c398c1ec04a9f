import { deflateSync, crc32 } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { corners, markedPicture, PictureBench, sample, sha256, upright } from './pictures.fixture'

let bench: PictureBench
beforeAll(() => {
  bench = new PictureBench()
})
afterAll(() => bench.close())

const picture = (): Sharp => markedPicture(480, 360)
const flat = async (): Promise<Sharp> => sharp(await picture().png().toBuffer())

describe('becomes a plain JPEG, sRGB with 8 bit', () => {
  test.each([
    ['CMYK JPEG', 'image/jpeg', async () => (await flat()).toColourspace('cmyk').jpeg({ quality: 95 })],
    ['progressive JPEG', 'image/jpeg', async () => (await flat()).jpeg({ progressive: true })],
    ['wide gamut (P3) JPEG', 'image/jpeg', async () => (await flat()).withIccProfile('p3').jpeg({ quality: 95 })],
    ['16-bit PNG', 'image/png', async () => (await flat()).toColourspace('rgb16').png()],
    ['PNG with a palette', 'image/png', async () => (await flat()).png({ palette: true })],
    ['interlaced PNG', 'image/png', async () => (await flat()).png({ progressive: true })],
    ['WebP', 'image/webp', async () => (await flat()).webp()],
    ['AVIF', 'image/avif', async () => (await flat()).avif({ effort: 0 })],
  ])('%s', async (_, mediaType, draw) => {
    const { made, master } = await bench.make(await (await draw()).toBuffer(), mediaType)
    const facts = await sharp(master).metadata()
    expect(facts).toMatchObject({
      format: 'jpeg',
      space: 'srgb',
      depth: 'uchar',
      channels: 3,
      width: 480,
      height: 360,
    })
    expect(await corners(master)).toEqual(upright)
    expect([made.bytes, made.sha256]).toEqual([master.length, sha256(master)])
  })

  test('greyscale', async () => {
    const { master } = await bench.make(await (await flat()).greyscale().png().toBuffer(), 'image/png')
    expect(await sharp(master).metadata()).toMatchObject({ format: 'jpeg', width: 480 })
  })

  test('transparency, on white paper', async () => {
    const clear = {
      create: { width: 60, height: 40, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    }
    const { master } = await bench.make(await sharp(clear).png().toBuffer(), 'image/png')
    expect([...(await sharp(master).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255])
  })

  test('the first picture of an animation', async () => {
    const second = await sharp({ create: { width: 480, height: 360, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
    const file = await sharp([await picture().png().toBuffer(), second], { join: { animated: true } })
      .webp()
      .toBuffer()
    expect((await sharp(file).metadata()).pages).toBe(2)
    const { made, master } = await bench.make(file, 'image/webp')
    expect([made.height, await corners(master)]).toEqual([360, upright])
  })

  test('each page of a PDF, turned as the page says', async () => {
    const pdf = sample('two-pages.pdf')
    const first = await bench.make(pdf, 'application/pdf', { pdfPage: 0 })
    expect([first.made.height, (await corners(first.master)).map((mark) => mark === 'red')]).toEqual([
      2400,
      [false, false, false, true],
    ])
    const second = await bench.make(pdf, 'application/pdf', { pdfPage: 1 })
    expect(second.made.width).toBe(2400)
    expect((await corners(second.master)).map((mark) => mark === 'blue')).toEqual([true, false, false, false])
  })
})

describe('is refused with a code, and the process goes on', () => {
  test.each([
    ['a JPEG whose end is missing', 'image/jpeg', async () => cutShort(await picture().jpeg().toBuffer())],
    ['a PNG whose end is missing', 'image/png', async () => cutShort(await picture().png().toBuffer())],
    ['a HEIC whose end is missing', 'image/heic', async () => cutShort(sample('marked.heic'))],
    ['a PDF that is none', 'application/pdf', async () => Buffer.from('%PDF-1.4\nnothing')],
    ['SVG', 'image/jpeg', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['GIF', 'image/jpeg', async () => picture().gif().toBuffer()],
    ['HTML', 'image/jpeg', async () => Buffer.from('<!doctype html><script>1</script>')],
    ['nothing', 'image/jpeg', async () => Buffer.alloc(0)],
  ])('%s', async (_, mediaType, draw) => {
    const answer = await bench.result(await draw(), mediaType)
    expect(answer).toMatchObject({ kind: 'refused', refusal: 'unreadable-file' })
  })

  test('a page that the PDF does not have', async () => {
    const answer = await bench.result(sample('two-pages.pdf'), 'application/pdf', { pdfPage: 2 })
    expect(answer).toMatchObject({ kind: 'refused', refusal: 'unreadable-file' })
  })

  test.each([
    ['more pixels than are ever opened', 20_000, 20_000, false],
    ['an interlaced PNG that would have to be unpacked as a whole', 10_000, 9_900, true],
  ])('a small file with %s', async (_, width, height, interlaced) => {
    const answer = await bench.result(blackPng(width, height, interlaced), 'image/png')
    expect(answer).toMatchObject({ kind: 'refused', refusal: 'too-large-to-open' })
  })
})

test('a small file with as many pixels as are opened at most is made without unpacking it as a whole', async () => {
  const { made } = await bench.make(blackPng(10_000, 9_900, false), 'image/png')
  expect([made.width, made.height]).toEqual([2400, 2376])
})

const cutShort = (file: Buffer): Buffer => file.subarray(0, Math.floor(file.length * 0.6))

/** 8-bit RGBA, all nought: 40,000 times smaller than its pixels. `interlaced` only in the header, which is all that is read. */
function blackPng(width: number, height: number, interlaced: boolean): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, interlaced ? 1 : 0], 8)
  const rows = interlaced || width * height > 100_000_000 ? Buffer.alloc(9) : Buffer.alloc(height * (1 + width * 4))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
