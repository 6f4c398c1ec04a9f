import { findPack, parseFacts } from '@app/shared-rules'
import { atMost, jsonLine, table } from './figure'
import { assertAgreement } from './rules'
import { pinEverything } from './yardsticks/answers'
import { randomApplicants } from './yardsticks/applicants'

describe('the yardsticks of the bench of rules', () => {
  test('both rule engines and the law agree on 500 random applicants', async () => {
    await assertAgreement(500)
  })

  test('every random applicant passes the checks of facts, and the same seed gives the same people', () => {
    const pack = findPack('jiaozuo-2023')
    if (!pack) throw new Error('no pack')
    const people = randomApplicants(500, 7)
    expect(people.filter((facts) => !parseFacts(facts, pinEverything(pack)).ok)).toEqual([])
    expect(randomApplicants(500, 7)).toEqual(people)
  })
})

describe('a figure', () => {
  test('is one line of JSON with every key', () => {
    expect(JSON.parse(jsonLine(atMost('size', 'main package', 612.34, 'KB', 600)))).toEqual({
      bench: 'size',
      figure: 'main package',
      value: 612.3,
      unit: 'KB',
      ratio: null,
      goal: 'value <= 600',
      ok: false,
    })
  })

  test('that misses its goal says so in the table', () => {
    expect(table([atMost('size', 'main package', 601, 'KB', 600)])).toContain('MISSED')
    expect(table([atMost('size', 'main package', 600, 'KB', 600)])).not.toContain('MISSED')
  })
})
