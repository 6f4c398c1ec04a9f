import type { LegibilityHint } from '../../bff/src/documents/legibility/judge'
import { type Figure, rounded } from './figure'
import { heldOutNames } from './legibility/degradations'
import { type Judged, judgedPictures } from './legibility/judged'
import { pagesPerKind } from './legibility/pages'
import { sheetKinds } from './legibility/sheets'
import { proposals } from './legibility/tuning'

const seed = 20240517

/** Which hints tell the person the right thing to do about a kind of degradation. */
const fitting: Readonly<Record<string, readonly LegibilityHint[]>> = {
  blur: ['blurred'],
  defocus: ['blurred'],
  motion: ['blurred'],
  darkness: ['dark'],
  'low contrast': ['glare', 'dark'],
  glare: ['glare'],
  'down-scaling': ['too-small'],
  'far away': ['too-small', 'mostly-empty'],
  compression: ['too-small', 'blurred'],
  empty: ['mostly-empty'],
  finger: ['mostly-empty'],
}

/**
 * How well `judge` tells readable pages from unreadable ones. The set is SYNTHETIC: drawn pages, degraded by sharp; what a picture is
 * follows from how it was degraded relative to its print. Thresholds come from the other half of the pages (`--tune` shows how).
 */
export async function measure(options: readonly string[] = []): Promise<Figure[]> {
  if (options.includes('--tune'))
    process.stderr.write(`${proposals(await judgedPictures(seed, 'tuning')).join('\n')}\n`)
  const pictures = await judgedPictures(seed, 'unseen')
  const heldOut = pictures.filter(({ kind }) => heldOutNames.includes(kind))
  const kinds = [...new Set(pictures.map(({ kind }) => kind))]
  return [
    count(
      `SYNTHETIC set, seed ${seed}: readable source pages, half of them unseen`,
      pagesPerKind * Object.keys(sheetKinds).length,
    ),
    count('pictures of unseen pages: readable', pictures.filter(isReadable).length),
    count('pictures of unseen pages: unreadable', pictures.filter((picture) => !isReadable(picture)).length),
    atLeast('recall of unreadable pictures', recall(pictures), 0.95),
    atLeast('precision of hints', precision(pictures), 0.9),
    share('recall, kinds never tuned on', recall(heldOut)),
    share('precision, kinds never tuned on', precision(heldOut)),
    ...kinds.flatMap((kind) =>
      figuresOf(
        kind,
        pictures.filter((picture) => picture.kind === kind),
      ),
    ),
    {
      ...count(
        'judging one picture of at most 1,200 px, median',
        median(pictures.map(({ milliseconds }) => milliseconds)),
      ),
      unit: 'ms',
    },
  ]
}

const isReadable = ({ label }: Judged) => label === 'readable'
const isHinted = ({ hints }: Judged) => hints.length > 0
const part = (of: readonly Judged[], those: (picture: Judged) => boolean) =>
  of.length === 0 ? 1 : of.filter(those).length / of.length

const recall = (pictures: readonly Judged[]) =>
  part(
    pictures.filter((picture) => !isReadable(picture)),
    isHinted,
  )
const precision = (pictures: readonly Judged[]) => part(pictures.filter(isHinted), (picture) => !isReadable(picture))

function figuresOf(kind: string, pictures: readonly Judged[]): Figure[] {
  const readable = pictures.filter(isReadable)
  const unreadable = pictures.filter((picture) => !isReadable(picture))
  const named = (picture: Judged) => picture.hints.some((hint) => fitting[kind]?.includes(hint))
  const name = `${kind}${heldOutNames.includes(kind) ? ' (never tuned on)' : ''}`
  return [
    ...(unreadable.length > 0
      ? [
          share(`${name}: recall of ${unreadable.length} unreadable`, recall(pictures)),
          share(`${name}: precision`, precision(pictures)),
          share(`${name}: hint that fits, of those found`, part(unreadable.filter(isHinted), named)),
        ]
      : []),
    ...(readable.length > 0
      ? [share(`${name}: ${readable.length} readable left without a hint`, 1 - part(readable, isHinted))]
      : []),
  ]
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const share = (figure: string, value: number): Figure => ({
  bench: 'legibility',
  figure,
  value: rounded(value),
  unit: 'share',
  ok: true,
})
const count = (figure: string, value: number): Figure => ({ ...share(figure, value), unit: 'pictures' })
const atLeast = (figure: string, value: number, least: number): Figure => ({
  ...share(figure, value),
  goal: `value >= ${least}`,
  ok: value >= least,
})
