import { type Answers, type DeclinableKey, type Facts } from '@app/shared-rules'

const declinable: readonly DeclinableKey[] = ['frontline', 'falsificationFoundOn']

/** An application's facts as answers: in it, absent means none where none was an answer. */
export const answersOf = (facts: Facts): Answers => ({
  facts,
  declined: declinable.filter((key) => facts[key] === undefined && !facts.unsure?.includes(key)),
})
