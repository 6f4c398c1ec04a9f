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
  const { textShare, paper, burntOut, covered, contrast, originalLine = Infinity } = measures
  const isEmpty = textShare < thresholds.emptyShare
  const isDark = paper < thresholds.darkPaper
  const isGlaring = burntOut >= thresholds.burntShare
  // Nothing is to be seen: in the dark and behind light that is no wonder, and says nothing of blur and size.
  if (isEmpty) return isDark ? ['dark'] : isGlaring ? ['glare'] : ['mostly-empty']
  const found: Record<LegibilityHint, boolean> = {
    blurred: isBlurred(measures),
    dark: isDark,
    glare: isGlaring || (contrast < thresholds.faintContrast && !isDark && !isBlurred(measures)),
    'too-small': longSide < thresholds.sidePixels || originalLine < thresholds.linePixels,
    'mostly-empty': covered >= thresholds.coverShare,
  }
  return legibilityHints.filter((hint) => found[hint])
}

const legibilityHints: readonly LegibilityHint[] = ['blurred', 'dark', 'glare', 'too-small', 'mostly-empty']

const isBlurred = ({ edgeWidth, line, blockiness }: Measures): boolean =>
  blockiness > thresholds.blockiness ||
  (line === undefined
    ? edgeWidth > thresholds.blurPixels
    : edgeWidth > thresholds.sharpPixels && edgeWidth / line > thresholds.blurPerLine)
