import { type Outcome, outcomeWord, type Verdict, verdictWord } from '@app/shared-rules'
import { type TagProps } from '@/shared/ui/tag'

const ofOutcome: Record<Outcome, Pick<TagProps, 'tone' | 'sign'>> = {
  met: { tone: 'ok' },
  waived: { tone: 'ok' },
  unmet: { tone: 'no' },
  confirm: { tone: 'ask' },
  manual: { tone: 'info', sign: '→' },
  unknown: { tone: 'mut', sign: '…' },
  pending: { tone: 'info' },
}

const ofVerdict: Record<Verdict, Pick<TagProps, 'tone' | 'sign'>> = {
  eligible: { tone: 'ok' },
  ineligible: { tone: 'no' },
  confirm: { tone: 'ask' },
  manual: { tone: 'info', sign: '→' },
  incomplete: { tone: 'mut', sign: '…' },
}

/** Sign and word of a row's outcome. */
export const outcomeTag = (outcome: Outcome): TagProps => ({ ...ofOutcome[outcome], word: outcomeWord(outcome) })

const short: Partial<Record<Verdict, string>> = {
  eligible: '符合',
  confirm: '需确认',
  manual: '转人工',
  incomplete: '还没填',
}

/** Sign and word of a grade's verdict, short enough for a row. */
export const verdictTag = (verdict: Verdict): TagProps => ({
  ...ofVerdict[verdict],
  word: short[verdict] ?? verdictWord(verdict),
})

/** An alternative that is not needed, since another one carries the grade. */
export const notNeeded: TagProps = { tone: 'mut', word: '不用' }
