import { currentPack as pack } from '../policies'
import { holding, started } from '../policies/jiaozuo-2023/cases.fixture'
import { assess } from '../rules/assess'
import type { Facts, Honour } from './facts'
import { parseFacts } from './parse-facts'

const problems = (input: unknown) => {
  const parsed = parseFacts(input, pack)
  return parsed.ok ? [] : parsed.problems
}

/** How many rows were tried does not show in an answer; that it comes at all does. */
const verdict = (facts: Facts) => assess(pack, facts, { earliestYear: false }).grades['1'].verdict

describe('facts made to do harm', () => {
  it.each([
    '{"__proto__.hasOwnProperty":1,"__proto__.toString":1}',
    '{"__proto__":{"toString":1},"sex":3}',
    '{"constructor.prototype.sex":1,"certificates":[{"__proto__.grade":1,"grade":9}]}',
  ])('%s takes nothing away from other objects', (text) => {
    expect(problems(JSON.parse(text)).length).toBeGreaterThan(0)
    expect(Object.prototype.hasOwnProperty.call({ a: 1 }, 'a')).toBe(true)
    expect(String({})).toBe('[object Object]')
  })

  it('a list of sixty thousand is refused as a whole, not member by member', () => {
    expect(problems({ certificates: new Array(60_000).fill(1) })).toEqual([
      { field: 'certificates', code: 'out-of-range', message: expect.stringContaining('最多填50条') },
    ])
  })

  it('fifteen thousand unknown keys are all named', () => {
    const input = Object.fromEntries(Array.from({ length: 15_000 }, (_, i) => [`key${i}`, i]))
    expect(problems(input)).toHaveLength(15_000)
  })
})

describe('a person with much to tell, by month only', () => {
  const old = started('1990-07-01', { birthDate: '1968-07-01', appointedGrade2: true, education: 'junior-high' })
  const codes = pack.occupations.map((o) => o.code)

  it('fifty honours that exempt from nothing are not weighed day by day', () => {
    const honours = Array.from({ length: 50 }, (_, i): Honour => ({
      kind: 'may-day-medal',
      level: 'county',
      awardedOn: `19${50 + i}-01`,
    }))
    expect(verdict({ ...old, certificates: [holding(2, '2017-12-01')], honours, assessments: [] })).toBe('ineligible')
  })

  it('of fifty that may exempt, the latest decide', () => {
    const years = Array.from({ length: 49 }, (_, i) => `${1970 + i}-06`)
    const honours = [...years, '2020-06'].map((awardedOn): Honour => ({
      kind: 'may-day-medal',
      level: 'national',
      awardedOn,
    }))
    expect(verdict({ ...old, certificates: [holding(2, '2017-12')], honours, assessments: [] })).toBe('eligible')
  })

  it('of many utility models, two that are late enough exempt', () => {
    const grantedOn = ['2010-01', '2011-01', '2012-01', '2013-01', '2018-01', '2019-01']
    const honours = grantedOn.map((on): Honour => ({
      kind: 'patent',
      type: 'utility-model',
      ownOccupation: true,
      rank: 1,
      grantedOn: on,
    }))
    expect(verdict({ ...old, certificates: [holding(2, '2017-12')], honours, assessments: [] })).toBe('eligible')
    expect(
      verdict({ ...old, certificates: [holding(2, '2017-12')], honours: honours.slice(0, 5), assessments: [] }),
    ).toBe('ineligible')
  })

  it('of many certificates whose exam year is not told, the earliest decides', () => {
    const certificates = codes.map((code) => holding(4, '2019-02', code))
    const { grades } = assess(pack, started('2012-07-01', { certificates }), { earliestYear: false })
    expect([grades['3'].verdict, grades['4'].verdict]).toEqual(['incomplete', 'ineligible'])
  })

  it('of many certificates, a later one that counts by its exam year is not passed over', () => {
    const [first = '', second = '', third = ''] = codes.filter((code) => code !== 'storekeeper')
    const certificates = [
      { ...holding(4, '2019-02', first), examYear: 2019 },
      { ...holding(4, '2019-02', second), examYear: 2019 },
      { ...holding(4, '2019-03', third), examYear: 2018 },
      holding(4, '2022-06', 'storekeeper'),
    ]
    const { grades } = assess(pack, started('2012-07-01', { certificates }), { earliestYear: false })
    expect(grades['3']).toMatchObject({ verdict: 'confirm', lean: 'ineligible', openReadings: ['certificate-count'] })
  })
})
