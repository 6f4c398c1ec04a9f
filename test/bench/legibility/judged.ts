import { cpus } from 'node:os'
import type Sharp from 'sharp'
import { hintsOf, type LegibilityHint } from '../../../bff/src/documents/legibility/judge'
import { measure, type Measures } from '../../../bff/src/documents/legibility/measures'
import { Camera, greyOf } from './camera'
import { type Half, type SourcePage, sourcePages } from './pages'
import { sharpWithFont } from './rendering'

/** One picture, what it is by construction, and what the judge says. */
export interface Judged {
  kind: string
  label: 'readable' | 'unreadable'
  measures: Measures
  hints: LegibilityHint[]
  /** What judging it took. */
  milliseconds: number
}

/** Takes and judges every picture of one half; pages of both labels, none of those in between. */
export async function judgedPictures(seed: number, half: Half): Promise<Judged[]> {
  const sharp = await sharpWithFont()
  sharp.concurrency(1)
  const pages = sourcePages(seed, half)
  const judged: Judged[][] = []
  const next = async (): Promise<void> => {
    const page = pages.shift()
    if (!page) return
    judged.push(await judgedVariants(sharp, page))
    return next()
  }
  await Promise.all(cpus().slice(0, 2).map(next))
  return judged.flat()
}

async function judgedVariants(sharp: typeof Sharp, page: SourcePage): Promise<Judged[]> {
  const camera = new Camera(sharp)
  const judged: Judged[] = []
  for (const { kind, label, recipe } of page.variants) {
    if (!label) continue
    const grey = await greyOf(sharp, await camera.take(page.scene, recipe))
    const start = performance.now()
    const measures = measure(grey)
    const hints = hintsOf(measures, Math.max(grey.originalWidth, grey.originalHeight))
    judged.push({ kind, label, measures, hints, milliseconds: performance.now() - start })
  }
  return judged
}
