import sharp, { type Sharp } from 'sharp'

export type { Sharp }

/** Pixels without any file around them: sRGB, 8 bit, 3 channels unless said otherwise. */
export interface Pixels {
  data: Buffer
  width: number
  height: number
  channels?: 3 | 4
}

/** Only these decoders ever run: no SVG, no PDF of libvips', nothing that opens further files. */
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

/** The largest HEIC that is opened takes 220 MB; a PDF of forms within forms would take all that there is. */
const mostWasmBytes = 320_000_000
const wasmPage = 65_536

/** What is refused here ends the decoder with a RuntimeError, as a broken file does. */
function boundWasm(): void {
  const { prototype } = WebAssembly.Memory
  const { grow } = prototype
  prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * wasmPage > mostWasmBytes) throw new RangeError('no more memory for wasm')
    return grow.call(this, pages)
  }
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
