import type { Certificate, Facts, Grade, YearlyAssessment } from '../../facts/facts'
import type { ManualRoute, Route, Verdict, WarningId } from '../../rules/verdict'

/** One worked case: facts and what must come out for some grades. Also the corpus of the mutation command. */
export interface Case {
  id: string
  title: string
  facts: Facts
  expect: Partial<Record<Grade, Expected>>
  warnings?: readonly WarningId[]
}

export interface Expected {
  verdict: Verdict
  lean?: 'eligible' | 'ineligible' | 'none'
  earliestYear?: number | 'none'
  route?: Route
  manualRoutes?: readonly ManualRoute[]
  openReadings?: readonly string[]
  missing?: readonly string[]
  waived?: readonly string[]
}

/** The reference person: man born 1975, contracted, on post, 事业单位, started 2016-07, storekeeper, 高中, no certificate. */
export const reference: Facts = {
  sex: 'male',
  birthDate: '1975-01-01',
  retired: false,
  staffType: 'contracted',
  onPost: 'on-post',
  organisation: 'public-institution',
  workStart: '2016-07-01',
  regularisedOn: '2017-07-01',
  occupation: 'storekeeper',
  certificates: [],
  education: 'senior-high',
  highSkillAttested: true,
  honours: [],
}

/** The reference person who started on that day and was regularised a year later. */
export function started(workStart: string, more: Facts = {}): Facts {
  const regularisedOn = `${Number(workStart.slice(0, 4)) + 1}${workStart.slice(4)}`
  return { ...reference, workStart, regularisedOn, ...more }
}

export const holding = (grade: Grade, issuedOn: string, occupation = 'storekeeper'): Certificate => ({
  grade,
  occupation,
  issuedOn,
})

/** 2018-2022, all 合格 but for the years given otherwise. */
export function years(other: Partial<Record<number, Partial<YearlyAssessment>>> = {}): YearlyAssessment[] {
  return [2018, 2019, 2020, 2021, 2022].map((year) => ({ year, result: 'qualified', ...other[year] }))
}

const TWO_GOOD = { 2019: { result: 'excellent' }, 2021: { result: 'excellent' } } as const

const grade2Holder = (more: Facts = {}): Facts =>
  started('1990-07-01', {
    birthDate: '1968-07-01',
    certificates: [holding(2, '2017-12')],
    appointedGrade2: true,
    assessments: years(TWO_GOOD),
    ...more,
  })

/** Case 25: 初中, no 优秀, exempted by an honour. */
const exempted = (more: Facts = {}): Facts => grade2Holder({ education: 'junior-high', assessments: years(), ...more })

const commendation = (awardedOn: string, level: 'municipal' | 'county' = 'municipal') =>
  ({ kind: 'commendation', by: 'party-or-government', level, awardedOn }) as const

const prize = { kind: 'competition', level: 'provincial', individual: true, rank: 3, awardedOn: '2022-07-01' } as const

const driver: Facts = started('1995-07-01', {
  birthDate: '1972-07-01',
  certificates: [holding(3, '2012-12', 'car-driver')],
})

const all = (expected: Expected): Case['expect'] => ({
  1: expected,
  2: expected,
  3: expected,
  4: expected,
  5: expected,
})

export const cases: readonly Case[] = [
  {
    id: '01',
    title: 'started in July 2016',
    facts: reference,
    expect: { 5: { verdict: 'eligible', route: 'first-grade' }, 4: { verdict: 'ineligible', earliestYear: 2026 } },
  },
  {
    id: '02',
    title: 'regularised eight days late',
    facts: started('2022-10-08'),
    expect: { 5: { verdict: 'ineligible', earliestYear: 2024 } },
  },
  {
    id: '03',
    title: 'regularised between the close and the cut-off',
    facts: started('2022-09-01'),
    expect: { 5: { verdict: 'confirm', lean: 'eligible', openReadings: ['regularised-future'] } },
  },
  {
    id: '05',
    title: 'ten full years',
    facts: started('2013-07-01'),
    expect: { 4: { verdict: 'eligible', route: 'work-years' }, 5: { verdict: 'ineligible' } },
  },
  {
    id: '06',
    title: 'ten years only by calendar years',
    facts: started('2014-07-01'),
    expect: {
      4: { verdict: 'confirm', lean: 'none', openReadings: ['work-years-count'] },
      5: { verdict: 'confirm', lean: 'none', openReadings: ['work-years-count'] },
    },
  },
  {
    id: '08',
    title: 'a certificate five years old on the last day',
    facts: { ...reference, certificates: [holding(5, '2018-12-31')] },
    expect: { 4: { verdict: 'eligible', route: 'certificate' } },
  },
  {
    id: '09',
    title: 'a certificate four years old',
    facts: { ...reference, certificates: [holding(5, '2019-12-15')] },
    expect: { 4: { verdict: 'ineligible', earliestYear: 2024 } },
  },
  {
    id: '11',
    title: 'eighteen years of work, a young certificate',
    facts: started('2005-09', { certificates: [holding(4, '2020-12')] }),
    expect: { 3: { verdict: 'eligible', route: 'work-years' } },
  },
  {
    id: '13',
    title: 'sixteen years of work, a young certificate',
    facts: started('2007-02', { certificates: [holding(4, '2020-12')] }),
    expect: { 3: { verdict: 'ineligible' } },
  },
  {
    id: '15',
    title: 'grade 2 has no work-years path',
    facts: started('1998-07'),
    expect: { 3: { verdict: 'eligible' }, 2: { verdict: 'ineligible' } },
  },
  {
    id: '17',
    title: 'a woman of 48 with 初中 and high skill',
    facts: started('1996-07-01', {
      sex: 'female',
      birthDate: '1975-05',
      retirementLine: 'cadre',
      certificates: [holding(3, '2016-12')],
      education: 'junior-high',
    }),
    expect: { 2: { verdict: 'eligible' } },
  },
  {
    id: '18',
    title: 'a man of 48 with 初中',
    facts: started('1996-07-01', {
      birthDate: '1975-05',
      certificates: [holding(3, '2016-12')],
      education: 'junior-high',
    }),
    expect: { 2: { verdict: 'ineligible' } },
  },
  {
    id: '20',
    title: 'a man who is fifty between the close and the year end, with 初中',
    facts: started('1996-07-01', {
      birthDate: '1973-08-10',
      certificates: [holding(3, '2015-12')],
      education: 'junior-high',
    }),
    expect: { 2: { verdict: 'confirm', lean: 'none', openReadings: ['relaxed-age-date'] } },
  },
  {
    id: '22',
    title: '普通中专 reaches the floor',
    facts: started('2000-07-01', {
      birthDate: '1980-07-01',
      education: 'secondary-specialised',
      certificates: [holding(3, '2018-12-20')],
    }),
    expect: { 2: { verdict: 'eligible', route: 'certificate' } },
  },
  { id: '23', title: 'grade 1, everything met', facts: grade2Holder(), expect: { 1: { verdict: 'eligible' } } },
  {
    id: '24',
    title: 'an honour does not stand for the appointment',
    facts: grade2Holder({
      appointedGrade2: false,
      honours: [{ kind: 'may-day-medal', level: 'provincial', awardedOn: '2021-07-01' }],
    }),
    expect: { 1: { verdict: 'ineligible' } },
  },
  {
    id: '25',
    title: 'a commendation lifts education and assessments',
    facts: exempted({ honours: [commendation('2020-07-01')] }),
    expect: { 1: { verdict: 'eligible', waived: ['education', 'assessments'] } },
    warnings: ['annex-27-not-public'],
  },
  {
    id: '26',
    title: 'a commendation before the certificate',
    facts: exempted({ honours: [commendation('2015-07-01')] }),
    expect: { 1: { verdict: 'ineligible' } },
  },
  {
    id: '29',
    title: 'one year 基本合格',
    facts: grade2Holder({ assessments: years({ ...TWO_GOOD, 2020: { result: 'basically-qualified' } }) }),
    expect: { 1: { verdict: 'ineligible' } },
  },
  {
    id: '31',
    title: 'a commendation by a county',
    facts: exempted({ honours: [commendation('2020-07-01', 'county')] }),
    expect: { 1: { verdict: 'ineligible' } },
  },
  {
    id: '33',
    title: 'an invention patent among the first five',
    facts: exempted({
      honours: [{ kind: 'patent', type: 'invention', ownOccupation: true, rank: 3, grantedOn: '2020-07-01' }],
    }),
    expect: { 1: { verdict: 'eligible', waived: ['education', 'assessments'] } },
    warnings: ['annex-27-not-public'],
  },
  {
    id: '36',
    title: 'a driver who became a storekeeper',
    facts: driver,
    expect: {
      2: { verdict: 'ineligible' },
      3: { verdict: 'eligible', route: 'occupation-transfer' },
      4: { verdict: 'confirm', lean: 'ineligible', openReadings: ['transfer-years-path'] },
    },
  },
  {
    id: '37',
    title: 'the same, transferred and five years from the first certificate',
    facts: { ...driver, certificates: [holding(3, '2012-12', 'car-driver'), holding(3, '2022-12')] },
    expect: { 2: { verdict: 'eligible', route: 'occupation-transfer' } },
  },
  {
    id: '41',
    title: 'retired',
    facts: { ...reference, retired: true },
    expect: all({ verdict: 'ineligible', earliestYear: 'none' }),
  },
  {
    id: '43',
    title: 'a man who turns sixty this year',
    facts: started('1985-07-01', { birthDate: '1963-07-01' }),
    expect: { 3: { verdict: 'eligible' } },
    warnings: ['retirement-this-year'],
  },
  {
    id: '45',
    title: 'a woman of the worker line who turns fifty this year',
    facts: started('1993-07-01', { sex: 'female', birthDate: '1973-11-05', retirementLine: 'worker' }),
    expect: { 3: { verdict: 'eligible' } },
    warnings: ['retirement-this-year'],
  },
  {
    id: '47',
    title: 'dispatched',
    facts: started('2012-07-01', { staffType: 'dispatched' }),
    expect: { 4: { verdict: 'confirm', lean: 'ineligible', openReadings: ['staff-dispatched'] } },
  },
  {
    id: '50',
    title: 'false papers found last year',
    facts: started('2012-07-01', { falsificationFoundOn: '2022-05-10' }),
    expect: all({ verdict: 'ineligible' }),
  },
  {
    id: '53',
    title: 'a placing in a provincial competition',
    facts: started('1996-07-01', { certificates: [holding(3, '2016-12')], honours: [prize] }),
    expect: { 2: { verdict: 'eligible', manualRoutes: ['exceptional-promotion'] } },
  },
  {
    id: '53b',
    title: 'the same with 初中',
    facts: started('1996-07-01', {
      birthDate: '1980-07-01',
      education: 'junior-high',
      certificates: [holding(3, '2016-12')],
      honours: [prize],
    }),
    expect: { 2: { verdict: 'manual', manualRoutes: ['exceptional-promotion'] } },
  },
  {
    id: '55',
    title: 'the unit refuses',
    facts: started('2012-07-01', { unitConsent: false }),
    expect: all({ verdict: 'ineligible' }),
  },
]
