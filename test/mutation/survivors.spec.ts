import { review } from './survivors'

const explained = { mutant: 'a.ts | x < 5 | < → <=', why: 'five is never reached' }

describe('the review of survivors', () => {
  test('an explained survivor is fine, another one is not', () => {
    expect(review([explained.mutant, 'a.ts | y | 1 → 2'], [explained], ['a.ts'])).toEqual({
      explained: [explained],
      unexplained: ['a.ts | y | 1 → 2'],
      stale: [],
    })
  })

  test('an explanation of a mutant that is noticed by now is stale, unless its file was not mutated', () => {
    expect(review([], [explained], ['a.ts']).stale).toEqual([explained.mutant])
    expect(review([], [explained], ['b.ts']).stale).toEqual([])
  })
})
