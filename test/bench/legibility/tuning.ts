import { thresholds } from '../../../bff/src/documents/legibility/thresholds'
import { type Measures } from '../../../bff/src/documents/legibility/measures'
import { type Judged } from './judged'

/** A threshold, the measure that it stands in, and the kind of degradation that it is there for. */
interface Tuned {
  threshold: keyof typeof thresholds
  kind: string
  /** `high`: a hint from the threshold on; `low`: below it. */
  hint: 'high' | 'low'
  measure(measures: Measures): number | undefined
}

const tuned: readonly Tuned[] = [
  { threshold: 'blurPerLine', kind: 'blur', hint: 'high', measure: ({ edgeWidth, line }) => line && edgeWidth / line },
  { threshold: 'darkPaper', kind: 'darkness', hint: 'low', measure: ({ paper }) => paper },
  { threshold: 'faintContrast', kind: 'low contrast', hint: 'low', measure: ({ contrast }) => contrast },
  { threshold: 'burntShare', kind: 'glare', hint: 'high', measure: ({ burntOut }) => burntOut },
  { threshold: 'linePixels', kind: 'down-scaling', hint: 'low', measure: ({ originalLine }) => originalLine },
  { threshold: 'emptyShare', kind: 'empty', hint: 'low', measure: ({ textShare }) => textShare },
  { threshold: 'coverShare', kind: 'finger', hint: 'high', measure: ({ covered }) => covered },
]

/**
 * For each threshold: the outermost hundredth of all readable pictures, the innermost twentieth of the unreadable ones of its kind,
 * and half way between them. Kinds that are held out have readable pictures only: their threshold must lie outside those.
 */
export function proposals(pictures: readonly Judged[]): string[] {
  return tuned.map(({ threshold, kind, hint, measure }) => {
    const values = (label: Judged['label'], of: readonly Judged[]) =>
      of
        .filter((picture) => picture.label === label)
        .map((picture) => measure(picture.measures))
        .filter((value) => value !== undefined)
        .sort((a, b) => (hint === 'high' ? a - b : b - a))
    const readable = values('readable', pictures)
    const unreadable = values(
      'unreadable',
      pictures.filter((picture) => picture.kind === kind),
    )
    const good = readable[Math.floor(readable.length * 0.99)] ?? 0
    const bad = unreadable[Math.floor(unreadable.length * 0.05)]
    const shown = [good, bad, bad === undefined ? undefined : (good + bad) / 2].map(
      (value) => value?.toPrecision(3) ?? '-',
    )
    return `${threshold.padEnd(14)} readable to ${shown[0]}, ${kind} from ${shown[1]}: half way ${shown[2]}; now ${thresholds[threshold]}`
  })
}
