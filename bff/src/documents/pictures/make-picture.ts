import { createHash } from 'node:crypto'
import type { Crop } from '../../contract'
import { judge } from '../legibility/judge'
import { perceptualHash } from '../legibility/perceptual-hash'
import { photoHints, photoJpeg } from './certificate-photo'
import { displayJpeg, greyOf, inside, masterJpeg, thumbnailJpeg } from './copies'
import { fromPixels, toPixels, type Pixels } from './engine'
import type { MadePicture, PictureJob } from './picture-job'
import { masterSide, unpackedBesideAnother } from './picture-limits'
import { PictureRefused } from './picture-refused'
import { openSource, type PictureSource } from './picture-source'
import { Turnstile } from './turnstile'

export interface Copies {
  master: Buffer
  display: Buffer
  thumbnail: Buffer
  made: MadePicture
}

interface Size {
  width: number
  height: number
}

/** Of two pictures in hand, a large one that is unpacked as a whole is decoded alone. */
const decoding = new Turnstile()

/** @throws PictureRefused; whatever else a decoder throws also speaks against the file */
export async function makePicture(file: Buffer, job: PictureJob): Promise<Copies> {
  const source = await openSource(file, job.source)
  const cut = cutOf(source, job.crop)
  const decode = () => toPixels(sized(source, cut, job))
  const page = await turned(await decoding.pass(source.unpackedBytes > unpackedBesideAnother, decode), job.turn)
  const grey = await greyOf(page, cut)
  const master = job.photo ? await photoJpeg(page, job.photo) : await masterJpeg(page)
  const made: MadePicture = {
    sha256: createHash('sha256').update(master).digest('hex'),
    bytes: master.length,
    width: page.width,
    height: page.height,
    hints: job.photo ? photoHints(page, lying(cut, job.turn), job.photo) : judge(grey),
    perceptualHash: perceptualHash(grey),
  }
  const [display, thumbnail] = [await displayJpeg(page, job.stampedOn), await thumbnailJpeg(page, job.stampedOn)]
  return { master, display, thumbnail, made }
}

/** Pixels of the part that is kept. */
function cutOf({ width, height }: PictureSource, crop: Crop | undefined): Size & { left: number; top: number } {
  if (!crop) return { left: 0, top: 0, width, height }
  const left = Math.min(width - 1, Math.round(crop.x * width))
  const top = Math.min(height - 1, Math.round(crop.y * height))
  const within = (share: number, whole: number, from: number): number =>
    Math.max(1, Math.min(whole - from, Math.round(share * whole)))
  return { left, top, width: within(crop.width, width, left), height: within(crop.height, height, top) }
}

function sized({ picture, width, height }: PictureSource, cut: ReturnType<typeof cutOf>, job: PictureJob) {
  const part = cut.width < width || cut.height < height ? picture.extract(cut) : picture
  if (!job.photo) return part.resize(masterSide, masterSide, inside)
  const exact = lying({ width: job.photo.widthPx, height: job.photo.heightPx }, job.turn)
  return part.resize(exact.width, exact.height, { fit: 'cover' })
}

/** Sides before or after the turn. */
const lying = ({ width, height }: Size, turn: PictureJob['turn']): Size =>
  turn % 2 === 1 ? { width: height, height: width } : { width, height }

const turned = (page: Pixels, turn: PictureJob['turn']): Promise<Pixels> | Pixels =>
  turn === 0 ? page : toPixels(fromPixels(page).rotate(turn * 90))

/** What came out of the decoders, in the words of the contract. */
export const refusalOf = (error: unknown): PictureRefused =>
  error instanceof PictureRefused ? error : new PictureRefused('unreadable-file', error)
