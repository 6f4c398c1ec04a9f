import { mutantsOf } from './mutants'

const changes = (text: string) => mutantsOf({ path: 'a.ts', text }).map((mutant) => mutant.text)

describe('mutants', () => {
  test('a comparison moves its boundary and turns round', () => {
    expect(changes('x <= y')).toEqual(['x < y', 'x > y'])
    expect(changes('x === y')).toEqual(['x !== y'])
  })

  test('a number moves by one either way', () => {
    expect(changes('five(5)')).toEqual(['five(6)', 'five(4)'])
  })

  test('an edge becomes the other one', () => {
    expect(changes('a && !b')).toEqual(['a || !b', 'a && b'])
    expect(changes('list.some(f)')).toEqual(['list.every(f)'])
  })

  test('types and imports are left alone', () => {
    expect(changes(`import a from 'b'\ntype Grade = 1 | 2`)).toEqual([])
  })

  test('two equal changes in equal lines have names of their own', () => {
    const ids = mutantsOf({ path: 'a.ts', text: 'f(a || b)\nf(a || b)\n' }).map((mutant) => mutant.id)
    expect(ids).toEqual(['a.ts | f(a || b) | || → &&', 'a.ts | f(a || b) | || → && #2'])
  })
})
