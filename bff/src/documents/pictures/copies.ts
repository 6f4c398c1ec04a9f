import { fromPixels, type Pixels } from './engine'
import { displaySide, greySide, thumbnailSide } from './picture-limits'
import type { Grey } from '../legibility/grey'
import { watermark } from './watermark'

/** What the reviewer gets. Full colour resolution: the letters of a red seal stay legible. */
export const masterJpeg = (page: Pixels, quality = 82): Promise<Buffer> =>
  fromPixels(page).jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer()

export const displayJpeg = (page: Pixels, day: string): Promise<Buffer> => stamped(page, day, displaySide, 78)

export const thumbnailJpeg = (page: Pixels, day: string): Promise<Buffer> => stamped(page, day, thumbnailSide, 72)

async function stamped(page: Pixels, day: string, side: number, quality: number): Promise<Buffer> {
  const scale = Math.min(1, side / Math.max(page.width, page.height))
  return fromPixels(page)
    .resize(side, side, inside)
    .composite([await watermark(day, page.width * scale, page.height * scale)])
    .jpeg({ quality })
    .toBuffer()
}

export async function greyOf(page: Pixels, original: { width: number; height: number }): Promise<Grey> {
  const grey = fromPixels(page).greyscale().resize(greySide, greySide, inside).raw()
  const { data, info } = await grey.toBuffer({ resolveWithObject: true })
  const { width, height } = info
  return { data, width, height, originalWidth: original.width, originalHeight: original.height }
}

/** A small picture is not blown up: nothing more could be read in it. */
export const inside = { fit: 'inside', withoutEnlargement: true } as const
