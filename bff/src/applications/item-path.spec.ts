import { changedPaths, covered, itemPath } from './item-path'

describe('the items of a return', () => {
  it.each([
    ['workStart', 'facts.workStart'],
    ['certificates[0].issuedOn', 'facts.certificates[0].issuedOn'],
    ['facts.education', 'facts.education'],
    ['name', 'form.name'],
    ['form.unit', 'form.unit'],
    ['grade', 'grade'],
    ['id-card', 'papers.id-card'],
    ['papers.photo', 'papers.photo'],
    ['pages.0f8fad5b', 'pages.0f8fad5b'],
  ])('finds the place of %s', (item, path) => expect(itemPath(item)).toBe(path))

  it('cover what lies within them, and nothing that only begins alike', () => {
    expect(covered('facts.certificates[0].issuedOn', ['facts.certificates[0]'])).toBe(true)
    expect(covered('facts.certificates[0]', ['facts.certificates'])).toBe(true)
    expect(covered('facts.workStart', ['facts.workStart'])).toBe(true)
    expect(covered('facts.workStartOther', ['facts.workStart'])).toBe(false)
    expect(covered('facts.certificates[1].issuedOn', ['facts.certificates[0]'])).toBe(false)
    expect(covered('facts.certificates', ['facts.certificates[0]'])).toBe(false)
  })
})

describe('changed paths', () => {
  it('names each leaf that differs', () => {
    const before = { workStart: '2005-09', certificates: [{ grade: 4, issuedOn: '2020-12' }] }
    const after = { workStart: '2006-09', certificates: [{ grade: 4, issuedOn: '2019-12' }, { grade: 5 }], sex: 'male' }
    expect(changedPaths(before, after, 'facts')).toEqual([
      'facts.workStart',
      'facts.certificates[0].issuedOn',
      'facts.certificates[1]',
      'facts.sex',
    ])
  })

  it('sees a removed part, and nothing where only the order of keys differs', () => {
    expect(changedPaths({ a: 1, b: 2 }, { b: 2, a: 1 }, 'facts')).toEqual([])
    expect(changedPaths({ a: 1, b: [1] }, { a: 1 }, 'facts')).toEqual(['facts.b'])
    expect(changedPaths([1], { 0: 1 }, 'form.x')).toEqual(['form.x'])
  })
})
