import { type Assessment, type Grade, gradeName, type Verdict, verdictLine } from '@app/shared-rules'

/** From the highest to the lowest, as people read them. */
export const grades: readonly Grade[] = [1, 2, 3, 4, 5]

/** How good an answer is: the first grade of the best answer is the one to show first. */
const rank: Record<Verdict, number> = { eligible: 0, confirm: 1, manual: 2, incomplete: 3, ineligible: 4 }

const best = (score: (grade: Grade) => number, order: readonly Grade[]) =>
  order.reduce<Grade>((found, grade) => (score(grade) < score(found) ? grade : found), order[0] ?? 5)

const never = 9999

/** Of grades that are all closed: the one that opens first, else the one that fails on the least; the lower one of equals. */
const nearest = ({ grades: all }: Assessment): Grade => {
  const unmet = (grade: Grade) => all[`${grade}`].criteria.filter(({ outcome }) => outcome === 'unmet').length
  return best((grade) => (all[`${grade}`].earliestYear ?? never) * 100 + unmet(grade), [...grades].reverse())
}

/** The grade that answers “我能报几级”: the highest one that is eligible; if none is, the highest of the next best answer. */
export const headlineGrade = (assessment: Assessment): Grade => {
  const verdictOf = (grade: Grade) => assessment.grades[`${grade}`].verdict
  const found = best((grade) => rank[verdictOf(grade)], grades)
  return verdictOf(found) === 'ineligible' ? nearest(assessment) : found
}

/** The first line or two of the page: the answer to “我能报几级”, or of one grade that the person looks at. */
export const answerLines = (assessment: Assessment, grade: Grade): string[] => {
  const of = assessment.grades[`${grade}`]
  const overall = grade === headlineGrade(assessment)
  if (overall && of.verdict === 'ineligible') {
    const when = of.earliestYear === undefined ? [] : [`最早 ${of.earliestYear} 年可以申报${gradeName(grade)}`]
    return ['您今年还不能申报', ...when]
  }
  if (overall && of.verdict === 'incomplete') return ['还没答完', '答完就知道您能报几级']
  return verdictLine(grade, of)
    .split('：')
    .map((part, at, parts) => (at < parts.length - 1 ? `${part}：` : part))
}
