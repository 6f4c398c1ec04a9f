import sharp, { type Sharp } from 'sharp'
import { boundWasm } from './wasm-bound'

export type { Sharp }

/** Pixels without any file around them: sRGB, 8 bit, 3 channels unless said otherwise. */
export interface Pixels {
  data: Buffer
  width: number
  height: number
  channels?: 3 | 4
}

/**
 * Only these decoders ever run: no SVG, no PDF of libvips', nothing that opens further files. For the whole process and whatever else it does
 * with pictures: nothing but the picture process calls it.
 */
export function prepareEngine(): void {
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif'],
  })
  // Two pictures at once use both cores; caches would only hold memory, no picture comes twice.
  sharp.concurrency(1)
  sharp.cache(false)
  boundWasm()
}

export function fromPixels({ data, width, height, channels = 3 }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } })
}

/** Runs the pipeline. Greyscale, CMYK, 16 bit and wide gamut become plain sRGB, transparency becomes white paper. */
export async function toPixels(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
