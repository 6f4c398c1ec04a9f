import { type Degraded, degradations } from './degradations'
import { type Random, random } from './random'
import { photographed, scanned, type Scene } from './scene'
import { drawSheet, type SheetKind, sheetKinds } from './sheets'

export type Half = 'tuning' | 'unseen'

/** One readable page, and what is made of it. */
export interface SourcePage {
  kind: SheetKind
  half: Half
  scene: Scene
  variants: Degraded[]
}

export const pagesPerKind = 5

const kinds = Object.keys(sheetKinds) as SheetKind[]

/**
 * Half of the pages of every kind are for tuning, the other half is unseen. The tuning half knows the tuned kinds of degradation
 * only; on the unseen half all kinds are tried.
 */
export function sourcePages(seed: number, half: Half): SourcePage[] {
  return kinds.flatMap((kind, at) =>
    Array.from({ length: pagesPerKind }, (_, number) => ({
      kind,
      number,
      seed: seed + at * 100 + number,
      half: halfOf(at + number),
    }))
      .filter((page) => page.half === half)
      .map((page) => sourcePage(page.kind, page.half, page.number, random(page.seed))),
  )
}

const halfOf = (number: number): Half => (number % 2 === 0 ? 'tuning' : 'unseen')

function sourcePage(kind: SheetKind, half: Half, number: number, chance: Random): SourcePage {
  const sheet = drawSheet(kind, chance)
  // One in five is a scan; nobody scans the cover of a certificate or a handwritten note.
  const scene =
    number === 4 && kind !== 'cover' && kind !== 'handwriting' ? scanned(sheet) : photographed(sheet, chance)
  const untouched: Degraded = { kind: 'untouched', recipe: {}, label: 'readable' }
  return { kind, half, scene, variants: [untouched, ...degradations(scene, chance, half === 'unseen')] }
}
