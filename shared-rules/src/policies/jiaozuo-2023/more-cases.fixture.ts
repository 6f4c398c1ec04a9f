import type { Certificate, Facts, Grade, Honour } from '../../facts/facts'
import { type Case, type Expected, holding, reference, started, years } from './cases.fixture'

/** One case per row of the tables of gates, grades, exemptions, routes, readings and warnings, boundaries included. */
const all = (expected: Expected): Case['expect'] => ({
  1: expected,
  2: expected,
  3: expected,
  4: expected,
  5: expected,
})

/** Eligible for grade 3 by work years. */
const veteran = (more: Facts = {}): Facts => started('1998-07-01', more)

const without = (facts: Facts, ...keys: (keyof Facts)[]): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([key]) => !keys.some((k) => k === key)))

const FIVE_YEARS_OLD = '2016-12-01'
const grade1 = (more: Facts = {}): Facts =>
  started('1990-07-01', {
    birthDate: '1968-07-01',
    certificates: [holding(2, '2017-12-01')],
    appointedGrade2: true,
    assessments: years({ 2019: { result: 'excellent' }, 2021: { result: 'excellent' } }),
    ...more,
  })

const exempted = (...honours: Honour[]): Facts => grade1({ education: 'junior-high', honours })

const exemptions: Case[] = (
  [
    [
      'a provincial department’s commendation',
      { kind: 'commendation', by: 'department', level: 'provincial', awardedOn: '2020-01-01' },
      '二(四)6(1)',
    ],
    [
      'a municipal department’s commendation',
      { kind: 'commendation', by: 'department', level: 'municipal', awardedOn: '2020-01-01' },
      undefined,
    ],
    [
      'a commendation on the day of the certificate',
      { kind: 'commendation', by: 'party-or-government', level: 'national', awardedOn: '2017-12-01' },
      undefined,
    ],
    [
      'a commendation a day after it',
      { kind: 'commendation', by: 'party-or-government', level: 'municipal', awardedOn: '2017-12-02' },
      '二(四)6(1)',
    ],
    ['a municipal 五一劳动奖章', { kind: 'may-day-medal', level: 'municipal', awardedOn: '2020-01-01' }, undefined],
    [
      'a provincial 五一劳动奖章',
      { kind: 'may-day-medal', level: 'provincial', awardedOn: '2020-01-01' },
      '二(四)6(2)',
    ],
    ['a municipal 技术能手', { kind: 'technical-expert', level: 'municipal', awardedOn: '2020-01-01' }, '二(四)6(3)'],
    ['a county 技术能手', { kind: 'technical-expert', level: 'county', awardedOn: '2020-01-01' }, undefined],
    [
      'third prize in a municipal competition',
      { kind: 'competition', level: 'municipal', individual: true, prize: 3, awardedOn: '2020-01-01' },
      '二(四)6(4)',
    ],
    [
      'a prize of a team',
      { kind: 'competition', level: 'national', individual: false, prize: 1, awardedOn: '2020-01-01' },
      undefined,
    ],
    [
      'a rank without a prize',
      { kind: 'competition', level: 'national', individual: true, rank: 1, awardedOn: '2020-01-01' },
      undefined,
    ],
    [
      'a county competition',
      { kind: 'competition', level: 'county', individual: true, prize: 1, awardedOn: '2020-01-01' },
      undefined,
    ],
    [
      'an invention patent in fifth place',
      { kind: 'patent', type: 'invention', ownOccupation: true, rank: 5, grantedOn: '2020-01-01' },
      '二(四)6(5)',
    ],
    [
      'an invention patent in sixth place',
      { kind: 'patent', type: 'invention', ownOccupation: true, rank: 6, grantedOn: '2020-01-01' },
      undefined,
    ],
    [
      'an invention of another occupation',
      { kind: 'patent', type: 'invention', ownOccupation: false, rank: 1, grantedOn: '2020-01-01' },
      undefined,
    ],
    [
      'one utility model',
      { kind: 'patent', type: 'utility-model', ownOccupation: true, rank: 1, grantedOn: '2020-01-01' },
      undefined,
    ],
    ['劳动模范, which is no exemption', { kind: 'model-worker', level: 'county', awardedOn: '2020-01-01' }, undefined],
  ] as [string, Honour, string | undefined][]
).map(([title, honour, clause]) => ({
  id: 'exemption',
  title,
  facts: exempted(honour),
  expect: {
    1: clause === undefined ? { verdict: 'ineligible', waived: [] } : { verdict: 'eligible', waived: ['education'] },
  },
  warnings: clause === undefined ? [] : ['annex-27-not-public'],
}))

const utilityModel = (grantedOn: string): Honour => ({
  kind: 'patent',
  type: 'utility-model',
  ownOccupation: true,
  rank: 5,
  grantedOn,
})

const moreExemptions: Case[] = [
  {
    id: 'exemption',
    title: 'two utility models',
    facts: exempted(utilityModel('2020-01-01'), utilityModel('2018-01-01')),
    expect: { 1: { verdict: 'eligible', waived: ['education'] } },
    warnings: ['annex-27-not-public'],
  },
  {
    id: 'exemption',
    title: 'two utility models, one before the certificate',
    facts: exempted(utilityModel('2020-01-01'), utilityModel('2017-01-01')),
    expect: { 1: { verdict: 'ineligible' } },
  },
  {
    id: 'exemption',
    title: '绝技 without a date is for people to decide',
    facts: exempted({ kind: 'unique-skill' }),
    expect: { 1: { verdict: 'manual', manualRoutes: ['unique-skill'] } },
  },
  {
    id: 'exemption',
    title: '绝技 before the certificate',
    facts: exempted({ kind: 'unique-skill', awardedOn: '2017-01-01' }),
    expect: { 1: { verdict: 'ineligible', manualRoutes: [] } },
  },
  {
    id: 'exemption',
    title: 'an honour in the month of the certificate, days not known',
    facts: {
      ...exempted({ kind: 'may-day-medal', level: 'national', awardedOn: '2017-12' }),
      certificates: [holding(2, '2017-12')],
    },
    expect: { 1: { verdict: 'incomplete', missing: ['certificates', 'honours'] } },
  },
  {
    id: 'exemption',
    title: 'honours not told, asked only for what they could lift',
    facts: without(exempted(), 'honours'),
    expect: { 1: { verdict: 'incomplete', missing: ['honours'] } },
  },
  {
    id: 'exemption',
    title: 'honours not told where nothing is to be lifted',
    facts: without(grade1(), 'honours'),
    expect: { 1: { verdict: 'eligible' } },
  },
  {
    id: 'exemption',
    title: 'an honour lifts an education not told',
    facts: without(exempted({ kind: 'may-day-medal', level: 'national', awardedOn: '2020-01-01' }), 'education'),
    expect: { 1: { verdict: 'eligible', waived: ['education'] } },
    warnings: ['annex-27-not-public'],
  },
]

const assessmentsOf = (
  title: string,
  assessments: Facts['assessments'],
  expected: Expected,
  more: Partial<Case> = {},
): Case => ({
  id: 'assessments',
  title,
  facts: grade1({ assessments, ...more.facts }),
  expect: { 1: expected },
  ...(more.warnings && { warnings: more.warnings }),
})
const party = { outstandingPartyMember: true } as const
const excellent = { result: 'excellent' } as const

const assessments: Case[] = [
  assessmentsOf('two party awards', years({ 2019: party, 2020: party }), { verdict: 'eligible' }),
  assessmentsOf('one excellent year, another with a party award', years({ 2019: excellent, 2020: party }), {
    verdict: 'confirm',
    lean: 'eligible',
    openReadings: ['excellent-years'],
  }),
  assessmentsOf('one year both excellent and awarded', years({ 2019: { ...excellent, ...party } }), {
    verdict: 'confirm',
    lean: 'ineligible',
    openReadings: ['excellent-years'],
  }),
  assessmentsOf('one excellent year', years({ 2019: excellent }), { verdict: 'ineligible' }),
  assessmentsOf(
    'an ungraded year beside two excellent',
    years({ 2018: { result: 'ungraded' }, 2019: excellent, 2020: excellent }),
    { verdict: 'confirm', lean: 'none', openReadings: ['ungraded-year'] },
  ),
  assessmentsOf(
    'an award of an ungraded year is left out with it',
    years({ 2018: { result: 'ungraded', ...party }, 2019: excellent }),
    { verdict: 'ineligible' },
  ),
  assessmentsOf('不合格 at once, whatever is missing', [{ year: 2020, result: 'unqualified' }], {
    verdict: 'ineligible',
    missing: [],
  }),
  assessmentsOf(
    'a missing year that cannot help',
    years({ 2019: excellent }).filter((a) => a.year !== 2018 && a.year !== 2019),
    { verdict: 'incomplete', missing: ['assessments'] },
  ),
  assessmentsOf('none told', undefined, { verdict: 'incomplete', missing: ['assessments'] }),
  assessmentsOf(
    '2022 not yet filed counts',
    years({ 2019: excellent, 2021: excellent, 2022: { filed: false } }),
    { verdict: 'eligible' },
    { warnings: ['assessment-pending'] },
  ),
  assessmentsOf('2021 not filed is unknown', years({ 2019: excellent, 2020: excellent, 2021: { filed: false } }), {
    verdict: 'incomplete',
    missing: ['assessments'],
  }),
  assessmentsOf('a year not filed cannot bring two good ones', years({ 2018: { filed: false } }), {
    verdict: 'ineligible',
  }),
  assessmentsOf(
    'a bad year that does not count',
    [...years({ 2019: excellent, 2021: excellent }), { year: 2017, result: 'unqualified' }],
    { verdict: 'eligible' },
  ),
  {
    id: 'assessments',
    title: 'a year that the person cannot tell',
    facts: grade1({
      assessments: years({ 2019: excellent, 2021: excellent }).filter((a) => a.year !== 2020),
      unsure: ['assessments.2020'],
    }),
    expect: { 1: { verdict: 'confirm', lean: 'none', openReadings: ['unsure:assessments.2020'] } },
  },
]

const gates: Case[] = [
  {
    id: 'gate',
    title: 'established staff',
    facts: veteran({ staffType: 'established' }),
    expect: { 3: { verdict: 'eligible' } },
  },
  {
    id: 'gate',
    title: '人事代理',
    facts: veteran({ staffType: 'agency' }),
    expect: { 3: { verdict: 'confirm', lean: 'none', openReadings: ['staff-agency'] } },
  },
  {
    id: 'gate',
    title: 'seconded',
    facts: veteran({ onPost: 'seconded' }),
    expect: { 3: { verdict: 'confirm', lean: 'none', openReadings: ['on-post'] } },
  },
  {
    id: 'gate',
    title: 'seconded and dispatched',
    facts: veteran({ onPost: 'long-leave', staffType: 'dispatched' }),
    expect: { 3: { verdict: 'confirm', lean: 'ineligible', openReadings: ['staff-dispatched', 'on-post'] } },
  },
  {
    id: 'gate',
    title: 'sixty on the day before the span',
    facts: veteran({ birthDate: '1962-12-31' }),
    expect: { 3: { verdict: 'ineligible' } },
  },
  {
    id: 'gate',
    title: 'sixty on its first day',
    facts: veteran({ birthDate: '1963-01-01' }),
    expect: { 3: { verdict: 'confirm', lean: 'ineligible', openReadings: ['notice-issued-on'] } },
  },
  {
    id: 'gate',
    title: 'sixty on its last day',
    facts: veteran({ birthDate: '1963-03-10' }),
    expect: { 3: { verdict: 'confirm', lean: 'ineligible', openReadings: ['notice-issued-on'] } },
  },
  {
    id: 'gate',
    title: 'sixty on the day after it',
    facts: veteran({ birthDate: '1963-03-11' }),
    expect: { 3: { verdict: 'eligible' } },
    warnings: ['retirement-this-year'],
  },
  {
    id: 'gate',
    title: 'born in March 1963, day not known',
    facts: veteran({ birthDate: '1963-03' }),
    expect: { 3: { verdict: 'incomplete', missing: ['birthDate'] } },
  },
  {
    id: 'gate',
    title: 'born in February 1963, day not known',
    facts: veteran({ birthDate: '1963-02' }),
    expect: { 3: { verdict: 'confirm', lean: 'ineligible' } },
  },
  {
    id: 'gate',
    title: 'a day of birth that the person cannot tell',
    facts: veteran({ birthDate: '1963-03', unsure: ['birthDate'] }),
    expect: { 3: { verdict: 'confirm', lean: 'none', openReadings: ['unsure:birthDate'] } },
  },
  {
    id: 'gate',
    title: 'a woman whose line is not told, where the lines differ',
    facts: veteran({ sex: 'female', birthDate: '1970-01-01' }),
    expect: { 3: { verdict: 'incomplete', missing: ['retirementLine'] } },
  },
  {
    id: 'gate',
    title: 'a woman whose line does not matter',
    facts: veteran({ sex: 'female', birthDate: '1980-01-01' }),
    expect: { 3: { verdict: 'eligible' } },
  },
  {
    id: 'gate',
    title: 'neither the line nor retirement told',
    facts: without(veteran({ sex: 'female', birthDate: '1972-06-01' }), 'retired'),
    expect: { 3: { verdict: 'incomplete', missing: ['retirementLine', 'retired'] } },
  },
  {
    id: 'gate',
    title: 'the line not told, unsure of retirement',
    facts: { ...without(veteran({ sex: 'female', birthDate: '1972-06-01' }), 'retired'), unsure: ['retired'] },
    expect: { 3: { verdict: 'incomplete', missing: ['retirementLine'] } },
  },
  {
    id: 'gate',
    title: 'sex not told, born in 1980',
    facts: without(veteran({ birthDate: '1980-01-01' }), 'sex'),
    expect: { 3: { verdict: 'eligible' } },
  },
  {
    id: 'gate',
    title: 'sex not told, born in 1970',
    facts: without(veteran({ birthDate: '1970-01-01' }), 'sex'),
    expect: { 3: { verdict: 'incomplete', missing: ['sex'] } },
  },
  {
    id: 'gate',
    title: 'the line of a man is ignored',
    facts: veteran({ birthDate: '1970-01-01', retirementLine: 'worker' }),
    expect: { 3: { verdict: 'eligible' } },
  },
  {
    id: 'gate',
    title: 'retired whatever the age',
    facts: { ...without(veteran(), 'birthDate', 'sex'), retired: true },
    expect: all({ verdict: 'ineligible', missing: [] }),
  },
  {
    id: 'gate',
    title: 'a cancelled occupation without a target',
    facts: veteran({ occupation: 'switchboard-operator' }),
    expect: { 3: { verdict: 'incomplete', missing: ['targetOccupation'] } },
  },
  {
    id: 'gate',
    title: 'a cancelled target',
    facts: veteran({ targetOccupation: 'switchboard-operator' }),
    expect: all({ verdict: 'ineligible' }),
    warnings: ['target-not-current-occupation'],
  },
  {
    id: 'gate',
    title: 'the grade is held',
    facts: veteran({ certificates: [holding(3, FIVE_YEARS_OLD)] }),
    expect: {
      3: { verdict: 'ineligible', earliestYear: 'none' },
      4: { verdict: 'ineligible' },
      2: { verdict: 'eligible' },
    },
  },
  {
    id: 'gate',
    title: 'a national certificate is not held',
    facts: veteran({ certificates: [{ ...holding(3, FIVE_YEARS_OLD), kind: 'national-vocational' }] }),
    expect: { 3: { verdict: 'eligible' } },
  },
  {
    id: 'gate',
    title: 'the unit agrees',
    facts: veteran({ unitConsent: true }),
    expect: { 3: { verdict: 'eligible' } },
  },
  {
    id: 'gate',
    title: 'unsure whether the unit agrees',
    facts: veteran({ unsure: ['unitConsent'] }),
    expect: { 3: { verdict: 'eligible' } },
  },
  {
    id: 'gate',
    title: 'false papers within both windows',
    facts: veteran({ falsificationFoundOn: '2021-03-28' }),
    expect: { 3: { verdict: 'ineligible', earliestYear: 2024 } },
  },
  {
    id: 'gate',
    title: 'false papers two years and a day ago',
    facts: veteran({ falsificationFoundOn: '2021-03-27' }),
    expect: { 3: { verdict: 'confirm', lean: 'ineligible', openReadings: ['ban-window'] } },
  },
  {
    id: 'gate',
    title: 'false papers before both windows',
    facts: veteran({ falsificationFoundOn: '2020-12-31' }),
    expect: { 3: { verdict: 'eligible' } },
  },
  {
    id: 'gate',
    title: 'false papers in March 2021, day not known',
    facts: veteran({ falsificationFoundOn: '2021-03' }),
    expect: { 3: { verdict: 'incomplete', missing: ['falsificationFoundOn'] } },
  },
  {
    id: 'gate',
    title: 'unsure of false papers',
    facts: veteran({ unsure: ['falsificationFoundOn'] }),
    expect: { 3: { verdict: 'confirm', lean: 'none', openReadings: ['unsure:falsificationFoundOn'] } },
  },
]

const national = (grade: Grade, issuedOn: string): Certificate => ({
  ...holding(grade, issuedOn),
  kind: 'national-vocational',
})

const grades: Case[] = [
  {
    id: 'grade 5',
    title: 'regularised on the last day',
    facts: started('2022-09-30'),
    expect: { 5: { verdict: 'confirm', lean: 'eligible', openReadings: ['regularised-cutoff', 'regularised-future'] } },
  },
  {
    id: 'grade 5',
    title: 'regularised on the day of the close',
    facts: started('2022-03-28'),
    expect: { 5: { verdict: 'eligible' } },
  },
  {
    id: 'grade 5',
    title: 'regularised on the day after the close',
    facts: started('2022-03-29'),
    expect: { 5: { verdict: 'confirm', lean: 'eligible', openReadings: ['regularised-future'] } },
  },
  {
    id: 'grade 5',
    title: 'regularised a day too late',
    facts: started('2022-10-01'),
    expect: { 5: { verdict: 'ineligible', earliestYear: 2024 } },
  },
  {
    id: 'grade 5',
    title: 'regularised in September, day not known',
    facts: { ...started('2022-09-01'), regularisedOn: '2023-09' },
    expect: { 5: { verdict: 'confirm', lean: 'eligible', openReadings: ['regularised-cutoff', 'regularised-future'] } },
  },
  {
    id: 'grade 5',
    title: 'regularised in March, day not known',
    facts: { ...started('2022-03-01'), regularisedOn: '2023-03' },
    expect: { 5: { verdict: 'incomplete', missing: ['regularisedOn'] } },
  },
  {
    id: 'grade 4',
    title: 'a national certificate of grade 5',
    facts: { ...reference, certificates: [national(5, FIVE_YEARS_OLD)] },
    expect: { 4: { verdict: 'confirm', lean: 'ineligible', openReadings: ['national-certificate'] } },
  },
  {
    id: 'grade 4',
    title: 'a certificate of January 2019 of the exam of 2018',
    facts: { ...reference, certificates: [{ ...holding(5, '2019-01-15'), examYear: 2018 }] },
    expect: { 4: { verdict: 'confirm', lean: 'ineligible', openReadings: ['certificate-count'] } },
  },
  {
    id: 'grade 4',
    title: 'a certificate of January 2019, exam not told',
    facts: { ...reference, certificates: [holding(5, '2019-01-15')] },
    expect: { 4: { verdict: 'incomplete', missing: ['certificates'] } },
  },
  {
    id: 'grade 4',
    title: 'a certificate of January 2019, exam not known to the person',
    facts: { ...reference, certificates: [holding(5, '2019-01-15')], unsure: ['certificates[0].examYear'] },
    expect: { 4: { verdict: 'confirm', lean: 'none', openReadings: ['unsure:certificates[0].examYear'] } },
  },
  {
    id: 'grade 4',
    title: 'a certificate of January 2018, exam of no matter',
    facts: { ...reference, certificates: [holding(5, '2018-01-15')] },
    expect: { 4: { verdict: 'eligible' } },
  },
  {
    id: 'grade 4',
    title: 'a certificate a day too young',
    facts: { ...reference, certificates: [holding(5, '2019-04-01')] },
    expect: { 4: { verdict: 'ineligible', earliestYear: 2024 } },
  },
  {
    id: 'grade 4',
    title: 'work in another occupation than the certificate',
    facts: {
      ...reference,
      occupation: 'car-driver',
      targetOccupation: 'storekeeper',
      certificates: [holding(5, FIVE_YEARS_OLD)],
    },
    expect: { 4: { verdict: 'confirm', lean: 'none', openReadings: ['work-in-occupation'] } },
    warnings: ['target-not-current-occupation'],
  },
  {
    id: 'grade 4',
    title: 'start of work not told',
    facts: without(reference, 'workStart'),
    expect: { 4: { verdict: 'incomplete', missing: ['workStart'] } },
  },
  {
    id: 'grade 4',
    title: 'start of work not known to the person',
    facts: { ...without(reference, 'workStart'), unsure: ['workStart'] },
    expect: { 4: { verdict: 'confirm', lean: 'none', openReadings: ['unsure:workStart'] } },
  },
  {
    id: 'grade 3',
    title: 'eighteen full years on the last day',
    facts: started('2005-12-31'),
    expect: { 3: { verdict: 'eligible' } },
  },
  {
    id: 'grade 3',
    title: 'eighteen years by calendar only',
    facts: started('2006-01-01'),
    expect: { 3: { verdict: 'confirm', lean: 'none', openReadings: ['work-years-count'] } },
  },
  {
    id: 'grade 3',
    title: 'seventeen years',
    facts: started('2007-01-01'),
    expect: { 3: { verdict: 'ineligible', earliestYear: 2025 } },
  },
  {
    id: 'grade 2',
    title: 'the unit does not attest the skill',
    facts: veteran({ certificates: [holding(3, FIVE_YEARS_OLD)], highSkillAttested: false }),
    expect: { 2: { verdict: 'ineligible' } },
  },
  {
    id: 'grade 2',
    title: 'the skill is not yet attested',
    facts: without(veteran({ certificates: [holding(3, FIVE_YEARS_OLD)] }), 'highSkillAttested'),
    expect: { 2: { verdict: 'eligible' } },
  },
  {
    id: 'grade 2',
    title: '初中 at fifty, skill not yet attested',
    facts: without(
      veteran({ birthDate: '1970-01-01', education: 'junior-high', certificates: [holding(3, FIVE_YEARS_OLD)] }),
      'highSkillAttested',
    ),
    expect: { 2: { verdict: 'incomplete', missing: ['highSkillAttested'] } },
  },
  {
    id: 'grade 2',
    title: '初中 at forty, skill of no matter',
    facts: without(
      veteran({ birthDate: '1983-01-01', education: 'junior-high', certificates: [holding(3, FIVE_YEARS_OLD)] }),
      'highSkillAttested',
    ),
    expect: { 2: { verdict: 'ineligible' } },
  },
  {
    id: 'grade 2',
    title: '初中, fifty on the day of the close',
    facts: veteran({ birthDate: '1973-03-28', education: 'junior-high', certificates: [holding(3, FIVE_YEARS_OLD)] }),
    expect: { 2: { verdict: 'eligible' } },
  },
  {
    id: 'grade 2',
    title: '初中, fifty on the day after it',
    facts: veteran({ birthDate: '1973-03-29', education: 'junior-high', certificates: [holding(3, FIVE_YEARS_OLD)] }),
    expect: { 2: { verdict: 'confirm', lean: 'none' } },
  },
  {
    id: 'grade 2',
    title: '初中, fifty on the last day of the year',
    facts: veteran({ birthDate: '1973-12-31', education: 'junior-high', certificates: [holding(3, FIVE_YEARS_OLD)] }),
    expect: { 2: { verdict: 'confirm', lean: 'none' } },
  },
  {
    id: 'grade 2',
    title: '初中, fifty next year',
    facts: veteran({ birthDate: '1974-01-01', education: 'junior-high', certificates: [holding(3, FIVE_YEARS_OLD)] }),
    expect: { 2: { verdict: 'ineligible', earliestYear: 2024 } },
  },
  {
    id: 'grade 2',
    title: '小学 is never relaxed',
    facts: veteran({ birthDate: '1970-01-01', education: 'primary', certificates: [holding(3, FIVE_YEARS_OLD)] }),
    expect: { 2: { verdict: 'ineligible', earliestYear: 'none' } },
  },
  {
    id: 'grade 1',
    title: 'twenty-five years by calendar only',
    facts: grade1({ workStart: '1999-01-01', regularisedOn: '2000-01-01' }),
    expect: { 1: { verdict: 'confirm', lean: 'none', openReadings: ['work-years-count'] } },
  },
  {
    id: 'grade 1',
    title: 'a certificate five years old after the close only',
    facts: grade1({ certificates: [holding(2, '2018-06-01')] }),
    expect: { 1: { verdict: 'confirm', lean: 'eligible', openReadings: ['grade-1-certificate-date'] } },
  },
  {
    id: 'grade 1',
    title: 'a certificate five years old on the day of the close',
    facts: grade1({ certificates: [{ ...holding(2, '2018-03-28'), examYear: 2018 }] }),
    expect: { 1: { verdict: 'eligible' } },
  },
  {
    id: 'grade 1',
    title: 'a certificate of the day after, of the exam of the year before',
    facts: grade1({ certificates: [{ ...holding(2, '2018-03-29'), examYear: 2017 }] }),
    expect: {
      1: { verdict: 'confirm', lean: 'eligible', openReadings: ['certificate-count', 'grade-1-certificate-date'] },
    },
  },
  {
    id: 'grade 1',
    title: 'appointment not told',
    facts: without(grade1(), 'appointedGrade2', 'organisation'),
    expect: { 1: { verdict: 'incomplete', missing: ['appointedGrade2'] } },
  },
  {
    id: 'grade 1',
    title: 'not appointed, unit not told',
    facts: without(grade1({ appointedGrade2: false }), 'organisation'),
    expect: { 1: { verdict: 'incomplete', missing: ['organisation'] } },
  },
  {
    id: 'grade 1',
    title: 'not appointed, in a government body',
    facts: grade1({ appointedGrade2: false, organisation: 'government-body' }),
    expect: { 1: { verdict: 'confirm', lean: 'none', openReadings: ['body-appointment'] } },
  },
  {
    id: 'grade 1',
    title: 'the certificate is of another occupation',
    facts: grade1({ certificates: [holding(2, '2015-06-01', 'car-driver')] }),
    expect: {
      1: { verdict: 'confirm', lean: 'none', openReadings: ['transfer-grade-1'] },
      2: { verdict: 'eligible', route: 'occupation-transfer' },
    },
  },
  {
    id: 'grade 1',
    title: 'young in the target, old elsewhere',
    facts: grade1({ certificates: [holding(2, '2015-06-01', 'car-driver'), holding(2, '2020-06-01')] }),
    expect: { 1: { verdict: 'confirm', lean: 'none', openReadings: ['transfer-grade-1'] } },
  },
  {
    id: 'grade 1',
    title: 'held at grade 1 elsewhere, whatever the work years',
    facts: started('2010-07-01', {
      birthDate: '1985-07-01',
      certificates: [holding(1, '2020-06-01', 'car-driver')],
      appointedGrade2: true,
      assessments: years({ 2019: excellent, 2021: excellent }),
    }),
    expect: { 1: { verdict: 'confirm', lean: 'none', openReadings: ['transfer-grade-1'] } },
  },
]

const cancelled = (more: Facts = {}): Facts =>
  started('2012-07-01', { certificates: [holding(4, '2015-06-01', 'switchboard-operator')], ...more })

const won = (honour: Honour, more: Facts = {}): Facts =>
  started('2016-07-01', { certificates: [holding(4, '2021-06-01')], honours: [honour], ...more })

const routes: Case[] = [
  {
    id: 'transfer',
    title: 'the best grade held elsewhere opens that grade only',
    facts: started('2016-07-01', { certificates: [holding(4, '2021-06-01', 'car-driver')] }),
    expect: {
      4: { verdict: 'eligible', route: 'occupation-transfer' },
      3: { verdict: 'ineligible' },
      5: { verdict: 'confirm', lean: 'ineligible', openReadings: ['transfer-years-path'] },
    },
  },
  {
    id: 'transfer',
    title: 'grade 5 again, with more than ten years',
    facts: started('2010-07-01', { certificates: [holding(5, '2011-06-01', 'car-driver')] }),
    expect: { 5: { verdict: 'eligible', route: 'occupation-transfer' }, 4: { verdict: 'confirm', lean: 'ineligible' } },
  },
  {
    id: 'transfer',
    title: 'the same grade is held in the target',
    facts: started('2010-07-01', { certificates: [holding(4, '2019-06-01', 'car-driver'), holding(4, '2020-06-01')] }),
    expect: { 4: { verdict: 'ineligible' }, 3: { verdict: 'ineligible', earliestYear: 2024 } },
  },
  {
    id: 'transfer',
    title: 'five years from the first certificate, on the last day',
    facts: started('2010-07-01', { certificates: [holding(4, '2018-12-31', 'car-driver'), holding(4, '2022-06-01')] }),
    expect: { 3: { verdict: 'eligible', route: 'occupation-transfer' } },
  },
  {
    id: 'transfer',
    title: 'a better grade elsewhere than in the target',
    facts: started('1998-07-01', { certificates: [holding(3, '2012-06-01', 'car-driver'), holding(4, '2022-06-01')] }),
    expect: { 3: { verdict: 'eligible', route: 'occupation-transfer' } },
  },
  {
    id: 'transfer',
    title: 'a national certificate elsewhere does not bind',
    facts: veteran({ certificates: [{ ...holding(4, '2012-06-01', 'car-driver'), kind: 'national-vocational' }] }),
    expect: { 3: { verdict: 'eligible', route: 'work-years' } },
  },
  {
    id: 'cancelled',
    title: 'a successor of the occupation worked in',
    facts: cancelled({ occupation: 'switchboard-operator', targetOccupation: 'office-equipment-repairer' }),
    expect: {
      3: { verdict: 'confirm', lean: 'eligible', route: 'cancelled-occupation', openReadings: ['cancelled-route'] },
      4: { verdict: 'eligible', route: 'occupation-transfer' },
    },
  },
  {
    id: 'cancelled',
    title: 'the occupation now worked in',
    facts: cancelled(),
    expect: {
      3: { verdict: 'confirm', lean: 'eligible', route: 'cancelled-occupation', openReadings: ['cancelled-route'] },
    },
  },
  {
    id: 'cancelled',
    title: 'another target',
    facts: cancelled({ targetOccupation: 'car-driver' }),
    expect: {
      3: {
        verdict: 'confirm',
        lean: 'none',
        route: 'cancelled-occupation',
        openReadings: ['cancelled-route', 'similar-occupation'],
      },
    },
  },
  {
    id: 'cancelled',
    title: 'a certificate too young',
    facts: cancelled({ certificates: [holding(4, '2020-06-01', 'switchboard-operator')] }),
    expect: { 3: { verdict: 'ineligible' } },
  },
  {
    id: 'cancelled',
    title: 'it does not bind the work-years path of a similar target',
    facts: started('1998-07-01', { certificates: [holding(4, '2020-06-01', 'switchboard-operator')] }),
    expect: { 3: { verdict: 'confirm', lean: 'eligible', route: 'work-years' } },
  },
  {
    id: '破格',
    title: '劳动模范, provincial',
    facts: won({ kind: 'model-worker', level: 'provincial', awardedOn: '2022-06-01' }),
    expect: {
      3: { verdict: 'manual', manualRoutes: ['exceptional-promotion'] },
      2: { verdict: 'manual' },
      1: { verdict: 'ineligible', manualRoutes: [] },
      4: { verdict: 'ineligible', manualRoutes: [] },
      5: { manualRoutes: [], verdict: 'ineligible' },
    },
  },
  {
    id: '破格',
    title: '劳动模范, municipal',
    facts: won({ kind: 'model-worker', level: 'municipal', awardedOn: '2022-06-01' }),
    expect: { 3: { verdict: 'ineligible', manualRoutes: [] } },
  },
  {
    id: '破格',
    title: '劳动模范 before the certificate',
    facts: won({ kind: 'model-worker', level: 'national', awardedOn: '2021-06-01' }),
    expect: { 3: { verdict: 'ineligible', manualRoutes: [] } },
  },
  {
    id: '破格',
    title: '劳动模范 in the month of the certificate, any day that fits',
    facts: won({ kind: 'model-worker', level: 'national', awardedOn: '2021-06' }),
    expect: { 3: { verdict: 'manual' } },
  },
  {
    id: '破格',
    title: 'a result as main contributor',
    facts: won({ kind: 'innovation', level: 'municipal', mainContributor: true, awardedOn: '2022-06-01' }),
    expect: { 3: { verdict: 'manual' } },
  },
  {
    id: '破格',
    title: 'a result as one of many',
    facts: won({ kind: 'innovation', level: 'municipal', mainContributor: false, awardedOn: '2022-06-01' }),
    expect: { 3: { verdict: 'ineligible' } },
  },
  {
    id: '破格',
    title: 'a team’s prize counts as a placing',
    facts: won({ kind: 'competition', level: 'municipal', individual: false, prize: 3, awardedOn: '2022-06-01' }),
    expect: { 3: { verdict: 'manual' } },
  },
  {
    id: '破格',
    title: 'taking part is no placing',
    facts: won({ kind: 'competition', level: 'national', individual: true, awardedOn: '2022-06-01' }),
    expect: { 3: { verdict: 'ineligible' } },
  },
  {
    id: '破格',
    title: 'no certificate at all',
    facts: { ...reference, honours: [{ kind: 'model-worker', level: 'national', awardedOn: '2022-06-01' }] },
    expect: { 3: { verdict: 'ineligible', manualRoutes: [] } },
  },
  {
    id: '防疫',
    title: 'an aid team needs a certificate',
    facts: { ...reference, frontline: 'provincial-aid-team' },
    expect: { 3: { verdict: 'ineligible', manualRoutes: [] } },
  },
  {
    id: '防疫',
    title: 'an aid team with a certificate',
    facts: { ...reference, certificates: [holding(5, '2022-06-01')], frontline: 'provincial-aid-team' },
    expect: {
      4: { verdict: 'manual', manualRoutes: ['epidemic-frontline'] },
      5: { verdict: 'ineligible', manualRoutes: [] },
    },
  },
  {
    id: '防疫',
    title: 'a commendation needs none',
    facts: { ...reference, frontline: 'provincial-commendation' },
    expect: {
      5: { verdict: 'eligible', manualRoutes: ['epidemic-frontline'] },
      3: { verdict: 'manual' },
      1: { verdict: 'manual' },
    },
  },
  {
    id: '防疫',
    title: 'a commendation, certificates not told',
    facts: without({ ...reference, education: 'primary', frontline: 'provincial-commendation' }, 'certificates'),
    expect: { 2: { verdict: 'incomplete', missing: ['certificates'] } },
  },
  {
    id: '防疫',
    title: 'a gate still unknown',
    facts: without({ ...reference, frontline: 'provincial-commendation' }, 'staffType'),
    expect: { 3: { verdict: 'incomplete', missing: ['staffType'] } },
  },
  {
    id: '防疫',
    title: 'not beside a gate',
    facts: { ...reference, retired: true, frontline: 'provincial-commendation' },
    expect: { 3: { verdict: 'ineligible', manualRoutes: [] } },
  },
]

const unsure: Case[] = [
  {
    id: 'unsure',
    title: 'certificates',
    facts: { ...without(veteran(), 'certificates'), unsure: ['certificates'] },
    expect: { 3: { verdict: 'confirm', lean: 'none', openReadings: ['unsure:certificates'] } },
  },
  {
    id: 'unsure',
    title: 'something missing beside it is still asked for',
    facts: { ...without(veteran(), 'certificates', 'staffType'), unsure: ['certificates'] },
    expect: { 3: { verdict: 'incomplete', missing: ['staffType'] } },
  },
  {
    id: 'unsure',
    title: 'honours open no route',
    facts: { ...without(won({ kind: 'unique-skill' }), 'honours'), unsure: ['honours', 'frontline'] },
    expect: { 3: { verdict: 'ineligible', manualRoutes: [] } },
  },
  {
    id: 'unsure',
    title: 'target occupation',
    facts: { ...reference, certificates: [holding(5, FIVE_YEARS_OLD)], unsure: ['targetOccupation'] },
    expect: { 4: { verdict: 'confirm', lean: 'none' } },
  },
  {
    id: 'unsure',
    title: 'nothing is known',
    facts: {},
    expect: {
      3: {
        verdict: 'incomplete',
        missing: ['sex', 'birthDate', 'retired', 'staffType', 'onPost', 'workStart', 'occupation', 'certificates'],
      },
    },
  },
]

export const moreCases: readonly Case[] = [
  ...gates,
  ...grades,
  ...assessments,
  ...exemptions,
  ...moreExemptions,
  ...routes,
  ...unsure,
]
