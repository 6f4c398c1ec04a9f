import fc from 'fast-check'
import { holding, reference } from '../policies/jiaozuo-2023/cases.fixture'
import { currentPack as pack } from '../policies'
import { anyone } from '../rules/anyone.fixture'
import { formatFacts } from './format-facts'
import { parseFacts } from './parse-facts'

/** field → code of every problem. */
function problems(input: unknown): Record<string, string> {
  const parsed = parseFacts(input, pack)
  return parsed.ok ? {} : Object.fromEntries(parsed.problems.map(({ field, code }) => [field, code]))
}

const medal = { kind: 'may-day-medal', level: 'national', awardedOn: '2020-01-01' }

describe('facts that are refused, each naming its field', () => {
  it.each([
    ['an unknown key', { shoeSize: 43 }, { shoeSize: 'unknown-key' }],
    [
      'an unknown key of a certificate',
      { certificates: [{ ...holding(4, '2020-01'), no: 1 }] },
      { 'certificates[0].no': 'unknown-key' },
    ],
    ['a key of another honour', { honours: [{ ...medal, rank: 1 }] }, { 'honours[0].rank': 'unknown-key' }],
    [
      'the name of an inherited property',
      JSON.parse('{"__proto__": 1, "toString": 2}'),
      { ['__proto__']: 'unknown-key', toString: 'unknown-key' },
    ],
    ['no object', [], { '': 'wrong-type' }],
    ['null', null, { '': 'wrong-type' }],
    ['null for a fact', { sex: null }, { sex: 'wrong-type' }],
    ['a wrong word', { sex: 'm' }, { sex: 'wrong-type' }],
    ['a number for a yes or no', { retired: 1 }, { retired: 'wrong-type' }],
    ['a date in another form', { birthDate: '1975/01/01' }, { birthDate: 'wrong-type' }],
    ['a year alone', { workStart: '2016' }, { workStart: 'wrong-type' }],
    ['a list that is none', { certificates: {} }, { certificates: 'wrong-type' }],
    ['a member that is no record', { certificates: ['x'] }, { 'certificates[0]': 'wrong-type' }],
    [
      'a certificate without its grade',
      { certificates: [{ occupation: 'storekeeper', issuedOn: '2020-01' }] },
      { 'certificates[0].grade': 'wrong-type' },
    ],
    ['an honour of no known kind', { honours: [{ kind: 'medal' }] }, { 'honours[0].kind': 'wrong-type' }],
    ['an honour that is no record', { honours: [7] }, { 'honours[0]': 'wrong-type' }],
    [
      'half a rank',
      { honours: [{ kind: 'competition', level: 'national', individual: true, rank: 1.5, awardedOn: '2020-01' }] },
      { 'honours[0].rank': 'wrong-type' },
    ],
    ['31 February', { birthDate: '1975-02-31' }, { birthDate: 'impossible-date' }],
    ['29 February of a common year', { birthDate: '1975-02-29' }, { birthDate: 'impossible-date' }],
    ['month 13', { birthDate: '1975-13' }, { birthDate: 'impossible-date' }],
    ['day 0', { birthDate: '1975-01-00' }, { birthDate: 'impossible-date' }],
    ['a year before 1900', { birthDate: '1899-12-31' }, { birthDate: 'impossible-date' }],
    ['a year after 2100', { regularisedOn: '2101-01-01' }, { regularisedOn: 'impossible-date' }],
    [
      'an assessment of year 1800',
      { assessments: [{ year: 1800, result: 'qualified' }] },
      { 'assessments[0].year': 'impossible-date' },
    ],
    [
      'rank 0',
      { honours: [{ kind: 'patent', type: 'invention', ownOccupation: true, rank: 0, grantedOn: '2020-01' }] },
      { 'honours[0].rank': 'out-of-range' },
    ],
    [
      'prize 4',
      { honours: [{ kind: 'competition', level: 'national', individual: true, prize: 4, awardedOn: '2020-01' }] },
      { 'honours[0].prize': 'wrong-type' },
    ],
    ['work before birth', { birthDate: '1990-01-01', workStart: '1980-01-01' }, { workStart: 'before-birth' }],
    ['work a day before age 15', { birthDate: '1975-01-02', workStart: '1990-01-01' }, { workStart: 'before-birth' }],
    [
      'a certificate before work',
      { workStart: '2016-07-01', certificates: [holding(5, '2016-06-30')] },
      { 'certificates[0].issuedOn': 'before-work' },
    ],
    ['转正 before work', { workStart: '2016-07-01', regularisedOn: '2016-06' }, { regularisedOn: 'before-work' }],
    ['work begun after the close', { workStart: '2023-03-29' }, { workStart: 'after-registration' }],
    [
      'a certificate after the close',
      { certificates: [holding(5, '2023-04')] },
      { 'certificates[0].issuedOn': 'after-registration' },
    ],
    [
      'an honour after the close',
      { honours: [{ ...medal, awardedOn: '2023-03-29' }] },
      { 'honours[0].awardedOn': 'after-registration' },
    ],
    [
      'a patent after the close',
      { honours: [{ kind: 'patent', type: 'invention', ownOccupation: true, rank: 1, grantedOn: '2023-03-29' }] },
      { 'honours[0].grantedOn': 'after-registration' },
    ],
    [
      'false papers after the close',
      { falsificationFoundOn: '2023-04' },
      { falsificationFoundOn: 'after-registration' },
    ],
    [
      'an occupation not in the directory',
      { occupation: 'cook', targetOccupation: 'baker' },
      { occupation: 'unknown-occupation', targetOccupation: 'unknown-occupation' },
    ],
    [
      'a certificate of such an occupation',
      { certificates: [holding(5, '2020-01', 'cook')] },
      { 'certificates[0].occupation': 'unknown-occupation' },
    ],
    [
      'the same certificate twice',
      { certificates: [holding(5, '2019-01'), holding(5, '2020-01')] },
      { 'certificates[1]': 'duplicate' },
    ],
    [
      'two results for a year',
      {
        assessments: [
          { year: 2020, result: 'qualified' },
          { year: 2020, result: 'excellent' },
        ],
      },
      { 'assessments[1]': 'duplicate' },
    ],
    [
      'an exam after the issue',
      { certificates: [{ ...holding(5, '2020-02'), examYear: 2021 }] },
      { 'certificates[0].examYear': 'exam-year' },
    ],
    [
      'an exam of the year before, of an April certificate',
      { certificates: [{ ...holding(5, '2020-04'), examYear: 2019 }] },
      { 'certificates[0].examYear': 'exam-year' },
    ],
    ['given and unsure', { sex: 'male', unsure: ['sex'] }, { sex: 'given-and-unsure' }],
    ['a whole date and unsure', { birthDate: '1975-01-01', unsure: ['birthDate'] }, { birthDate: 'given-and-unsure' }],
    [
      'a year given and unsure',
      { assessments: [{ year: 2020, result: 'qualified' }], unsure: ['assessments.2020'] },
      { 'assessments.2020': 'given-and-unsure' },
    ],
    [
      'an exam year given and unsure',
      { certificates: [{ ...holding(5, '2020-02'), examYear: 2019 }], unsure: ['certificates[0].examYear'] },
      { 'certificates[0].examYear': 'given-and-unsure' },
    ],
    [
      'unsure of what there is not',
      { certificates: [], unsure: ['certificates[0].examYear', 'height'] },
      { 'unsure[0]': 'unknown-key', 'unsure[1]': 'unknown-key' },
    ],
    [
      'unsure of a part that cannot be',
      { certificates: [holding(5, '2020-02')], unsure: ['certificates[0].awardedOn'] },
      { 'unsure[0]': 'unknown-key' },
    ],
    [
      'unsure of a part of an honour that cannot be',
      { honours: [medal], unsure: ['honours[0].grantedOn'] },
      { 'unsure[0]': 'unknown-key' },
    ],
    ['unsure that is no list of paths', { unsure: [1] }, { 'unsure[0]': 'wrong-type' }],
  ])('%s', (_, input, expected) => {
    expect(problems(input)).toEqual(expected)
  })

  it('reports all problems, not only the first, and weighs what is left of a broken certificate', () => {
    expect(
      problems({
        sex: 3,
        workStart: '2023-05-01',
        certificates: [{ grade: 9, occupation: 'cook', issuedOn: '2023-05-01' }, holding(4, '2020-01', 'baker')],
      }),
    ).toEqual({
      sex: 'wrong-type',
      workStart: 'after-registration',
      'certificates[0].grade': 'wrong-type',
      'certificates[0].occupation': 'unknown-occupation',
      'certificates[0].issuedOn': 'after-registration',
      'certificates[1].occupation': 'unknown-occupation',
      'certificates[1].issuedOn': 'before-work',
    })
  })
})

describe('facts that are taken', () => {
  it.each([
    ['a month that is impossible only in part', { workStart: '2023-03' }],
    ['a month in which one has turned 15', { birthDate: '1975-01-15', workStart: '1990-01' }],
    [
      'a certificate of the month in which work began',
      { workStart: '2016-07-31', certificates: [holding(5, '2016-07')] },
    ],
    [
      'a January certificate of the exam of the year before',
      { certificates: [{ ...holding(5, '2020-03-31'), examYear: 2019 }] },
    ],
    [
      'the same grade twice, of two kinds',
      { certificates: [holding(4, '2020-01'), { ...holding(4, '2020-01'), kind: 'national-vocational' }] },
    ],
    ['转正 expected after the close', { regularisedOn: '2023-09-30' }],
    ['a month whose day is unsure', { birthDate: '1975-01', unsure: ['birthDate'] }],
    [
      'an issue day that is unsure',
      { certificates: [holding(5, '2020-05')], unsure: ['certificates[0].issuedOn', 'certificates[0].examYear'] },
    ],
    [
      'an award day that is unsure',
      { honours: [{ ...medal, awardedOn: '2020-05' }], unsure: ['honours[0].awardedOn'] },
    ],
    ['a year that is unsure', { assessments: [], unsure: ['assessments.2020'] }],
    ['work begun on the last day', { workStart: '2023-03-28' }],
    ['29 February of a leap year', { birthDate: '1976-02-29' }],
    ['nothing', {}],
  ])('%s', (_, input) => {
    expect(problems(input)).toEqual({})
  })

  it('come back unchanged when they have been written down', () => {
    fc.assert(
      fc.property(anyone, (facts) => {
        expect(parseFacts(JSON.parse(formatFacts(facts)), pack)).toEqual({ ok: true, facts })
      }),
    )
  })

  it('keep the order of the wire format when written down', () => {
    expect(
      Object.keys(JSON.parse(formatFacts({ unsure: ['organisation'], ...reference, organisation: undefined }))),
    ).toEqual([
      'sex',
      'birthDate',
      'retired',
      'staffType',
      'onPost',
      'workStart',
      'regularisedOn',
      'occupation',
      'certificates',
      'education',
      'honours',
      'highSkillAttested',
      'unsure',
    ])
  })
})
