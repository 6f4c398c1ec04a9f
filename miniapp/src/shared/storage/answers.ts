import { type Answers as Given, type DeclinableKey, type Grade, parseFacts } from '@app/shared-rules'
import { currentPack } from '../api/campaign'
import { stored } from './stored'

/** The answers of the self-check, and the grade that the person chose to apply for, where they did. */
export interface Answers extends Given {
  grade?: Grade
}

const isGrade = (raw: unknown): raw is Grade => raw === 1 || raw === 2 || raw === 3 || raw === 4 || raw === 5
const isDeclined = (raw: unknown): raw is DeclinableKey => raw === 'frontline' || raw === 'falsificationFoundOn'

const entries = (raw: unknown): [string, unknown][] =>
  typeof raw === 'object' && raw !== null ? Object.entries(raw) : []

/** What the rules still accept of stored facts: an older app, or a newer directory, may have left one that no longer holds. */
const accepted = (raw: unknown) => {
  const pack = currentPack()
  const whole = parseFacts(raw, pack)
  if (whole.ok) return whole.facts
  const wrong = new Set(whole.problems.map(({ field }) => field.split(/[.[#]/)[0]))
  const rest = parseFacts(Object.fromEntries(entries(raw).filter(([key]) => !wrong.has(key))), pack)
  return rest.ok ? rest.facts : {}
}

const parse = (raw: unknown): Answers => {
  const kept = Object.fromEntries(entries(raw))
  const declined = Array.isArray(kept.declined) ? kept.declined.filter(isDeclined) : []
  return { facts: accepted(kept.facts ?? {}), declined, ...(isGrade(kept.grade) ? { grade: kept.grade } : {}) }
}

/** Kept on the phone, without sign-in, until the person clears them. */
export const answers = stored('answers', parse)
