import fc from 'fast-check'
import type { Certificate } from '../../facts/facts'
import { addYears, monthOf, parseSpan, yearOf } from '../../calendar/local-date'
import { assess } from '../../rules/assess'
import { holding, started } from './cases.fixture'
import { jiaozuo2023 as pack } from './pack'

const others = pack.occupations.map((o) => o.code).filter((code) => code !== 'storekeeper')

/** One certificate as it may be: is it five years old by date, and by exam year? */
function possibilities({ issuedOn, examYear }: Certificate): [byDate: boolean, byExam: boolean][] {
  const span = parseSpan(issuedOn) ?? { first: 0, last: 0 }
  const year = yearOf(span.first)
  const exams = examYear === undefined ? (monthOf(span.first) <= 3 ? [year, year - 1] : [year]) : [examYear]
  return [span.first, span.last].flatMap((day) =>
    exams.map((exam): [boolean, boolean] => {
      const byDate = addYears(day, 5) <= 20231231
      return [byDate, exam === year ? byDate : exam + 5 <= 2023]
    }),
  )
}

/** 二(五), every possibility of every certificate written out. */
function expected(certificates: readonly Certificate[]): string {
  let worlds: [boolean, boolean][] = [[false, false]]
  for (const one of certificates) {
    worlds = worlds.flatMap(([date, exam]) =>
      possibilities(one).map(([d, e]): [boolean, boolean] => [date || d, exam || e]),
    )
  }
  const outcomes = new Set(worlds.map(([date, exam]) => (date === exam ? (date ? 'met' : 'unmet') : 'confirm')))
  return outcomes.size === 1 ? [...outcomes].join() : 'unknown'
}

const certificate = (occupation: string) =>
  fc
    .record({
      month: fc.constantFrom('2018-02', '2019-02', '2019-03', '2019-06', '2020-01'),
      day: fc.constantFrom('', '-28'),
      exam: fc.constantFrom(undefined, 0, 1),
    })
    .map(({ month, day, exam }): Certificate => {
      const year = Number(month.slice(0, 4))
      const early = Number(month.slice(5)) <= 3
      const known = exam === undefined ? {} : { examYear: early ? year - exam : year }
      return { ...holding(4, month + day, occupation), ...known }
    })

it('of many certificates that leave day or exam year open, those that are weighed give what all of them would give', () => {
  const lists = fc.tuple(...others.slice(0, 4).map(certificate))
  fc.assert(
    fc.property(lists, (certificates) => {
      const facts = started('2012-07-01', { certificates: [...certificates, holding(4, '2022-06-01')] })
      const { criteria } = assess(pack, facts, { earliestYear: false }).grades['3']
      expect(criteria.find((row) => row.id === 'occupation-transfer')?.outcome).toBe(expected(certificates))
    }),
    { numRuns: 400, seed: 5 },
  )
})
