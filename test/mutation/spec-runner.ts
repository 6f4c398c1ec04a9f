import { expect } from 'expect'

type Body = () => unknown

interface Group {
  name: string
  beforeAll: Body[]
  beforeEach: Body[]
  afterEach: Body[]
  afterAll: Body[]
  entries: (Group | { name: string; body: Body })[]
}

const group = (name: string): Group => ({
  name,
  beforeAll: [],
  beforeEach: [],
  afterEach: [],
  afterAll: [],
  entries: [],
})

/** The part of jest's globals that the specs of the law use. */
function globals(top: Group) {
  let current = top
  const test = (name: string, body: Body) => void current.entries.push({ name, body })
  const describe = (name: string, body: Body) => {
    const [outer, inner] = [current, group(name)]
    outer.entries.push(inner)
    current = inner
    body()
    current = outer
  }
  const each =
    (define: (name: string, body: Body) => void) =>
    (rows: readonly unknown[]) =>
    (name: string, body: (...values: unknown[]) => unknown) => {
      for (const row of rows) define(name, () => (Array.isArray(row) ? body(...(row as unknown[])) : body(row)))
    }
  const hook = (of: 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll') => (body: Body) =>
    void current[of].push(body)
  return {
    expect,
    test: Object.assign(test, { each: each(test) }),
    it: Object.assign(test, { each: each(test) }),
    describe: Object.assign(describe, { each: each(describe) }),
    beforeAll: hook('beforeAll'),
    beforeEach: hook('beforeEach'),
    afterEach: hook('afterEach'),
    afterAll: hook('afterAll'),
  }
}

async function all(bodies: readonly Body[]): Promise<void> {
  for (const body of bodies) await body()
}

/** Runs until a test fails: its name and error are what is thrown. */
async function run(of: Group, before: readonly Body[], after: readonly Body[]): Promise<number> {
  let passed = 0
  const [beforeEach, afterEach] = [
    [...before, ...of.beforeEach],
    [...of.afterEach, ...after],
  ]
  await all(of.beforeAll)
  for (const entry of of.entries) {
    if ('entries' in entry) passed += await run(entry, beforeEach, afterEach)
    else {
      await all([...beforeEach, entry.body, ...afterEach])
      passed += 1
    }
  }
  await all(of.afterAll)
  return passed
}

/**
 * Runs bundled spec files in this process, each module anew: much faster than a jest run, and enough to see whether any test
 * notices a change. Gives the number of tests that passed; throws what the first failing test throws.
 */
export async function runSpecs(code: string): Promise<number> {
  const top = group('')
  const { expect: expectation, ...others } = globals(top)
  const names = ['require', 'module', 'expect', ...Object.keys(others)]
  const load = new Function(...names, code) as (...values: unknown[]) => void
  load(require, { exports: {} }, expectation, ...Object.values(others))
  return run(top, [], [])
}
