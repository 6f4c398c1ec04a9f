import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp, { type OverlayOptions } from 'sharp'

/*
 * The same copies by sharp and nothing else, in a process of its own: decoded once, turned upright, three JPEGs, the watermark
 * laid on, the grey picture that is judged. Asked by IPC, one file at a time, as often as told, two at once.
 */

const inside = { fit: 'inside', withoutEnlargement: true } as const

async function tile(points: number): Promise<OverlayOptions> {
  const fontfile = path.join(
    path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc')),
    '400Regular/NotoSansSC_400Regular.ttf',
  )
  const text = '<span foreground="#808080" alpha="38%">仅供工考报名审核使用 2023-09-01</span>'
  const line = await sharp({ text: { text, font: `Noto Sans SC ${points}`, fontfile, rgba: true, dpi: 96 } })
    .png()
    .toBuffer()
  const slanted = sharp(line).rotate(-24, { background: { r: 0, g: 0, b: 0, alpha: 0 } })
  const { data, info } = await slanted.raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  return { input: data, raw: { width, height, channels: 4 }, tile: true, gravity: 'northwest' }
}

async function copies(file: string, large: OverlayOptions, small: OverlayOptions): Promise<number> {
  const upright = sharp(await readFile(file), { failOn: 'error' })
    .autoOrient()
    .resize(2400, 2400, inside)
  const { data, info } = await upright.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const page = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
  const master = await page().jpeg({ quality: 82, chromaSubsampling: '4:4:4' }).toBuffer()
  const grey = await page().greyscale().resize(1200, 1200, inside).raw().toBuffer()
  const display = await page().resize(1600, 1600, inside).composite([large]).jpeg({ quality: 78 }).toBuffer()
  const thumbnail = await page().resize(320, 320, inside).composite([small]).jpeg({ quality: 72 }).toBuffer()
  return master.length + grey.length + display.length + thumbnail.length
}

async function work(file: string, pages: number): Promise<void> {
  const [large, small] = [await tile(23), await tile(6)]
  let left = pages
  const lane = async (): Promise<void> => {
    for (; left > 0;) {
      left -= 1
      await copies(file, large, small)
    }
  }
  await Promise.all([lane(), lane()])
}

sharp.concurrency(1)
sharp.cache(false)
process.on('message', ({ file, pages }: { file: string; pages: number }) => {
  void work(file, pages).then(() => process.send?.('done'))
})
process.once('disconnect', () => process.exit(0))
