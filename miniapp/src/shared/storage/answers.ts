import { type Facts, type Grade, parseFacts } from '@app/shared-rules'
import { currentPack } from '../api/campaign'
import { stored } from './stored'

export interface Answers {
  facts: Facts
  /** The grade that the person chose to apply for, where they did. */
  grade?: Grade
}

const isGrade = (raw: unknown): raw is Grade => raw === 1 || raw === 2 || raw === 3 || raw === 4 || raw === 5

const entries = (raw: unknown): [string, unknown][] =>
  typeof raw === 'object' && raw !== null ? Object.entries(raw) : []

/** What the rules still accept of stored answers: an older app, or a newer directory, may have left one that no longer holds. */
const accepted = (raw: unknown): Facts => {
  const pack = currentPack()
  const whole = parseFacts(raw, pack)
  if (whole.ok) return whole.facts
  const wrong = new Set(whole.problems.map(({ field }) => field.split(/[.[#]/)[0]))
  const rest = parseFacts(Object.fromEntries(entries(raw).filter(([key]) => !wrong.has(key))), pack)
  return rest.ok ? rest.facts : {}
}

const parse = (raw: unknown): Answers => {
  const stored = Object.fromEntries(entries(raw))
  return { facts: accepted(stored.facts ?? {}), ...(isGrade(stored.grade) ? { grade: stored.grade } : {}) }
}

/** The answers of the self-check: kept on the phone, without sign-in, until the person clears them. */
export const answers = stored('answers', parse)
