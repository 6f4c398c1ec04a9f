import { currentPack as pack } from '../policies'
import { cases, reference } from '../policies/jiaozuo-2023/cases.fixture'
import { moreCases } from '../policies/jiaozuo-2023/more-cases.fixture'
import { assess } from '../rules/assess'
import { readingIds } from '../rules/reading'
import { questionIds } from '../wizard/question'
import { findClause } from '../clauses/clause'
import { criterionWords, dateWords, readingWords, verdictLine } from './describe'
import { gradeName, outcomeWord, verdictWord } from './words.zh-CN'

const CHINESE = /[一-龥]/

const row = (grade: '1' | '3' | '4' | '5', id: string, facts = reference) => {
  const found = assess(pack, facts).grades[grade].criteria.find((criterion) => criterion.id === id)
  if (found === undefined) throw new Error(id)
  return criterionWords(pack, found)
}

describe('the words of an answer', () => {
  it('say what is needed and what one has', () => {
    expect(row('3', 'work-years')).toEqual({ label: '工作年限', needed: '18 年以上', actual: '满 7 年' })
    expect(row('5', 'regularised')).toMatchObject({ actual: '2017年7月1日（周六）' })
    expect(row('1', 'education')).toMatchObject({ actual: '普通高中' })
    expect(row('1', 'assessments', { ...reference, assessments: [{ year: 2020, result: 'excellent' }] })).toMatchObject(
      { actual: '1 年' },
    )
  })

  it('name the open point', () => {
    expect(row('4', 'work-years', { ...reference, workStart: '2014-07-01' }).note).toBe(
      '工作年限是按满周年算，还是按年头算',
    )
    expect(readingWords(pack, 'unsure:assessments.2020').question).toBe('您选了“不清楚”的：年度考核结果')
    expect(readingWords(pack, 'unsure:shoeSize').question).toBe('您选了“不清楚”的：shoeSize')
  })

  it('name what lifts a condition', () => {
    const lifted = cases.find((c) => c.id === '25')?.facts
    expect(row('1', 'education', lifted).note).toBe('按 二(四)6(1) 免除')
  })

  it('are Chinese for every row of every case', () => {
    for (const { facts } of [...cases, ...moreCases].slice(0, 60)) {
      const { grades, warnings } = assess(pack, facts, { earliestYear: false })
      for (const criterion of Object.values(grades).flatMap((grade) => grade.criteria)) {
        const { label, needed, actual } = criterionWords(pack, criterion)
        expect([label, needed, outcomeWord(criterion.outcome)].every((text) => CHINESE.test(text))).toBe(true)
        expect(`${label}${needed}`).not.toMatch(/[{}]/)
        if (actual !== undefined) expect(actual).toMatch(CHINESE)
      }
      warnings.forEach((warning) => expect(warning.text).toMatch(CHINESE))
    }
  })

  it('a first line for each verdict', () => {
    const base = { criteria: [], missing: [], openReadings: [], manualRoutes: [] }
    const lines = (['eligible', 'confirm', 'manual', 'incomplete', 'ineligible'] as const).map((verdict) =>
      verdictLine(3, { ...base, verdict }),
    )
    expect(lines).toEqual([
      '您今年可以申报：三级（高级工）',
      '三级（高级工）：需要工考办确认',
      '三级（高级工）：可以申请人工审核',
      '三级（高级工）：还要补充情况',
      '三级（高级工）：今年不符合',
    ])
    expect(verdictLine(3, { ...base, verdict: 'ineligible', earliestYear: 2026 })).toContain('最早 2026 年')
    expect([gradeName(1), verdictWord('confirm')]).toEqual(['一级（高级技师）', '需工考办确认'])
  })

  it('dates as people write them', () => {
    expect([dateWords('2016-07'), dateWords('2016-07-01'), dateWords('any')]).toEqual([
      '2016年7月',
      '2016年7月1日（周五）',
      'any',
    ])
  })
})

describe('every clause that is cited', () => {
  it('stands in the notice', () => {
    const cited = [
      ...readingIds.map((id) => pack.texts.readings[id].clause),
      ...questionIds.map((id) => pack.texts.questions[id].clause),
      ...Object.values(pack.texts.manualRoutes).map((route) => route.clause),
      ...cases.flatMap(({ facts }) =>
        assess(pack, facts, { earliestYear: false }).warnings.map((warning) => warning.clause),
      ),
    ]
    expect(cited.filter((id) => findClause(pack, id) === undefined)).toEqual([])
  })
})
