import { assess, findPack, parseFacts } from '@app/shared-rules'
import { applicants, personOf } from '../sandbox/people'

const pack = findPack('jiaozuo-2023')
if (!pack) throw new Error('the pack of 2023 is missing')

const assessmentOf = (person: string) => {
  const parsed = parseFacts(personOf(person).facts, pack)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return assess(pack, parsed.facts)
}

describe('a sample person', () => {
  it.each(applicants.map(({ id }) => id))('%s states facts that the self-check takes', (id) => {
    expect(parseFacts(personOf(id).facts, pack)).toMatchObject({ ok: true })
  })

  it.each([
    ['li', 3, { verdict: 'eligible', route: 'work-years' }],
    ['wang', 2, { verdict: 'eligible', route: 'certificate' }],
    ['zhao', 4, { verdict: 'confirm', openReadings: ['work-years-count'] }],
    ['zhao', 5, { verdict: 'confirm', openReadings: ['work-years-count'] }],
    ['chen', 1, { verdict: 'eligible' }],
    ['liu', 3, { verdict: 'eligible', route: 'work-years' }],
    ['zhou', 4, { verdict: 'confirm', lean: 'ineligible', openReadings: ['staff-dispatched'] }],
    ['sun', 5, { verdict: 'eligible' }],
    ['sun', 4, { verdict: 'ineligible', earliestYear: 2026 }],
  ] as const)('%s is for grade %i what the story says', (id, grade, expected) => {
    expect(assessmentOf(id).grades[grade]).toMatchObject(expected)
  })

  it('chen and liu bring the warnings that their stories speak of', () => {
    const warnings = (id: string) => assessmentOf(id).warnings.map((warning) => warning.id)
    expect(warnings('chen')).toContain('assessment-pending')
    expect(warnings('liu')).toContain('retirement-this-year')
  })
})
