import { openidOf, people, personOf, sampleIdNumber, unionidOf } from '.'

describe('the sample people', () => {
  it('bear the unassigned area code, their own birth date and sex, and a name that says sample', () => {
    for (const person of people) {
      expect(person.name).toMatch(/^示例·/)
      expect(person.idNumber).toMatch(/^419999\d{11}[\dX]$/)
      if (!person.facts) continue
      expect(person.facts.birthDate).toBe(person.idNumber.replace(/^.{6}(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3'))
      expect(person.facts.sex).toBe(Number(person.idNumber[16]) % 2 ? 'male' : 'female')
    }
  })

  it('have a right check character', () => {
    // GB 11643's own example: 11010519491231002X.
    const weigh = (id: string): number =>
      [...id].reduce((sum, sign, at) => sum + (sign === 'X' ? 10 : Number(sign)) * (2 ** (17 - at) % 11), 0) % 11
    expect(weigh('11010519491231002X')).toBe(1)
    for (const { idNumber } of people) expect(weigh(idNumber)).toBe(1)
    expect(weigh(sampleIdNumber('2004-02-29', 13))).toBe(1)
  })

  it('can be told apart by id, ID number, phone and openid', () => {
    for (const key of ['id', 'idNumber', 'phone'] as const) {
      expect(new Set(people.map((person) => person[key])).size).toBe(people.length)
    }
    expect(new Set(people.flatMap((person) => [openidOf(person, 'wx1'), openidOf(person, 'wx2')])).size).toBe(
      people.length * 2,
    )
    expect(unionidOf(personOf('li'))).toHaveLength(28)
    for (const { phone } of people) expect(phone).toMatch(/^1200000\d{4}$/)
  })

  it('refuse an id that nobody has', () => {
    expect(() => personOf('nobody')).toThrow('nobody')
  })
})
