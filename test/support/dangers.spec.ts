import { dangerList, dangerReport, type DangerList, provenBy } from './dangers'

const list: DangerList = {
  dueParts: ['B'],
  parts: { A: 'payment', B: 'session' },
  dangers: [
    { id: 1, part: 'A', behaviour: 'pays once' },
    { id: 34, part: 'B', behaviour: 'signs in once' },
  ],
}

describe('the report of dangers', () => {
  test('an entry of a due part without a test is a failure, one of another part is not', () => {
    expect(dangerReport(list, ['signs in'])).toEqual({
      unproven: ['[danger 34] B: signs in once'],
      notYet: ['[danger 1] A: pays once'],
      unknown: [],
    })
  })

  test('a title proves the ids it begins with, and no others', () => {
    expect([...provenBy(['[danger 34] [danger 1] x', 'see [danger 2]', '[danger 7]'])]).toEqual([34, 1, 7])
  })

  test('an id that the list does not have is named', () => {
    expect(dangerReport(list, ['[danger 99] x']).unknown).toEqual(['[danger 99] is not in the list'])
  })

  test('the list has each id once, in parts that it names', () => {
    const { dangers, parts, dueParts } = dangerList()
    expect(new Set(dangers.map((danger) => danger.id)).size).toBe(dangers.length)
    expect(dangers.filter((danger) => !parts[danger.part] || danger.behaviour.length < 10)).toEqual([])
    expect(dueParts).toEqual(expect.arrayContaining(['B', 'G']))
  })
})
