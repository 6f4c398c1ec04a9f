import fc from 'fast-check'
import type { Certificate, Facts, Grade, Honour, YearlyAssessment } from '../facts/facts'
import { formatDay, fromDayNumber, toDayNumber } from '../calendar/local-date'
import { parseFacts } from '../facts/parse-facts'
import { currentPack } from '../policies'

/** Random people for property tests: all facts known, boundary dates frequent, never refused. */
const BOUNDARIES = [
  20031231, 20040101, 20050101, 20051231, 20060101, 20061231, 20130101, 20131231, 20140101, 20141231, 19980601,
  19991231, 20180328, 20180329, 20181231, 20190101, 20190215, 20190331, 20190401, 20171231, 20230328,
]

const between = (from: number, to: number) =>
  fc.integer({ min: toDayNumber(from), max: toDayNumber(to) }).map((n) => formatDay(fromDayNumber(n)))

const near = (from: number, to: number) => {
  const inside = BOUNDARIES.filter((d) => d >= from && d <= to)
  return inside.length === 0
    ? between(from, to)
    : fc.oneof(between(from, to), fc.constantFrom(...inside.map(formatDay)))
}

const birth = fc.oneof(
  between(19550101, 20031231),
  fc.constantFrom(
    '1963-01-01',
    '1963-02-15',
    '1963-03-10',
    '1963-03-11',
    '1968-02-15',
    '1973-03-10',
    '1973-03-28',
    '1973-08-10',
    '1978-03-29',
    '1978-12-31',
    '1979-01-01',
  ),
)

const occupations = currentPack.occupations.map((o) => o.code)
const occupation = fc.constantFrom(...occupations, 'storekeeper', 'storekeeper', 'car-driver')
const level = fc.constantFrom('national', 'provincial', 'municipal', 'county')

const certificate: fc.Arbitrary<Certificate> = fc
  .record({
    grade: fc.constantFrom<Grade>(5, 4, 3, 3, 2, 2, 1),
    occupation,
    issuedOn: near(19900101, 20230328),
    kind: fc.constantFrom('public-sector', 'public-sector', 'national-vocational'),
    back: fc.constantFrom(0, 1),
  })
  .map(({ back, kind, ...c }) => {
    const year = Number(c.issuedOn.slice(0, 4))
    const early = Number(c.issuedOn.slice(5, 7)) <= 3
    return {
      ...c,
      examYear: early ? year - back : year,
      ...(kind === 'national-vocational' && { kind }),
    } as Certificate
  })

const date = near(20050101, 20230328)
const honour = fc.oneof(
  fc.record({
    kind: fc.constant('commendation'),
    by: fc.constantFrom('party-or-government', 'department'),
    level,
    awardedOn: date,
  }),
  fc.record({ kind: fc.constantFrom('may-day-medal', 'technical-expert', 'model-worker'), level, awardedOn: date }),
  fc.record(
    {
      kind: fc.constant('competition'),
      level,
      individual: fc.boolean(),
      prize: fc.constantFrom(1, 2, 3),
      rank: fc.integer({ min: 1, max: 9 }),
      awardedOn: date,
    },
    { requiredKeys: ['kind', 'level', 'individual', 'awardedOn'] },
  ),
  fc.record({
    kind: fc.constant('patent'),
    type: fc.constantFrom('invention', 'utility-model'),
    ownOccupation: fc.boolean(),
    rank: fc.integer({ min: 1, max: 7 }),
    grantedOn: date,
  }),
  fc.record({ kind: fc.constant('innovation'), level, mainContributor: fc.boolean(), awardedOn: date }),
  fc.record({ kind: fc.constant('unique-skill'), awardedOn: date }, { requiredKeys: ['kind'] }),
) as fc.Arbitrary<Honour>

const assessments: fc.Arbitrary<YearlyAssessment[]> = fc.tuple(
  ...[2018, 2019, 2020, 2021, 2022].map((year) =>
    fc.record(
      {
        year: fc.constant(year),
        result: fc.constantFrom(
          'excellent',
          'excellent',
          'qualified',
          'qualified',
          'qualified',
          'ungraded',
          'unqualified',
        ),
        outstandingPartyMember: fc.boolean(),
        filed: year === 2022 ? fc.boolean() : fc.constant(true),
      },
      { requiredKeys: ['year', 'result'] },
    ),
  ),
) as fc.Arbitrary<YearlyAssessment[]>

/** Often the common answer, now and then another. */
const mostly = <T>(usual: T, ...other: T[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(usual, ...other) })

const whole = fc.record(
  {
    sex: fc.constantFrom('male', 'female'),
    birthDate: birth,
    retirementLine: fc.constantFrom('worker', 'cadre'),
    retired: mostly(false, true),
    staffType: mostly('contracted', 'established', 'agency', 'dispatched'),
    onPost: mostly('on-post', 'seconded'),
    organisation: fc.constantFrom('public-institution', 'government-body'),
    workStart: near(19700101, 20230301),
    regularisedOn: fc.oneof(
      near(20000101, 20230930),
      fc.constantFrom('2023-03-28', '2023-03-29', '2023-09-30', '2023-10-01'),
    ),
    occupation,
    targetOccupation: occupation,
    certificates: fc.uniqueArray(certificate, { maxLength: 3, selector: (c) => `${c.grade}${c.occupation}${c.kind}` }),
    appointedGrade2: fc.boolean(),
    education: fc.constantFrom('primary', 'junior-high', 'junior-high', 'senior-high', 'college'),
    assessments,
    honours: fc.array(honour, { maxLength: 2 }),
    highSkillAttested: mostly(true, false),
    unitConsent: mostly(true, false),
    frontline: fc.constantFrom('designated-hospital-allowance', 'provincial-commendation'),
    falsificationFoundOn: fc.constantFrom('2020-12-31', '2021-01-01', '2021-03-27', '2021-03-28', '2022-06-01'),
  },
  {
    requiredKeys: [
      'sex',
      'birthDate',
      'retirementLine',
      'retired',
      'staffType',
      'onPost',
      'organisation',
      'workStart',
      'regularisedOn',
      'occupation',
      'certificates',
      'highSkillAttested',
      'appointedGrade2',
      'education',
      'assessments',
      'honours',
    ],
  },
)

/** Facts that are complete but for those whose absence means none or not yet. */
export const anyone: fc.Arbitrary<Facts> = fc
  .tuple(whole, fc.nat(9), fc.nat(9))
  .map(([facts, rare, rarer]) => {
    const { frontline, falsificationFoundOn, ...rest } = facts
    return {
      ...rest,
      ...(rare === 0 && frontline && { frontline }),
      ...(rarer === 0 && falsificationFoundOn && { falsificationFoundOn }),
    } as Facts
  })
  // Who works in a cancelled occupation has to name another one.
  .filter((f) => f.targetOccupation !== undefined || currentPack.occupation(f.occupation ?? '')?.cancelled !== true)
  .filter((facts) => parseFacts(facts, currentPack).ok)
