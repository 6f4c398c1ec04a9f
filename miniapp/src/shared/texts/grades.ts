import { type Assessment, type Grade, type Verdict } from '@app/shared-rules'

/** From the highest to the lowest, as people read them. */
export const grades: readonly Grade[] = [1, 2, 3, 4, 5]

/** How good an answer is: the first grade of the best answer is the one to show first. */
const rank: Record<Verdict, number> = { eligible: 0, confirm: 1, manual: 2, incomplete: 3, ineligible: 4 }

/** The grade that answers “我能报几级”: the highest one that is eligible; if none is, the highest of the next best answer. */
export const headlineGrade = ({ grades: all }: Assessment): Grade =>
  grades.reduce<Grade>(
    (best, grade) => (rank[all[`${grade}`].verdict] < rank[all[`${best}`].verdict] ? grade : best),
    1,
  )

/** Of grades that are all closed, the one that opens first; 5 and 4 and so on up where the years are the same. */
export const soonest = ({ grades: all }: Assessment): { grade: Grade; year: number } | undefined =>
  [...grades].reverse().reduce<{ grade: Grade; year: number } | undefined>((best, grade) => {
    const year = all[`${grade}`].earliestYear
    return year !== undefined && (best === undefined || year < best.year) ? { grade, year } : best
  }, undefined)
