import type Sharp from 'sharp'
import type { Grey } from '../../../bff/src/documents/legibility/grey'
import type { Recipe } from './degradations'
import { random } from './random'
import { type Scene } from './scene'

type Draw = typeof Sharp
type Image = ReturnType<Draw>

/** Pixels between two steps: nothing is compressed on the way. */
interface Pixels {
  data: Buffer
  raw: { width: number; height: number; channels: 1 | 2 | 3 | 4 }
}

/** Takes scenes as a phone does: what falls on the sensor, then noise, then JPEG. */
export class Camera {
  private last: { drawing: string; pixels: Pixels } | undefined

  /** `colour`: for people to look at; the judge sees grey anyway. */
  constructor(
    private readonly sharp: Draw,
    private readonly colour = false,
  ) {}

  /** The file that a phone would send, after `recipe`. */
  async take(scene: Scene, recipe: Recipe): Promise<Buffer> {
    let picture = await this.exposure(scene.svg(recipe.blank ? 'blank' : 'with print'))
    if (recipe.farAway) picture = await this.onLargerDesk(picture, recipe.farAway)
    if (recipe.over) picture = await this.over(picture, recipe.over)
    const { light, blur, kernel, shrink } = recipe
    if (light) picture = await this.pixels(this.open(picture).linear(light.gain, light.offset))
    if (blur && blur >= 0.3) picture = await this.pixels(this.open(picture).blur(blur))
    if (kernel) picture = await this.pixels(this.open(picture).convolve(square(kernel)))
    if (shrink) picture = await this.pixels(this.open(picture).resize({ width: Math.round(scene.width * shrink) }))
    return this.open(withNoise(picture, scene.noise))
      .jpeg({ quality: recipe.quality ?? 88 })
      .toBuffer()
  }

  private open({ data, raw }: Pixels): Image {
    return this.sharp(data, { raw })
  }

  private async pixels(image: Image): Promise<Pixels> {
    const inColours = this.colour ? image.toColourspace('srgb') : image.toColourspace('b-w')
    const { data, info } = await inColours.removeAlpha().raw().toBuffer({ resolveWithObject: true })
    return { data, raw: { width: info.width, height: info.height, channels: info.channels } }
  }

  /** Drawing is slow, and the variants of a scene come one after the other. */
  private async exposure(drawing: string): Promise<Pixels> {
    if (this.last?.drawing === drawing) return this.last.pixels
    const pixels = await this.pixels(this.sharp(Buffer.from(drawing)).flatten({ background: '#fff' }))
    this.last = { drawing, pixels }
    return pixels
  }

  private async onLargerDesk(picture: Pixels, factor: number): Promise<Pixels> {
    const { width, height } = picture.raw
    const small = await this.open(picture)
      .resize({ width: Math.round(width * factor) })
      .png()
      .toBuffer()
    const desk = { width, height, channels: 3 as const, background: '#77726c' }
    return this.pixels(this.sharp({ create: desk }).composite([{ input: small }]))
  }

  private over(picture: Pixels, shapes: string): Promise<Pixels> {
    const { width, height } = picture.raw
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}</svg>`
    return this.pixels(this.open(picture).composite([{ input: Buffer.from(svg) }]))
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const square = ({ width, values }: { width: number; values: number[] }) => ({
  width,
  height: width,
  kernel: values,
  scale: sum(values),
})

/** Nearly Gaussian numbers (σ = 1), the same every time: what a sensor adds. */
const throws = Float32Array.from({ length: 1 << 16 }, () => 0)
{
  const chance = random(1)
  for (let at = 0; at < throws.length; at++) {
    const sum4 = chance.number() + chance.number() + chance.number() + chance.number()
    throws[at] = (sum4 - 2) * Math.sqrt(3)
  }
}

function withNoise({ data, raw }: Pixels, sigma: number): Pixels {
  if (sigma === 0) return { data, raw }
  const noisy = Buffer.allocUnsafe(data.length)
  // A step that shares no factor with the number of throws keeps rows from looking alike.
  for (let at = 0, dice = 0; at < data.length; at++, dice = (dice + 40503) & 0xffff) {
    const level = (data[at] ?? 0) + (throws[dice] ?? 0) * sigma
    noisy[at] = level < 0 ? 0 : level > 255 ? 255 : level
  }
  return { data: noisy, raw }
}

/** What the picture process makes of the file for `judge`. */
export async function greyOf(sharp: Draw, file: Buffer): Promise<Grey> {
  const { width = 0, height = 0 } = await sharp(file).metadata()
  const { data, info } = await sharp(file)
    .greyscale()
    .resize(1200, 1200, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return {
    data: new Uint8Array(data),
    width: info.width,
    height: info.height,
    originalWidth: width,
    originalHeight: height,
  }
}
