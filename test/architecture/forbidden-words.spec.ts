import { lockfileProblems, wordProblems } from './forbidden-words'

const found = (text: string) => wordProblems([{ path: 'bff/src/a.ts', text: `line one\n${text}` }])

describe('forbidden words', () => {
  test.each([
    `const data = '/home/me/data'`,
    `readFileSync('/root/notice.md')`,
    `import x from '../../shared/reference/x'`,
    '// TODO later',
    `test.only('x', () => {})`,
    `describe.skip('x', () => {})`,
    '// eslint-disable-next-line no-x',
    '// @ts-ignore',
  ])('%s is found with its file and line', (text) => {
    expect(found(text)).toEqual([expect.stringMatching(/^bff\/src\/a\.ts:2: /)])
  })

  test.each([
    `import { ask } from '../shared/api/ask'`,
    `@Get('units/home/list')`,
    '// eslint-disable-next-line no-x -- the library has no types of its own',
    `test.each([1])('x', () => {})`,
  ])('%s is fine', (text) => {
    expect(found(text)).toEqual([])
  })

  test('a lockfile that names a registry is found', () => {
    const text = '{\n  "resolved": "https://registry.example/a.tgz"\n}'
    expect(lockfileProblems({ path: 'package-lock.json', text })).toHaveLength(1)
    expect(lockfileProblems({ path: 'package-lock.json', text: '{ "resolved": "bff", "link": true }' })).toEqual([])
  })
})
