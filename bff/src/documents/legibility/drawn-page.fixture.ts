import path from 'node:path'
import sharp from 'sharp'
import type { Grey } from './grey'

const font = path.join(
  path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json')),
  '400Regular/NotoSansSC_400Regular.ttf',
)

const paper = { width: 900, height: 1200 }

/** What a form says and how it lies on the desk, in pixels. */
export interface Drawn {
  lines: readonly string[]
  /** Height of a character. */
  size?: number
  /** Where the sheet lies: two photographs never have it in the same place. */
  shift?: { x: number; y: number }
}

/** A sheet with print on a grey desk, as a PNG of 1,000 × 1,300 pixels. */
export async function drawnPage({ lines, size = 24, shift = { x: 0, y: 0 } }: Drawn): Promise<Buffer> {
  const print = await Promise.all(
    lines.map(async (line, row) => ({
      input: await sharp({
        text: { text: line, font: `Noto Sans SC ${size}`, fontfile: font, dpi: 72, rgba: true },
      })
        .png()
        .toBuffer(),
      left: 60,
      top: 80 + Math.round(row * size * 1.9),
    })),
  )
  const sheet = await sharp({ create: { ...paper, channels: 3, background: '#e6e4df' } })
    .composite(print)
    .png()
    .toBuffer()
  return sharp({ create: { width: 1000, height: 1300, channels: 3, background: '#6b6660' } })
    .composite([{ input: sheet, left: 50 + shift.x, top: 50 + shift.y }])
    .png()
    .toBuffer()
}

/** What the picture process makes of a picture for `judge`. */
export async function greyOf(picture: Buffer): Promise<Grey> {
  const { width, height } = await sharp(picture).metadata()
  const { data, info } = await sharp(picture)
    .greyscale()
    .resize(1200, 1200, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, originalWidth: width, originalHeight: height }
}
