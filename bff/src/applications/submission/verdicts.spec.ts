import { personOf } from '../../../../test/sandbox/people'
import type { Facts, Verdict } from '../../contract'
import { Law, type LawInForce } from '../../eligibility/law'
import { birthDateDiffers } from './form-problems'
import { admittedVerdict, agreedVerdict } from './verdicts'

const now = new Date('2023-03-21T01:00:00Z')
const phone = (verdict: Verdict) => ({ phoneVerdict: { verdict, pack: 'jiaozuo-2023' } })
const refusal = { code: 'grade-not-eligible' as const }
const factsOf = (person: string) => personOf(person).facts as Facts

describe('the verdict that a submission stands on', () => {
  let law: LawInForce
  beforeAll(async () => {
    law = await new Law().inForce('jiaozuo-2023')
  })

  it('is taken where phone and server agree', () => {
    const facts = factsOf('li')
    expect(agreedVerdict(law, { facts, own: facts, grade: 3 }, phone('eligible'), now)).toMatchObject({
      verdict: { verdict: 'eligible' },
      phoneVerdict: null,
    })
  })

  it('goes through where the office has to confirm, and where people decide', () => {
    const open = factsOf('zhao')
    expect(admittedVerdict(law, open, 4, now, refusal).verdict).toBe('confirm')
    const manual = { ...factsOf('sun'), frontline: 'provincial-commendation' as const }
    expect(admittedVerdict(law, manual, 4, now, refusal).verdict).toBe('manual')
  })

  it.each([
    ['ineligible', factsOf('sun'), 4],
    ['incomplete', {}, 3],
  ] as const)('refuses %s', (verdict, facts, grade) => {
    expect(() => admittedVerdict(law, facts, grade, now, refusal)).toThrow(
      expect.objectContaining({ code: 'grade-not-eligible', facts: expect.objectContaining({ verdict }) }),
    )
  })

  it('asks where they differ, and goes on with the server’s once the person has seen it, not with another', () => {
    const facts = factsOf('li')
    const what = { facts, own: facts, grade: 3 as const }
    const differs = expect.objectContaining({ code: 'verdict-differs' })
    expect(() => agreedVerdict(law, what, phone('confirm'), now)).toThrow(differs)
    const other = { ...phone('confirm'), acknowledgedVerdict: 'manual' as const }
    expect(() => agreedVerdict(law, what, other, now)).toThrow(differs)
    const seen = { ...phone('confirm'), acknowledgedVerdict: 'eligible' as const }
    expect(agreedVerdict(law, what, seen, now).phoneVerdict).toBe('confirm')
  })

  it('does not hold it against the phone that it knows nothing of what the unit attested', () => {
    const own: Facts = { ...factsOf('wang'), education: 'junior-high', birthDate: '1970-01-01' }
    delete own.highSkillAttested
    const facts = { ...own, highSkillAttested: true }
    expect(agreedVerdict(law, { facts, own, grade: 2 }, phone('incomplete'), now)).toMatchObject({
      verdict: { verdict: 'eligible' },
      phoneVerdict: null,
    })
  })
})

describe('the birth dates of ID number and personnel file', () => {
  const idNumber = personOf('li').idNumber
  it.each([
    ['1975-01-01', undefined],
    ['1975-01', undefined],
    ['1974-12-31', { idNumber: '1975-01-01', file: '1974-12-31' }],
    ['1974-12', { idNumber: '1975-01-01', file: '1974-12' }],
    [undefined, undefined],
  ])('file says %s', (birthDate, expected) => {
    expect(birthDateDiffers(idNumber, birthDate ? { birthDate } : {})).toEqual(expected)
  })
})
