import { type Answers, type Pack, type Question } from '@app/shared-rules'

/** A question on the screen, and what can be done with it. */
export interface Asked {
  pack: Pack
  answers: Answers
  question: Question
  progress: { answered: number; remainingAtMost: number }
  /** Why the answer just given was not taken. */
  problem?: string | undefined
  /** Said once, e.g. which earlier answers no longer hold. */
  note?: string | undefined
  onBack: () => void
  onAnswer: (value: unknown) => void
}
