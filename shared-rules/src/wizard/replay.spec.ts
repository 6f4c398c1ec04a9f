import { currentPack as pack } from '../policies'
import { holding, reference, started } from '../policies/jiaozuo-2023/cases.fixture'
import { answerQuestion } from './answer'
import type { Answers } from './answers'
import { answeredQuestions } from './progress'
import { planNext } from './plan-next'
import { NONE, presentQuestion, UNSURE } from './present-question'
import { questionIds, type QuestionId } from './question'

const withFacts = (facts: Answers['facts']): Answers => ({ facts, declined: [] })

function change(answers: Answers, id: QuestionId, value: unknown) {
  const answered = answerQuestion(pack, answers, id, value)
  if (!answered.ok) throw new Error(JSON.stringify(answered.problems))
  return answered
}

describe('changing one answer', () => {
  it('keeps all the others that still hold', () => {
    const { answers, dropped } = change(withFacts(reference), 'education', 'college')
    expect(answers.facts).toEqual({ ...reference, education: 'college' })
    expect(dropped).toEqual([])
  })

  it('names what no longer holds beside it: a certificate older than the new start of work', () => {
    const facts = started('2005-07-01', {
      certificates: [holding(5, '2007-06'), holding(4, '2015-06')],
      unsure: ['certificates[1].issuedOn'],
    })
    const { answers, dropped } = change(withFacts(facts), 'workStart', '2010-07')
    expect(dropped).toEqual(['certificates[0].issuedOn', 'regularisedOn'])
    expect(answers.facts.certificates).toEqual([holding(4, '2015-06')])
    expect(answers.facts.unsure).toEqual([])
  })

  it('refuses an answer that is itself impossible, and keeps what there was', () => {
    const answered = answerQuestion(pack, withFacts(reference), 'workStart', '1980-01')
    expect(answered).toMatchObject({ ok: false, problems: [{ field: 'workStart', code: 'before-birth' }] })
    expect(answerQuestion(pack, withFacts(reference), 'certificates', [{ grade: 7 }])).toMatchObject({ ok: false })
  })

  it('a birth date too late for the start of work lets that be asked again', () => {
    const { answers, dropped } = change(withFacts(reference), 'birthDate', '2003-01')
    expect(dropped).toEqual(['workStart'])
    expect(answers.facts.workStart).toBeUndefined()
  })

  it('“不清楚” takes the value back, and a value takes “不清楚” back', () => {
    const unsure = change(withFacts(reference), 'education', UNSURE).answers
    expect([unsure.facts.education, unsure.facts.unsure]).toEqual([undefined, ['education']])
    expect(change(unsure, 'education', 'college').answers.facts.unsure).toBeUndefined()
  })

  it('a year left blank is one that the person cannot tell', () => {
    const { answers } = change(withFacts(reference), 'assessments', [{ year: 2019, result: 'excellent' }])
    expect(answers.facts.unsure).toEqual([
      'assessments.2018',
      'assessments.2020',
      'assessments.2021',
      'assessments.2022',
    ])
    expect(change(answers, 'assessments', UNSURE).answers.facts.unsure).toEqual(['assessments'])
  })

  it('“都没有” is remembered, and forgotten when something is named', () => {
    const none = change(withFacts(reference), 'frontline', NONE).answers
    expect(none.declined).toEqual(['frontline'])
    expect(change(none, 'frontline', 'provincial-aid-team').answers).toMatchObject({
      declined: [],
      facts: { frontline: 'provincial-aid-team' },
    })
  })

  it('days and exam years are set where they were left open', () => {
    const facts = { ...reference, birthDate: '1975-01', certificates: [holding(5, '2019-01')] }
    const day = change(withFacts(facts), 'birthDate#day', '1975-01-31').answers
    expect(day.facts.birthDate).toBe('1975-01-31')
    const exam = change(day, 'certificates#examYear', { 'certificates[0].examYear': 2018 }).answers
    expect(exam.facts.certificates).toEqual([{ ...holding(5, '2019-01'), examYear: 2018 }])
    const unsure = change(exam, 'certificates#day', { 'certificates[0].issuedOn': UNSURE }).answers
    expect(unsure.facts.unsure).toEqual(['certificates[0].issuedOn'])
    expect(change(withFacts(facts), 'birthDate#day', UNSURE).answers.facts.unsure).toEqual(['birthDate'])
  })
})

describe('going back', () => {
  it('shows the questions that were answered, in the order in which they are asked', () => {
    expect(
      answeredQuestions({
        facts: { sex: 'male', occupation: 'storekeeper', unsure: ['education'] },
        declined: ['frontline'],
      }),
    ).toEqual(['occupation', 'sex', 'education', 'frontline'])
  })
})

describe('a question on the screen', () => {
  it('has a title, a reason and the clause behind it', () => {
    for (const id of questionIds) {
      const { title, why } = presentQuestion(pack, withFacts({}), id)
      expect([title, why.text, why.quote].every((text) => text.length > 4)).toBe(true)
    }
  })

  it('offers options, years and the parts left open', () => {
    const options = (id: QuestionId) => presentQuestion(pack, withFacts(reference), id).options?.map((o) => o.value)
    expect(options('sex')).toEqual(['male', 'female'])
    expect(options('frontline')?.at(-1)).toBe(NONE)
    expect(options('retired')).toEqual(['true', 'false'])
    expect(options('unitConsent')).toEqual(['true', 'false', UNSURE])
    expect(options('occupation')).toHaveLength(6)
    expect(presentQuestion(pack, withFacts(reference), 'assessments').years).toEqual([2018, 2019, 2020, 2021, 2022])
    const facts = {
      certificates: [holding(5, '2019-01')],
      honours: [{ kind: 'unique-skill', awardedOn: '2020-01' } as const],
    }
    expect(presentQuestion(pack, withFacts(facts), 'certificates#examYear').parts).toEqual([
      { path: 'certificates[0].examYear', label: '保管工 五级（初级工），2019-01 发证' },
    ])
    expect(presentQuestion(pack, withFacts(facts), 'honours#day').parts?.[0]?.label).toBe('绝招、绝技、绝活')
  })

  it('lets one say “不清楚”, but where one knows, or has not asked the unit yet', () => {
    const certain = questionIds.filter((id) => !presentQuestion(pack, withFacts({}), id).maySayUnsure)
    expect(certain).toEqual(['sex', 'retired', 'unitConsent'])
  })

  it('is the first one: the occupation', () => {
    expect(planNext(pack, {}).next?.id).toBe('occupation')
  })
})
