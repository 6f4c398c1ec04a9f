import type { Facts, Grade } from '../facts/facts'
import { currentPack as pack } from '../policies'
import { configurePack } from '../policies/configure-pack'
import { holding, reference, started, years } from '../policies/jiaozuo-2023/cases.fixture'
import { assess } from '../rules/assess'
import { checklist } from './checklist'

const papers = (facts: Facts, grade: Grade) => checklist(pack, facts, assess(pack, facts), grade)
const ids = (facts: Facts, grade: Grade) => papers(facts, grade).map((item) => item.id)

const GRADE_1 = started('1990-07-01', {
  birthDate: '1968-07-01',
  certificates: [holding(2, '2017-12-01')],
  appointedGrade2: true,
  assessments: years({ 2019: { result: 'excellent' }, 2021: { result: 'excellent' }, 2022: { filed: false } }),
})

describe('the papers asked for', () => {
  it('for grade 5: identity, 转正定级 and work years', () => {
    expect(ids(reference, 5)).toEqual(['id-card', 'regularisation-evidence', 'work-years-evidence'])
  })

  it('with a photo only where the office has said what it has to be', () => {
    const photo = { widthPx: 295, heightPx: 413, maxBytes: 102_400 }
    const withPhoto = configurePack(pack, { photo })
    const asked = checklist(withPhoto, reference, assess(withPhoto, reference), 5)
    expect(asked.map(({ id }) => id).slice(0, 3)).toEqual(['id-card', 'photo', 'regularisation-evidence'])
    expect(asked[1]?.pages).toEqual({ min: 1, max: 1 })
    expect(configurePack(withPhoto, {}).photo).toEqual(photo)
  })

  it('for grade 3 by work years: no certificate', () => {
    expect(ids(started('1998-07-01', { certificates: [holding(4, '2020-12')] }), 3)).toEqual([
      'id-card',
      'work-years-evidence',
    ])
  })

  it('for grade 2 by certificate: that certificate and the education', () => {
    const facts = started('1998-07-01', { certificates: [holding(3, '2016-12'), holding(4, '2005-12')] })
    expect(ids(facts, 2)).toEqual(['id-card', 'education-certificate', 'grade-certificate:3-storekeeper'])
    expect(papers(facts, 2)[2]?.title).toBe('等级证书（保管工三级）')
  })

  it('for grade 1: appointment, five years, and a 承诺书 for the year that is not yet filed', () => {
    expect(ids(GRADE_1, 1)).toEqual([
      'id-card',
      'work-years-evidence',
      'appointment-evidence',
      'education-certificate',
      'grade-certificate:2-storekeeper',
      'yearly-assessment:2018',
      'yearly-assessment:2019',
      'yearly-assessment:2020',
      'yearly-assessment:2021',
      'yearly-assessment:2022',
      'undertaking',
    ])
    const promised = papers(GRADE_1, 1).filter((item) => item.promiseAllowed)
    expect(promised.map((item) => item.id)).toEqual(['yearly-assessment:2022'])
  })

  it('for grade 1 with an exemption: the honour instead of education and assessments', () => {
    const facts: Facts = {
      ...GRADE_1,
      education: 'junior-high',
      assessments: years(),
      honours: [{ kind: 'may-day-medal', level: 'national', awardedOn: '2020-01-01' }],
    }
    expect(ids(facts, 1).slice(1)).toEqual([
      'work-years-evidence',
      'appointment-evidence',
      'grade-certificate:2-storekeeper',
      'may-day-medal:1',
    ])
    expect(papers(facts, 1).at(-1)?.clause).toBe('二(四)6(2)')
  })

  it('for a manual route: what opens it', () => {
    const promoted: Facts = {
      ...reference,
      certificates: [holding(4, '2021-06-01')],
      honours: [{ kind: 'model-worker', level: 'national', awardedOn: '2022-01-01' }],
    }
    expect(papers(promoted, 3).at(-1)).toMatchObject({ kind: 'model-worker', clause: '二(六)' })
    expect(ids({ ...reference, frontline: 'provincial-commendation' }, 3).at(-1)).toBe('frontline-evidence')
    const skilled: Facts = { ...GRADE_1, education: 'junior-high', honours: [{ kind: 'unique-skill' }] }
    expect(papers(skilled, 1).at(-1)).toMatchObject({ kind: 'unique-skill', clause: '二(四)6(6)' })
  })

  it('for a change of occupation: both certificates', () => {
    const facts = started('2010-07-01', {
      certificates: [holding(4, '2012-06-01', 'car-driver'), { ...holding(4, '2022-06-01'), kind: 'public-sector' }],
    })
    expect(ids(facts, 3).slice(1)).toEqual(['grade-certificate:4-car-driver', 'grade-certificate:4-storekeeper'])
  })

  it('for a cancelled occupation: its certificate', () => {
    const facts = started('2012-07-01', { certificates: [holding(4, '2015-06-01', 'switchboard-operator')] })
    expect(ids(facts, 3).slice(1)).toEqual(['grade-certificate:4-switchboard-operator'])
  })

  it('each with a reason and the words of a clause', () => {
    for (const item of [...papers(GRADE_1, 1), ...papers(reference, 5)]) {
      expect(item.reason).not.toBe('')
      expect(item.quote).not.toBe('')
    }
  })
})
