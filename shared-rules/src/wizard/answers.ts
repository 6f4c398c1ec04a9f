import type { FactKey, Facts } from '../facts/facts'
import { questionIds, questions, type QuestionId } from './question'

/** Facts whose absence means none: that they were asked, and declined, must be remembered beside the facts. */
export type DeclinableKey = 'frontline' | 'falsificationFoundOn'

/** What a person has answered so far. The path through the questions is a function of it and is never stored. */
export interface Answers {
  facts: Facts
  declined: readonly DeclinableKey[]
}

export const noAnswers: Answers = { facts: {}, declined: [] }

export const isUnsure = ({ facts }: Answers, path: string): boolean => facts.unsure?.includes(path) === true

/** Given, in whole or in part, or said to be unknown or none. */
export function isAnswered(answers: Answers, key: FactKey): boolean {
  return (
    answers.facts[key] !== undefined || isUnsure(answers, key) || answers.declined.some((declined) => declined === key)
  )
}

const isMonth = (date: string | undefined): boolean => date?.length === 'YYYY-MM'.length

/** A part of a given fact that may still be asked for. */
export interface OpenPart {
  question: QuestionId
  path: string
}

function dayParts({ facts }: Answers): OpenPart[] {
  const single = (['birthDate', 'regularisedOn', 'falsificationFoundOn'] as const)
    .filter((key) => isMonth(facts[key]))
    .map((key): OpenPart => ({ question: `${key}#day`, path: key }))
  const issued = (facts.certificates ?? []).flatMap((c, i): OpenPart[] =>
    isMonth(c.issuedOn) ? [{ question: 'certificates#day', path: `certificates[${i}].issuedOn` }] : [],
  )
  const honoured = (facts.honours ?? []).flatMap((honour, i): OpenPart[] => {
    const [part, date] = honour.kind === 'patent' ? ['grantedOn', honour.grantedOn] : ['awardedOn', honour.awardedOn]
    return isMonth(date) ? [{ question: 'honours#day', path: `honours[${i}].${part}` }] : []
  })
  return [...single, ...issued, ...honoured]
}

function examYearParts({ facts }: Answers): OpenPart[] {
  return (facts.certificates ?? []).flatMap((c, i): OpenPart[] =>
    c.examYear === undefined && Number(c.issuedOn.slice(5, 7)) <= 3
      ? [{ question: 'certificates#examYear', path: `certificates[${i}].examYear` }]
      : [],
  )
}

/** Days and exam years that a given fact leaves open and that the person has not said to be unsure of. */
export function openParts(answers: Answers): OpenPart[] {
  return [...dayParts(answers), ...examYearParts(answers)].filter((part) => !isUnsure(answers, part.path))
}

/** The question that closes a gap, if there is one left to ask. */
export function questionFor(answers: Answers, path: string): QuestionId | undefined {
  const part = openParts(answers).find((open) => open.path === path)
  if (part !== undefined) return part.question
  const base = questionIds.find((id) => id === path)
  return base !== undefined && !isAnswered(answers, questions[base].key) ? base : undefined
}
