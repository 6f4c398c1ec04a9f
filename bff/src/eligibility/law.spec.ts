import { personOf } from '../../../test/sandbox/people'
import { assessFacts, parsedFacts, phoneLaw, verdictOf } from './assess-facts'
import { Law, type LawReference } from './law'

const campaign = 'jiaozuo-2023'
const reference: LawReference = { version: '"1"', pins: { 'staff-dispatched': 'out' }, schedule: {} }

describe('the law in force', () => {
  it('is the bare pack until the office has sent anything', async () => {
    const law = await new Law().inForce(campaign)
    expect(law.version).toEqual({ pack: campaign, pins: {} })
  })

  it('has the office’s data laid over it, and is built once per version of that', async () => {
    const law = new Law()
    law.take(() => Promise.resolve(reference))
    const [one, other] = [await law.inForce(campaign), await law.inForce(campaign)]
    expect(one.version).toEqual({ pack: campaign, referenceVersion: '"1"', pins: { 'staff-dispatched': 'out' } })
    expect(other.pack).toBe(one.pack)
    law.take(() => Promise.resolve({ ...reference, version: '"2"', pins: {} }))
    expect((await law.inForce(campaign)).pack).not.toBe(one.pack)
  })

  it('of an unknown campaign is refused', async () => {
    await expect(new Law().inForce('atlantis-1066')).rejects.toMatchObject({ code: 'pack-unknown' })
  })

  it('makes a flat verdict of what was open, once the office has pinned the reading', async () => {
    const { facts } = personOf('zhou')
    const law = new Law()
    const verdict = async () => {
      const result = assessFacts(await law.inForce(campaign), facts)
      return result.ok && result.assessment.grades[4].verdict
    }
    expect(await verdict()).toBe('confirm')
    law.take(() => Promise.resolve(reference))
    expect(await verdict()).toBe('ineligible')
  })
})

describe('the server’s run', () => {
  it('keeps the verdict with the law it was computed under', async () => {
    const law = await new Law().inForce(campaign)
    const result = assessFacts(law, personOf('li').facts)
    if (!result.ok) throw new Error('the sample facts are valid')
    const at = new Date('2023-03-21T01:00:00Z')
    expect(verdictOf(law, result.assessment, 3, at)).toMatchObject({
      grade: 3,
      verdict: 'eligible',
      law: { pack: campaign },
      at: '2023-03-21T01:00:00.000Z',
    })
  })

  it('names every wrong fact, and throws them where they were to be kept', async () => {
    const law = await new Law().inForce(campaign)
    const wrong = { workStart: '1999-02-31', shoeSize: 43 }
    const fields = ['shoeSize', 'workStart']
    const result = assessFacts(law, wrong)
    expect(result.ok ? [] : result.problems.map(({ field }) => field).sort()).toEqual(fields)
    expect(() => parsedFacts(law, wrong)).toThrow('facts-invalid')
    for (const nonsense of [null, 7, 'facts', [1]]) expect(assessFacts(law, nonsense).ok).toBe(false)
  })

  it('says whether the phone knew the same law', async () => {
    const law = new Law()
    law.take(() => Promise.resolve(reference))
    const inForce = await law.inForce(campaign)
    expect(phoneLaw(inForce, { pack: campaign, referenceVersion: '"1"' })).toBe('same')
    expect(phoneLaw(inForce, { pack: campaign, referenceVersion: '"0"' })).toBe('pack-newer')
    expect(phoneLaw(inForce, { pack: campaign })).toBe('pack-newer')
  })
})
