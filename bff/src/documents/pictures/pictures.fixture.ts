import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp, { type Sharp } from 'sharp'
import type { ObjectStore } from '../../platform/storage/object-store'
import { openStore } from '../../platform/storage/open-store'
import type { MadePicture, PictureJob } from './picture-job'
import { PictureMaker } from './picture-maker'

// Real pictures in a real process, beside other suites.
jest.setTimeout(120_000)

export interface MadeCopies {
  made: MadePicture
  master: Buffer
  display: Buffer
  thumbnail: Buffer
}

/** The picture process and a store on disk, without a database. */
export class PictureBench {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'pictures-'))
  private readonly storage = { kind: 'disk' as const, folder: this.folder }
  private readonly store: ObjectStore = openStore(this.storage)
  readonly maker: PictureMaker
  private count = 0

  constructor(limits?: { light: number; heavy: number }) {
    this.maker = new PictureMaker(this.storage, limits)
  }

  async result(file: Buffer, mediaType = 'image/jpeg', more: PictureJobDetails = {}) {
    this.count += 1
    const object = `originals/${this.count}`
    await this.store.put(object, Readable.from([file]), { mediaType })
    const { pdfPage, ...rest } = more
    const source = { object, mediaType, ...(pdfPage !== undefined && { pdfPage }) }
    const into = this.keys(this.count)
    return this.maker.make({ id: String(this.count), source, turn: 0, stampedOn: '2023-09-01', ...rest, into })
  }

  /** @throws where it is refused or fails */
  async make(file: Buffer, mediaType = 'image/jpeg', more: PictureJobDetails = {}): Promise<MadeCopies> {
    const result = await this.result(file, mediaType, more)
    if (result.kind !== 'made') throw new Error(JSON.stringify(result))
    const { master, display, thumbnail } = this.keys(Number(result.id))
    const [a, b, c] = await Promise.all([this.read(master), this.read(display), this.read(thumbnail)])
    return { made: result.made, master: a, display: b, thumbnail: c }
  }

  async close(): Promise<void> {
    await this.maker.close()
    rmSync(this.folder, { recursive: true })
  }

  private keys(of: number): PictureJob['into'] {
    return { master: `pages/${of}/master`, display: `pages/${of}/display`, thumbnail: `pages/${of}/thumbnail` }
  }

  private async read(key: string): Promise<Buffer> {
    const found = await this.store.open(key)
    if (!found) throw new Error(`${key} is not in the store`)
    return buffer(found)
  }
}

type PictureJobDetails = Partial<Pick<PictureJob, 'turn' | 'crop' | 'photo' | 'stampedOn'>> & { pdfPage?: number }

export const sample = (name: string): Buffer => readFileSync(path.join(__dirname, 'samples', name))

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

const marks = { red: [210, 30, 30], green: [30, 160, 30], black: [16, 16, 16], blue: [40, 70, 170] } as const
type Mark = keyof typeof marks

const colour = (mark: Mark): { r: number; g: number; b: number } => {
  const [r, g, b] = marks[mark]
  return { r, g, b }
}

/** Grey, with a mark in each corner: clockwise from the top left red, green, black, blue. */
export function markedPicture(width: number, height: number): Sharp {
  const side = Math.round(Math.min(width, height) / 5)
  const square = (mark: Mark, left: number, top: number) => ({
    input: { create: { width: side, height: side, channels: 3 as const, background: colour(mark) } },
    left,
    top,
  })
  const [right, bottom] = [width - side, height - side]
  return sharp({ create: { width, height, channels: 3, background: '#dddddd' } }).composite([
    square('red', 0, 0),
    square('green', right, 0),
    square('black', right, bottom),
    square('blue', 0, bottom),
  ])
}

/** Names of the marks in the corners, clockwise from the top left; '?' where there is none. */
export async function corners(file: Buffer): Promise<string[]> {
  const { data, info } = await sharp(file).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const inset = Math.round(Math.min(info.width, info.height) / 10)
  const at = (x: number, y: number): string =>
    nameOf([...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)])
  const [right, bottom] = [info.width - 1 - inset, info.height - 1 - inset]
  return [at(inset, inset), at(right, inset), at(right, bottom), at(inset, bottom)]
}

function nameOf(pixel: number[]): string {
  const near = Object.entries(marks).find(([, mark]) =>
    mark.every((level, at) => Math.abs(level - (pixel[at] ?? 0)) < 90),
  )
  return near?.[0] ?? '?'
}

export const upright = ['red', 'green', 'black', 'blue']
