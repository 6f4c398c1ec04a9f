import sharp, { type Metadata } from 'sharp'
import { fromPixels, type Sharp } from './engine'
import { decodeHeic } from './heic'
import { drawPdfPage } from './pdf-page'
import type { PictureJob } from './picture-job'
import { mostHeicPixels, mostPixels, mostUnpackedBytes } from './picture-limits'
import { PictureRefused } from './picture-refused'

/** A picture that can be worked on; width and height are those of the upright picture. */
export interface PictureSource {
  picture: Sharp
  width: number
  height: number
  /** Bytes that are held at once while it is decoded. */
  unpackedBytes: number
}

/** What a file is follows from its content: neither its name nor what the phone said counts. @throws PictureRefused */
export async function openSource(file: Buffer, { mediaType, pdfPage }: PictureJob['source']): Promise<PictureSource> {
  if (mediaType === 'application/pdf') return ofPixels(await drawPdfPage(file, pdfPage ?? 0))
  // The header only.
  const metadata = await sharp(file, { limitInputPixels: false }).metadata()
  const { width, height } = metadata.autoOrient
  if (width * height > mostPixels) throw new PictureRefused('too-large-to-open')
  if (metadata.compression === 'hevc') {
    if (width * height > mostHeicPixels) throw new PictureRefused('too-large-to-open')
    return ofPixels(await decodeHeic(file))
  }
  if (unpackedBytes(metadata) > mostUnpackedBytes) throw new PictureRefused('too-large-to-open')
  // A truncated file is refused rather than shown with a grey half.
  const picture = sharp(file, { failOn: 'error', limitInputPixels: mostPixels, sequentialRead: true }).autoOrient()
  return { picture, width, height, unpackedBytes: unpackedBytes(metadata) }
}

const ofPixels = (pixels: Parameters<typeof fromPixels>[0]): PictureSource => ({
  picture: fromPixels(pixels),
  width: pixels.width,
  height: pixels.height,
  unpackedBytes: 0,
})

/** Held at once; 0 where the decoder works strip by strip. A JPEG lying on its side is shrunk before it is turned. */
function unpackedBytes({ width, height, channels, depth, format, isProgressive, orientation }: Metadata): number {
  const turned = (orientation ?? 1) > 1 && format !== 'jpeg'
  if (format === 'png' ? !isProgressive && !turned : format === 'jpeg' && !isProgressive) return 0
  const samples = depth === 'ushort' || (format === 'jpeg' && isProgressive) ? 2 : 1
  return width * height * channels * samples
}
