import path from 'node:path'
import sharp, { type OverlayOptions } from 'sharp'

const words = '仅供工考报名审核使用'
const font = 'NotoSansSC_400Regular.ttf'
/** Shows on white paper and on a black desk alike, and lets small print through. */
const ink = { colour: '#808080', alpha: '38%' }

interface Tile {
  data: Buffer
  width: number
  height: number
}

const tiles = new Map<string, Promise<Tile>>()

/** Words and day slantwise all over the copy. Letters grow with the copy, so that they are read on each. */
export async function watermark(day: string, copyWidth: number, copyHeight: number): Promise<OverlayOptions> {
  const points = Math.max(6, Math.round(Math.max(copyWidth, copyHeight) / 70))
  const { data, width, height } = await tileOf(day, points)
  const raw = { width, height, channels: 4 as const }
  const overlay = { tile: true, gravity: 'northwest' }
  const part = { width: fitting(copyWidth, width), height: fitting(copyHeight, height) }
  if (part.width === width && part.height === height) return { input: data, raw, ...overlay }
  const input = await sharp(data, { raw })
    .extract({ left: 0, top: 0, ...part })
    .raw()
    .toBuffer()
  return { input, raw: { ...raw, ...part }, ...overlay }
}

/** A tile must not be larger than what it is laid on. */
const fitting = (copy: number, tile: number): number => Math.max(1, Math.min(tile, Math.floor(copy)))

/** Drawn once per day and size; yesterday's are dropped. */
function tileOf(day: string, points: number): Promise<Tile> {
  const key = `${day} ${points}`
  const known = tiles.get(key)
  if (known) return known
  for (const old of tiles.keys()) if (!old.startsWith(day)) tiles.delete(old)
  const drawn = drawTile(`${words} ${day}`, points)
  tiles.set(key, drawn)
  return drawn
}

async function drawTile(text: string, points: number): Promise<Tile> {
  const markup = `<span foreground="${ink.colour}" alpha="${ink.alpha}">${text}</span>`
  // No font of the system is needed: servers have none with Chinese letters.
  const fontfile = path.join(path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc')), '400Regular', font)
  const line = await sharp({ text: { text: markup, font: `Noto Sans SC ${points}`, fontfile, rgba: true, dpi: 96 } })
    .png()
    .toBuffer()
  const transparent = { r: 0, g: 0, b: 0, alpha: 0 }
  const gap = points * 2
  const slanted = await sharp(line).rotate(-24, { background: transparent }).png().toBuffer()
  const { data, info } = await sharp(slanted)
    .extend({ right: gap, bottom: gap, background: transparent })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
