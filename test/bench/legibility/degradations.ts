import { type Random } from './random'
import { type Box } from './sheet'
import { type Scene } from './scene'

/**
 * What is done to a readable page, and what is left of it: reckoned from how it is done and how large the print is, never from
 * what the judge measures. `undefined`: between readable and not; such pages are left out of the set.
 */
export type Label = 'readable' | 'unreadable' | undefined

/** One recipe; the fields are applied in this order. */
export interface Recipe {
  blank?: true
  /** The sheet smaller on a larger desk: factor of its size. */
  farAway?: number
  /** SVG over the picture: a spot of light, a finger, a shadow. */
  over?: string
  /** level → gain × level + offset. */
  light?: { gain: number; offset: number }
  /** σ in pixels. */
  blur?: number
  kernel?: { width: number; values: number[] }
  /** Factor of the picture's size. */
  shrink?: number
  /** Quality of JPEG instead of the usual 88. */
  quality?: number
}

export interface Degraded {
  kind: string
  recipe: Recipe
  label: Label
}

type Degrade = (scene: Scene, random: Random) => Degraded[]

/**
 * Strokes and gaps of Chinese print come at 3 and more to one em; blur of σ leaves exp(−2π²σ²f²) of their contrast: 0.4 at σ = 0.07 em,
 * 0.05 at σ = 0.13 em. A disc of radius r spreads as far as σ = r / 2, a streak of length l as σ = l / √12.
 */
const strokesPerEm = 3
function bySpread(sigmaPerEm: number): Label {
  const left = Math.exp(-2 * (Math.PI * sigmaPerEm * strokesPerEm) ** 2)
  return left >= 0.4 ? 'readable' : left <= 0.05 ? 'unreadable' : undefined
}

const blur: Degrade = ({ em }) =>
  [0.03, 0.05, 0.07, 0.14, 0.2, 0.3].map((sigma) => ({
    kind: 'blur',
    recipe: { blur: sigma * em },
    label: bySpread(sigma),
  }))

/** A lens out of focus. */
const defocus: Degrade = ({ em }) =>
  [0.07, 0.13, 0.28, 0.4].map((radius) => ({
    kind: 'defocus',
    recipe: { kernel: disc(Math.max(1, radius * em)) },
    label: bySpread(radius / 2),
  }))

/** A hand that moves. */
const motion: Degrade = ({ em }, random) =>
  [0.1, 0.2, 0.5, 0.8, 1.1].map((length) => ({
    kind: 'motion',
    recipe: { kernel: streak(length * em, random.between(0, Math.PI)) },
    label: bySpread(length / Math.sqrt(12)),
  }))

/** Below level 45 the paper itself has a fiftieth of a screen's light; above 105 a reviewer sees it as grey. */
const darkness: Degrade = (scene) =>
  [0.7, 0.55, 0.19, 0.13, 0.07].map((gain) => {
    const lightest = Math.max(scene.paperLevel, scene.inkLevel) * gain
    return {
      kind: 'darkness',
      recipe: { light: { gain, offset: 0 } },
      label: lightest >= 105 ? 'readable' : lightest <= 45 ? 'unreadable' : undefined,
    }
  })

/** Contrast of luminance as WCAG 2 reckons it: at least 3 : 1 for large print; at 1.25 : 1 ink is hardly seen. */
const lowContrast: Degrade = ({ paperLevel, inkLevel }, random) =>
  [0.75, 0.5, 0.12, 0.07].map((gain) => {
    const offset = (1 - gain) * random.between(150, 225)
    const ratio = contrastRatio(paperLevel * gain + offset, inkLevel * gain + offset)
    return {
      kind: 'low contrast',
      recipe: { light: { gain, offset } },
      label: ratio >= 3 ? 'readable' : ratio <= 1.3 ? 'unreadable' : undefined,
    }
  })

const luminance = (level: number) => (Math.min(255, level) / 255) ** 2.2
function contrastRatio(a: number, b: number): number {
  const [one, other] = [luminance(a) + 0.05, luminance(b) + 0.05]
  return Math.max(one, other) / Math.min(one, other)
}

/** By how much of the print lies under the opaque part of a spot. */
const byCover = (share: number): Label => (share <= 0.01 ? 'readable' : share >= 0.1 ? 'unreadable' : undefined)

function coveredShare(boxes: readonly Box[], x: number, y: number, radius: number): number {
  let covered = 0
  let all = 0
  for (const box of boxes) {
    const step = box.height / 2
    for (let at = step / 2; at < box.width; at += step) {
      all++
      if (Math.hypot(box.x + at - x, box.y + box.height / 2 - y) < radius) covered++
    }
  }
  return covered / Math.max(1, all)
}

/** Opaque up to two thirds of its radius, then fading. */
export const spot = (x: number, y: number, radius: number, colour: string) =>
  `<defs><radialGradient id="spot"><stop offset="0.66" stop-color="${colour}"/><stop offset="0.8" stop-color="${colour}" stop-opacity="0.5"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient></defs>` +
  `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="${radius.toFixed(0)}" fill="url(#spot)"/>`

const glare: Degrade = (scene, random) =>
  [0.04, 0.16, 0.24, 0.34].map((size) => {
    const box = scene.boxes[random.integer(0, scene.boxes.length - 1)] ?? { x: 0, y: 0, width: 0, height: 0 }
    const [x, y] = [box.x + box.width * random.number(), box.y + box.height / 2]
    const radius = size * scene.width
    return {
      kind: 'glare',
      recipe: { over: spot(x, y, radius * 1.5, '#fff') },
      label: byCover(coveredShare(scene.boxes, x, y, radius)),
    }
  })

/** From a corner or a side. */
const finger: Degrade = (scene, random) =>
  [0.06, 0.3, 0.42, 0.55].map((size) => {
    const x = random.pick([0, 1] as const) * scene.width
    const y = random.between(0.3, 1) * scene.height
    const radius = size * scene.width
    return {
      kind: 'finger',
      recipe: { over: spot(x, y, radius * 1.5, random.pick(['#7a4f3c', '#5b3a2e', '#94654e'] as const)) },
      // A finger as large as that may hide a stamp.
      label: size > 0.1 ? unlessReadable(byCover(coveredShare(scene.boxes, x, y, radius))) : 'readable',
    }
  })

const unlessReadable = (label: Label): Label => (label === 'readable' ? undefined : label)

/** Chinese print needs about 12 pixels a character; bitmap fonts end at 11, nothing dense is told apart at 7. */
const byPixels = (em: number): Label => (em >= 13 ? 'readable' : em <= 7 ? 'unreadable' : undefined)

const downScaling: Degrade = ({ em }) =>
  [14, 7, 5.5, 4].map((pixels) => ({
    kind: 'down-scaling',
    recipe: { shrink: Math.min(1, pixels / em) },
    label: byPixels(Math.min(em, pixels)),
  }))

const farAway: Degrade = ({ em }) =>
  [7, 5.5, 4.5].map((pixels) => ({
    kind: 'far away',
    recipe: { farAway: pixels / em },
    label: byPixels(pixels),
  }))

const empty: Degrade = () => [{ kind: 'empty', recipe: { blank: true }, label: 'unreadable' }]

/** A copy of a copy, small and in coarse blocks of 8 × 8: a character of 12 pixels has hardly more than its two blocks' mean level. */
const compression: Degrade = ({ em }) => [
  ...[60, 35].map((quality) => ({ kind: 'compression', recipe: { quality }, label: 'readable' as const })),
  ...[4, 2].map((quality) => ({
    kind: 'compression',
    recipe: { shrink: Math.min(1, 12 / em), quality },
    label: 'unreadable' as const,
  })),
]

/** A shadow across the page: readable, however ugly, as long as the paper under it is not black. */
const shadow: Degrade = (scene, random) =>
  [0.3, 0.45].map((depth) => {
    const at = random.between(0.3, 0.7) * scene.height
    const level = Math.max(scene.paperLevel, scene.inkLevel) * (1 - depth)
    return {
      kind: 'shadow',
      recipe: {
        over: `<defs><linearGradient id="spot" x2="0" y2="1"><stop offset="0" stop-opacity="0"/><stop offset="0.1" stop-opacity="${depth}"/></linearGradient></defs><rect y="${at.toFixed(0)}" width="${scene.width}" height="${scene.height}" fill="url(#spot)"/>`,
      },
      label: level >= 105 ? 'readable' : undefined,
    }
  })

/** Thresholds may be tuned on these … */
const tunedKinds: readonly Degrade[] = [blur, darkness, lowContrast, glare, downScaling, empty]
/** … and never on these. */
const heldOutKinds: readonly Degrade[] = [defocus, motion, finger, farAway, compression, shadow]
/** No hand, lamp or lens comes between a scanner and its page. */
const ofCameras: readonly Degrade[] = [glare, finger, shadow, farAway, motion]

/** All that is done to one page: `heldOut` with the kinds that thresholds are never tuned on. */
export const degradations = (scene: Scene, random: Random, heldOut: boolean): Degraded[] =>
  [...tunedKinds, ...(heldOut ? heldOutKinds : [])]
    .filter((degrade) => scene.noise > 0 || !ofCameras.includes(degrade))
    .flatMap((degrade) => degrade(scene, random))

/** Names of the kinds that thresholds are never tuned on. */
export const heldOutNames = ['defocus', 'motion', 'finger', 'far away', 'compression', 'shadow']

function disc(radius: number): { width: number; values: number[] } {
  const reach = Math.ceil(radius)
  return kernel(reach, (x, y) => Math.max(0, Math.min(1, radius + 0.5 - Math.hypot(x, y))))
}

export function streak(length: number, angle: number): { width: number; values: number[] } {
  const reach = Math.max(1, Math.ceil(length / 2))
  return kernel(reach, (x, y) => {
    const along = Math.abs(x * Math.cos(angle) + y * Math.sin(angle))
    const beside = Math.abs(y * Math.cos(angle) - x * Math.sin(angle))
    return Math.max(0, Math.min(1, length / 2 + 0.5 - along)) * Math.max(0, 1 - beside)
  })
}

function kernel(reach: number, weight: (x: number, y: number) => number): { width: number; values: number[] } {
  const values: number[] = []
  for (let y = -reach; y <= reach; y++) for (let x = -reach; x <= reach; x++) values.push(weight(x, y))
  return { width: 2 * reach + 1, values }
}
