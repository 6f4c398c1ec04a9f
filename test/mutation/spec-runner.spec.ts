import { runSpecs } from './spec-runner'

describe('the small runner of specs', () => {
  test('counts what passes, hooks and tables included', async () => {
    const code = `
      let ready = 0
      describe('outer', () => {
        beforeEach(() => { ready += 1 })
        test.each([[1, 2], [2, 3]])('%i', (a, b) => expect(a + 1).toBe(b))
        test.each(['x'])('%s', (value) => expect(value).toBe('x'))
        it('hooks ran', async () => expect(await Promise.resolve(ready)).toBe(4))
      })`
    expect(await runSpecs(code)).toBe(4)
  })

  test('stops at the first test that fails', async () => {
    const code = `test('a', () => expect(1).toBe(2)); test('b', () => { throw new Error('never reached') })`
    await expect(runSpecs(code)).rejects.toThrow('Expected: 2')
  })
})
