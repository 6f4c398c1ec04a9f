import type { PaperItem } from '../../contract'
import { returnItems, wireKind } from './wire-kind'

const onTheWire = /^[a-z0-9][a-z0-9-]{0,63}$/
const paper = (id: string): PaperItem => ({ id, kind: id.split(':')[0] }) as unknown as PaperItem

describe('the name of a paper at the office', () => {
  it.each([
    ['id-card', 'id-card'],
    ['yearly-assessment:2022', 'yearly-assessment-2022'],
    ['grade-certificate:3-storekeeper-national', 'grade-certificate-3-storekeeper-national'],
  ])('%s is %s', (id, kind) => expect(wireKind(id)).toBe(kind))

  it('fits the contract where an occupation was typed, or its code is long, and tells two such papers apart', () => {
    const odd = ['grade-certificate:4-打字员', 'grade-certificate:4-打字', `grade-certificate:4-${'a'.repeat(64)}`]
    const kinds = odd.map(wireKind)
    for (const kind of kinds) expect(kind).toMatch(onTheWire)
    expect(new Set(kinds).size).toBe(odd.length)
    expect(wireKind(odd[0] ?? '')).toBe(kinds[0])
  })
})

describe('what was returned', () => {
  const papers = ['id-card', 'grade-certificate:4-打字员', 'grade-certificate:4-storekeeper'].map(paper)
  const itemsOf = (item: string) => returnItems([{ item, code: 'unreadable', words: '看不清' }], papers)

  it.each([
    ['papers.id-card', ['papers.id-card']],
    ['grade-certificate-4-storekeeper', ['papers.grade-certificate:4-storekeeper']],
    [wireKind('grade-certificate:4-打字员'), ['papers.grade-certificate:4-打字员']],
    ['papers.grade-certificate', ['papers.grade-certificate:4-打字员', 'papers.grade-certificate:4-storekeeper']],
    ['pages.0f8fad5b', ['pages.0f8fad5b']],
    ['workStart', ['facts.workStart']],
    ['papers.moon-rock', ['papers.moon-rock']],
  ])('%s finds its place', (item, expected) => {
    expect(itemsOf(item).map((one) => one.item)).toEqual(expected)
    expect(itemsOf(item)[0]).toMatchObject({ code: 'unreadable', words: '看不清' })
  })
})
