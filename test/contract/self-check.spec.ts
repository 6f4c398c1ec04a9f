import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Cases worked out by a second, independent reading of the notice, asked through the public command. Grades name what is expected;
 * a key that is not named is not there.
 */
interface GradeAnswer {
  verdict: string
  openReadings?: string[]
}

interface Case {
  name: string
  facts: object
  grades: Record<string, GradeAnswer>
  warnings: string[]
}

const root = join(__dirname, '../..')
const cases: Case[] = JSON.parse(readFileSync(join(root, 'test/fixtures/eligibility-cases.json'), 'utf8'))

function selfCheck(facts: object[]): any[] {
  const run = spawnSync('npm', ['run', '-s', 'self-check', '--', '-'], {
    cwd: root,
    input: JSON.stringify(facts),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  return JSON.parse(run.stdout)
}

const named = ['verdict', 'lean', 'route', 'earliestYear'] as const
const lists = ['missing', 'openReadings', 'manualRoutes'] as const

/** Lists that are empty are left out, readings are a set. */
function spoken(grade: Record<string, unknown>): Record<string, unknown> {
  const single = named.filter((key) => grade[key] !== undefined).map((key) => [key, grade[key]])
  const listed = lists.map((key): [string, string[]] => {
    const value = [...((grade[key] as string[] | undefined) ?? [])]
    return [key, key === 'openReadings' ? value.sort() : value]
  })
  return Object.fromEntries([...single, ...listed.filter(([, value]) => value.length > 0)])
}

describe('npm run -s self-check, on cases of a second reading of the notice', () => {
  const answers = selfCheck(cases.map((one) => one.facts))

  it.each(cases.map((one, i) => [one.name, one, i] as const))('%s', (_, one, i) => {
    const { grades, warnings } = answers[i]
    const got = Object.fromEntries(Object.entries<any>(grades).map(([grade, answer]) => [grade, spoken(answer)]))
    const want = Object.fromEntries(Object.entries(one.grades).map(([grade, answer]) => [grade, spoken(answer as any)]))
    expect(got).toEqual(want)
    expect(warnings.map((warning: { id: string }) => warning.id).sort()).toEqual(one.warnings)
  })
})
