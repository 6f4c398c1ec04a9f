import type { FactProblem, Facts } from '../facts/facts'
import { isRecord } from '../facts/shape'
import type { Pack } from '../policies/pack'
import type { Answers, DeclinableKey } from './answers'
import { NONE, UNSURE } from './present-question'
import { questions, type QuestionId } from './question'
import { replay } from './replay'

/**
 * The value of an answer: a fact's value; `UNSURE`; `NONE` where none is an answer; for `#day` and `#examYear` of a list a record of
 * path → `YYYY-MM-DD`, year or `UNSURE`. Untrusted: it is read by `parseFacts`.
 */
export type AnswerValue = unknown

export type Answered = { ok: true; answers: Answers; dropped: string[] } | { ok: false; problems: FactProblem[] }

type Raw = Record<string, unknown>

const DECLINABLE: readonly DeclinableKey[] = ['frontline', 'falsificationFoundOn']

/** `unsure` without this key and its parts. */
function sureOf(facts: Facts, key: string): string[] {
  return (facts.unsure ?? []).filter(
    (path) => path !== key && !path.startsWith(`${key}[`) && !path.startsWith(`${key}.`),
  )
}

const withUnsure = (facts: Raw, unsure: readonly string[]): Raw => ({
  ...facts,
  unsure: unsure.length === 0 ? undefined : unsure,
})

/** A year of 年度考核 left blank is one that the person cannot tell. */
function blankYears(pack: Pack, value: unknown): string[] {
  if (!Array.isArray(value)) return []
  const given = value.map((entry: unknown) => (isRecord(entry) ? entry.year : undefined))
  return pack.dates.assessmentYears.filter((year) => !given.includes(year)).map((year) => `assessments.${year}`)
}

function answerKey(pack: Pack, facts: Facts, id: QuestionId, value: AnswerValue): Raw {
  const { key } = questions[id]
  const unsure = sureOf(facts, key)
  if (value === NONE) return withUnsure({ ...facts, [key]: undefined }, unsure)
  if (value === UNSURE) return withUnsure({ ...facts, [key]: undefined }, [...unsure, key])
  const blank = key === 'assessments' ? blankYears(pack, value) : []
  return withUnsure({ ...facts, [key]: value }, [...unsure, ...blank])
}

const PART = /^(certificates|honours)\[(\d+)\]\.(\w+)$/

/** Sets one part of a list, e.g. certificates[0].examYear; or the whole of a date. */
function withPart(facts: Raw, path: string, value: unknown): Raw {
  const [, key, index, part] = PART.exec(path) ?? []
  if (key === undefined || part === undefined) return { ...facts, [path]: value }
  const list: unknown = facts[key]
  const members: unknown[] = Array.isArray(list) ? list : []
  const changed = members.map((m, i) => (i === Number(index) && isRecord(m) ? { ...m, [part]: value } : m))
  return { ...facts, [key]: changed }
}

/** The days or exam years that a given fact had left open. */
function answerParts(facts: Facts, id: QuestionId, value: AnswerValue): Raw {
  const { key } = questions[id]
  const values: [string, unknown][] = isRecord(value) ? Object.entries(value) : [[key, value]]
  let changed: Raw = { ...facts }
  const unsure = new Set(facts.unsure)
  for (const [path, part] of values) {
    if (part === UNSURE) unsure.add(path)
    else {
      unsure.delete(path)
      changed = withPart(changed, path, part)
    }
  }
  return withUnsure(changed, [...unsure])
}

function declinedAfter(answers: Answers, id: QuestionId, value: AnswerValue): readonly DeclinableKey[] {
  const key = DECLINABLE.find((declinable) => declinable === questions[id].key)
  if (key === undefined) return answers.declined
  const others = answers.declined.filter((declined) => declined !== key)
  return value === NONE ? [...others, key] : others
}

/**
 * Gives (or changes) one answer. What else had been answered stays as far as it still holds; `dropped` names what does not. Problems
 * are those of the answer itself, in the reader's words.
 */
export function answerQuestion(pack: Pack, answers: Answers, id: QuestionId, value: AnswerValue): Answered {
  const { key } = questions[id]
  const facts = id === key ? answerKey(pack, answers.facts, id, value) : answerParts(answers.facts, id, value)
  const replayed = replay(pack, facts, key)
  if (!replayed.ok) return replayed
  const declined = declinedAfter(answers, id, value)
  return { ok: true, answers: { facts: replayed.facts, declined }, dropped: replayed.dropped }
}
