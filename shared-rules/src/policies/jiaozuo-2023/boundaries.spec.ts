import type { Facts, Grade, Honour } from '../../facts/facts'
import { assess } from '../../rules/assess'
import type { ReadingId } from '../../rules/reading'
import type { CriterionId } from '../../rules/verdict'
import { configurePack } from '../configure-pack'
import { holding, reference, started, years } from './cases.fixture'
import { jiaozuo2023 as pack } from './pack'
import { fullYears } from './paths'

/** Rows on which one comparison, number or edge of the rules turns; found missing by `npm run mutate`. */
const pinned = (pins: Partial<Record<ReadingId, string>>) => configurePack(pack, { pins })

function row(grade: Grade, id: CriterionId, facts: Facts, law = pack) {
  const found = assess(law, facts, { earliestYear: false }).grades[`${grade}`].criteria.find((one) => one.id === id)
  if (!found) throw new Error(`grade ${grade} has no row ${id}`)
  return found
}

const outcome = (...of: Parameters<typeof row>) => row(...of).outcome
const routes = (grade: Grade, facts: Facts) =>
  assess(pack, facts, { earliestYear: false }).grades[`${grade}`].manualRoutes

const older = (more: Facts): Facts => started('1990-07-01', { birthDate: '1968-07-01', ...more })

describe('certificates (满5年)', () => {
  const lawByExamYear = pinned({ 'certificate-count': 'by-exam-year' })
  const february = (year: number) =>
    started('2016-07-01', { certificates: [{ ...holding(5, `${year}-02-10`), examYear: year - 1 }] })

  test('by exam year, five years are counted on from the exam, not back', () => {
    expect(outcome(4, 'certificate', february(2019), lawByExamYear)).toBe('met')
    expect(outcome(4, 'certificate', february(2020), lawByExamYear)).toBe('unmet')
  })

  test('grade 1: 31 December 2018 is in time where the year end counts', () => {
    const facts = older({ certificates: [holding(2, '2018-12-31')] })
    expect(row(1, 'grade-2-certificate', facts)).toMatchObject({ outcome: 'confirm', lean: 'met' })
    expect(outcome(1, 'grade-2-certificate', older({ certificates: [holding(2, '2019-04-01')] }))).toBe('unmet')
  })
})

describe('二(四)2: whose grade-2 certificate counts', () => {
  const both = older({ certificates: [holding(2, '2021-06-01'), holding(2, '2015-06-01', 'car-driver')] })
  const elsewhere = older({ certificates: [holding(2, '2015-06-01', 'car-driver')] })

  test.each([
    ['reaches-grade-1', 'met', 'unmet'],
    ['target-only', 'unmet', 'unmet'],
    ['any-occupation', 'met', 'met'],
  ])('%s: with a young one in the target %s, with an old one elsewhere only %s', (option, withBoth, withElsewhere) => {
    const law = pinned({ 'transfer-grade-1': option })
    expect(outcome(1, 'grade-2-certificate', both, law)).toBe(withBoth)
    expect(outcome(1, 'grade-2-certificate', elsewhere, law)).toBe(withElsewhere)
  })
})

describe('of many certificates known by their month', () => {
  const law = pinned({ 'transfer-grade-1': 'any-occupation' })
  const others = ['car-driver', 'car-mechanic', 'office-equipment-repairer', 'military-electronics-assembler']
  const held = (...days: string[]) => older({ certificates: days.map((day, i) => holding(2, day, others[i])) })

  test('the oldest is found, wherever it stands', () => {
    expect(outcome(1, 'grade-2-certificate', held('2021-06', '2020-05', '2012-06', '2022-05'), law)).toBe('met')
    expect(outcome(1, 'grade-2-certificate', held('2021-06', '2020-05', '2019-06', '2022-05'), law)).toBe('unmet')
  })

  test('one known by its day is not forgotten', () => {
    expect(outcome(1, 'grade-2-certificate', held('2021-06', '2020-05', '2012-06-15', '2022-05'), law)).toBe('met')
  })
})

describe('二(四)4 and 二(四)6', () => {
  const assessed = (...of: Parameters<typeof years>) =>
    older({ certificates: [holding(2, '2015-06-01')], assessments: years(...of) })
  const two = { 2019: { result: 'excellent' }, 2021: { result: 'excellent' } } as const

  test('a failed year that is filed decides at once, whatever is missing', () => {
    const missing = assessed().assessments?.filter(({ year }) => year !== 2018)
    const failed = missing?.map((one) => (one.year === 2020 ? { ...one, result: 'unqualified' as const } : one))
    expect(outcome(1, 'assessments', { ...assessed(), assessments: failed })).toBe('unmet')
  })

  test('a failed year that is not filed is not known yet, but for 2022', () => {
    expect(outcome(1, 'assessments', assessed({ ...two, 2020: { result: 'unqualified', filed: false } }))).toBe(
      'unknown',
    )
    const last = assessed({ ...two, 2022: { result: 'unqualified', filed: false } })
    const without2018 = last.assessments?.filter(({ year }) => year !== 2018)
    expect(outcome(1, 'assessments', { ...last, assessments: without2018 })).toBe('unmet')
  })

  test('the reader sees the good years among the five', () => {
    const facts = assessed({ ...two, 2018: { outstandingPartyMember: true } })
    const more = { ...facts, assessments: [...(facts.assessments ?? []), { year: 2017, result: 'excellent' as const }] }
    expect(row(1, 'assessments', more)).toMatchObject({ needed: 2, actual: 3 })
  })

  const exempted = (honours: Honour[], certificates = [holding(2, '2015-06-01')]) =>
    outcome(1, 'education', older({ education: 'junior-high', certificates, honours }))
  const medal = (awardedOn: string): Honour => ({ kind: 'may-day-medal', level: 'national', awardedOn })

  test('nobody without a grade-2 certificate is exempted, not even by an undated 绝技', () => {
    expect(exempted([{ kind: 'unique-skill' }], [])).toBe('unmet')
    expect(exempted([{ kind: 'unique-skill' }])).toBe('manual')
  })

  test('of many honours known by their month, one that exempts is found behind later ones that do not', () => {
    const skill = (awardedOn: string): Honour => ({ kind: 'unique-skill', awardedOn })
    expect(exempted([skill('2022-05'), skill('2022-04'), medal('2021-06')])).toBe('waived')
  })

  test('an honour counts from the first of several grade-2 certificates on', () => {
    const two = [holding(2, '2015-06-01'), holding(2, '2020-06-01', 'car-driver')]
    expect(exempted([medal('2018-01-01')], two)).toBe('waived')
    expect(exempted([medal('2015-06-01')], two)).toBe('unmet')
  })
})

describe('二(三)4: relaxed education', () => {
  const woman = (birthDate: string) =>
    started('1996-07-01', { sex: 'female', retirementLine: 'cadre', birthDate, education: 'junior-high' })

  test.each([
    ['1978-03-28', 'met'],
    ['1978-03-29', 'confirm'],
    ['1978-12-31', 'confirm'],
    ['1979-01-01', 'unmet'],
  ])('a woman born %s: %s', (birthDate, expected) => {
    expect(outcome(2, 'education', woman(birthDate))).toBe(expected)
  })

  test('which date counts follows the reading', () => {
    const at = (option: string) => outcome(2, 'education', woman('1978-06-01'), pinned({ 'relaxed-age-date': option }))
    expect([at('year-end'), at('registration-close')]).toEqual(['met', 'unmet'])
  })
})

describe('another occupation', () => {
  const years18 = (certificates: Facts['certificates']) => started('2000-07-01', { certificates })

  test('a years path stays open to who holds as good a certificate in the target', () => {
    expect(outcome(3, 'work-years', years18([holding(4, '2021-06-01'), holding(4, '2020-06-01', 'car-driver')]))).toBe(
      'met',
    )
    expect(outcome(3, 'work-years', years18([holding(5, '2021-06-01'), holding(4, '2020-06-01', 'car-driver')]))).toBe(
      'confirm',
    )
    expect(outcome(3, 'work-years', years18([holding(4, '2020-06-01', 'car-driver')]))).toBe('confirm')
    expect(outcome(3, 'work-years', years18([holding(3, '2021-06-01'), holding(4, '2020-06-01', 'car-driver')]))).toBe(
      'met',
    )
  })

  test('the same grade is not taken again where the target has it', () => {
    const certificates = [holding(3, '2021-06-01'), holding(3, '2020-06-01', 'car-driver')]
    expect(outcome(3, 'occupation-transfer', years18(certificates))).toBe('unmet')
  })

  test('a cancelled occupation leads to its successors, elsewhere the office decides, and not to itself', () => {
    const from = (targetOccupation: string) =>
      started('2000-07-01', {
        occupation: 'switchboard-operator',
        targetOccupation,
        certificates: [holding(4, '2010-06-01', 'switchboard-operator')],
      })
    expect(row(3, 'cancelled-occupation', from('office-equipment-repairer')).readings).toEqual(['cancelled-route'])
    expect(row(3, 'cancelled-occupation', from('storekeeper')).readings).toEqual([
      'cancelled-route',
      'similar-occupation',
    ])
    expect(outcome(3, 'cancelled-occupation', from('switchboard-operator'))).toBe('unmet')
  })
})

describe('gates', () => {
  test('who holds grade 1 in the target takes it no more', () => {
    expect(outcome(1, 'held', older({ certificates: [holding(1, '2015-06-01')] }))).toBe('unmet')
  })

  test('a pinned day of issue decides, and its own day by a reading', () => {
    const facts = started('2000-07-01', { birthDate: '1963-02-15' })
    const at = (day: string, more = {}) =>
      outcome(3, 'scope.retirement', facts, pinned({ 'notice-issued-on': day, ...more }))
    expect([at('2023-02-14'), at('2023-02-16')]).toEqual(['met', 'unmet'])
    expect(row(3, 'scope.retirement', facts, pinned({ 'notice-issued-on': '2023-02-15' }))).toMatchObject({
      outcome: 'confirm',
      lean: 'unmet',
    })
    expect(at('2023-02-15', { 'retirement-on-issue-day': 'not-reached' })).toBe('met')
    expect(at('2023-02-15', { 'retirement-on-issue-day': 'reached' })).toBe('unmet')
  })

  test('the reader sees the day of reaching the age, of a woman by her line, and nothing where it is not known', () => {
    const seen = (more: Facts) => row(3, 'scope.retirement', { ...reference, ...more })
    expect(seen({ birthDate: '1975-01-01' })).toMatchObject({ needed: '>2023-03-10', actual: '2037-08-01' })
    const woman = { sex: 'female', birthDate: '1970-05-01' } as const
    expect(seen({ ...woman, retirementLine: 'cadre' }).actual).toBe('2025-07-01')
    expect(seen(woman).actual).toBeUndefined()
    const { birthDate: _b, ...undated } = reference
    expect(row(3, 'scope.retirement', undated).actual).toBeUndefined()
    const { sex: _s, ...anybody } = reference
    expect(row(3, 'scope.retirement', anybody).actual).toBeUndefined()
  })
})

describe('what the reader sees of years', () => {
  test('full years of the certificate that is asked for, the oldest, in the target', () => {
    const certificates = [
      holding(2, '2016-06-01'),
      { ...holding(2, '2012-06-01'), kind: 'national-vocational' as const },
      holding(2, '2010-06-01', 'car-driver'),
      holding(3, '2008-06-01'),
    ]
    expect(row(1, 'grade-2-certificate', older({ certificates }))).toMatchObject({ needed: 5, actual: 11 })
    expect(row(1, 'grade-2-certificate', older({ certificates: [] }))).toMatchObject({ needed: 5 })
    expect(row(1, 'grade-2-certificate', older({ certificates: [] })).actual).toBeUndefined()
  })

  test('a year is full on its last day, not before', () => {
    expect([fullYears(20000601, 20230531), fullYears(20000601, 20230601)]).toEqual([22, 23])
  })
})

describe('二(六): manual routes', () => {
  const model = (awardedOn: string): Honour => ({ kind: 'model-worker', level: 'national', awardedOn })

  test('are open only to a better grade than the best held anywhere', () => {
    const facts = older({ certificates: [holding(3, '2015-06-01', 'car-driver')], honours: [model('2020-01-01')] })
    expect([routes(4, facts), routes(3, facts), routes(2, facts)]).toEqual([[], [], ['exceptional-promotion']])
  })

  test('ask for an honour later than the first certificate', () => {
    const certificates = [holding(5, '2010-06-01'), holding(4, '2018-06-01')]
    expect(routes(3, older({ certificates, honours: [model('2015-01-01')] }))).toEqual(['exceptional-promotion'])
    expect(routes(3, older({ certificates, honours: [model('2010-06-01')] }))).toEqual([])
  })
})

describe('the pack', () => {
  test('counts to the days of its notice', () => {
    expect(pack.year).toBe(2023)
    expect(pack.dates).toMatchObject({ countedTo: 20231231, issuedFirst: 20230101, issuedLast: 20230310 })
  })

  test('tries the occupations named in the facts, their successors, one other and one cancelled', () => {
    expect(pack.sampleOccupations({})).toEqual(['car-driver', 'switchboard-operator'])
    expect(pack.sampleOccupations({ occupation: 'switchboard-operator' })).toEqual([
      'switchboard-operator',
      'office-equipment-repairer',
      'car-driver',
    ])
  })

  test('says whether its directory is the sample', () => {
    const directory = [{ code: 'cook', name: '炊事员' }]
    expect(pack.sampleDirectory).toBe(true)
    expect(configurePack(pack, {}).sampleDirectory).toBe(true)
    const loaded = configurePack(pack, { occupations: directory })
    expect(loaded.sampleDirectory).toBe(false)
    expect(configurePack(loaded, {}).sampleDirectory).toBe(false)
  })
})
