import type { PageHintCode } from '../../contract'
import type { Grey } from './grey'
import { measure, type Measures } from './measures'
import { thresholds } from './thresholds'

export type LegibilityHint = Extract<PageHintCode, 'blurred' | 'dark' | 'glare' | 'too-small' | 'mostly-empty'>

/** What a reviewer may stumble on, from one page alone; no hint: readable as far as it can be told. Never throws. */
export const judge = (grey: Grey): LegibilityHint[] =>
  hintsOf(measure(grey), Math.max(grey.originalWidth, grey.originalHeight))

/** `longSide`: pixels of the picture that was sent. */
export function hintsOf(measures: Measures, longSide: number): LegibilityHint[] {
  if (measures.textShare < thresholds.emptyShare) return ['mostly-empty']
  const found: Record<LegibilityHint, boolean> = {
    blurred: isBlurred(measures),
    dark: measures.paper < thresholds.darkPaper,
    glare:
      measures.burntOut >= thresholds.burntShare ||
      (measures.contrast < thresholds.faintContrast && measures.paper >= thresholds.darkPaper),
    'too-small': longSide < thresholds.sidePixels || (measures.originalLine ?? Infinity) < thresholds.linePixels,
    'mostly-empty': measures.covered >= thresholds.coverShare,
  }
  return legibilityHints.filter((hint) => found[hint])
}

const legibilityHints: readonly LegibilityHint[] = ['blurred', 'dark', 'glare', 'too-small', 'mostly-empty']

const isBlurred = ({ edgeWidth, line }: Measures): boolean =>
  line === undefined ? edgeWidth > thresholds.blurPixels : edgeWidth / line > thresholds.blurPerLine
