import { type Answers, type FactKey, NONE, type Question, UNSURE } from '@app/shared-rules'

const said = ({ facts, declined }: Answers, key: FactKey) => {
  if (facts.unsure?.includes(key)) return UNSURE
  return declined.some((one) => one === key) ? NONE : undefined
}

/** The option that is chosen now; undefined: none yet. */
export const givenOption = (answers: Answers, key: FactKey): string | undefined => {
  const value = answers.facts[key]
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : said(answers, key)
}

/** An option's value as the fact is written. */
export const asAnswer = (kind: Question['kind'], option: string): unknown =>
  kind === 'yes-no' && (option === 'true' || option === 'false') ? option === 'true' : option

/** A date that was given for the key. */
export const givenDate = ({ facts }: Answers, key: FactKey): string | undefined => {
  const value = facts[key]
  return typeof value === 'string' ? value : undefined
}
