import path from 'node:path'
import sharp from 'sharp'
import { PictureBench } from './pictures.fixture'

const font = path.join(
  path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc')),
  '400Regular/NotoSansSC_400Regular.ttf',
)

/** Letters of about 10 px in the master, half of them in the red of a seal. */
async function print(width: number, colour: string): Promise<Buffer> {
  const words = '兹证明该同志取得高级工等级证书 0123456789 焦作市人力资源和社会保障局'
  const lines = Array.from({ length: 30 }, (_, n) => `${words}${n}`).join('\n')
  const text = {
    text: `<span foreground="${colour}">${lines}</span>`,
    font: 'Noto Sans SC 9',
    fontfile: font,
    rgba: true,
  }
  const drawn = await sharp({ text: { ...text, dpi: Math.round((96 * width) / 2400) } })
    .png()
    .toBuffer()
  const paper = { create: { width, height: Math.round(width * 0.7), channels: 3 as const, background: 'white' } }
  const scaled = Math.round(width / 48)
  return sharp(paper)
    .composite([{ input: drawn, left: scaled, top: scaled }])
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

const text = async (file: Buffer, width: number): Promise<Buffer> =>
  sharp(file).resize(width).extract({ left: 45, top: 45, width: 700, height: 400 }).raw().toBuffer()

/** How like two pictures are, from the strokes: 1 is the same. */
function likeness(a: Buffer, b: Buffer): number {
  const mean = (of: Buffer): number => of.reduce((sum, level) => sum + level, 0) / of.length
  const [ma, mb] = [mean(a), mean(b)]
  let [ab, aa, bb] = [0, 0, 0]
  for (let at = 0; at < a.length; at += 1) {
    const [x, y] = [(a[at] ?? 0) - ma, (b[at] ?? 0) - mb]
    ab += x * y
    aa += x * x
    bb += y * y
  }
  return ab / Math.sqrt(aa * bb)
}

test.each([
  ['black', '#101010'],
  ['the red of a seal', '#c81e1e'],
])('small print in %s is in the master as it was in the photograph', async (_, colour) => {
  const bench = new PictureBench()
  const photograph = await print(4000, colour)
  const { master, made } = await bench.make(photograph)
  expect(made.width).toBe(2400)
  expect(likeness(await text(photograph, 2400), await text(master, 2400))).toBeGreaterThan(0.98)
  // What too strong a compression, or too small a copy, would do to the same letters.
  const poor = await sharp(photograph).resize(2400).jpeg({ quality: 20 }).toBuffer()
  const small = await sharp(await sharp(photograph).resize(1000).toBuffer())
    .resize(2400)
    .toBuffer()
  for (const worse of [poor, small])
    expect(likeness(await text(photograph, 2400), await text(worse, 2400))).toBeLessThan(0.97)
  await bench.close()
})
