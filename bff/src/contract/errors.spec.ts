import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { errorRules } from './errors'

const source = path.resolve(__dirname, '..')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.(spec|fixture)\.ts$/.test(file))
  .map((file) => readFileSync(path.join(source, file), 'utf8'))
const quoted = new Set(files.flatMap((text) => [...text.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map(([, code]) => code)))
const thrown = files.flatMap((text) => [...text.matchAll(/new AppError\(\s*'([^']+)'/g)].map(([, code]) => code))

test('every code that is thrown stands in the contract, with its status and what the phone should do', () => {
  expect(thrown.length).toBeGreaterThan(10)
  for (const code of thrown) expect(Object.keys(errorRules)).toContain(code)
  for (const { status, when, phone } of Object.values(errorRules)) {
    expect(status).toBeGreaterThanOrEqual(400)
    expect(when && phone).toBeTruthy()
  }
})

test('every code of the contract is used somewhere', () => {
  const declared = readFileSync(path.join(source, 'contract/errors.ts'), 'utf8')
  for (const code of Object.keys(errorRules)) {
    const uses = files.filter((text) => text !== declared && text.includes(`'${code}'`)).length
    expect([code, uses > 0 && quoted.has(code)]).toEqual([code, true])
  }
})
