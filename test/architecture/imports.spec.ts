import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { repository } from './source-files'

interface Planted {
  from: string
  imports: string
  /** The rule that must refuse it; absent: the import is allowed. */
  refusedBy?: string
}

/** A small tree with the shape of ours; every file is one that the planted imports point to. */
const targets = {
  'shared-rules/src/index.ts': 'export const law = 1\nexport type Law = number\n',
  'shared-rules/src/rules/verdict.ts': 'export const target = 1\n',
  'bff/src/contract/index.ts': 'export interface Shape { a: number }\nexport const target = 1\n',
  'bff/src/platform/time/clock.ts': 'export const target = 1\n',
  ...Object.fromEntries(
    ['session', 'units', 'eligibility', 'applications', 'documents', 'payments', 'notices', 'office-relay'].map(
      (name) => [`bff/src/${name}/target.ts`, 'export const target = 1\n'],
    ),
  ),
  'miniapp/src/shared/api/target.ts': 'export const target = 1\n',
}

const value = (specifier: string) => `import { target } from '${specifier}'\nexport const used = target\n`

const planted: readonly Planted[] = [
  { from: 'applications', imports: value('../eligibility/target') },
  { from: 'applications', imports: value('../units/target') },
  { from: 'applications', imports: value('../platform/time/clock') },
  { from: 'applications', imports: value('../contract') },
  { from: 'applications', imports: value('../office-relay/target'), refusedBy: 'applications-imports' },
  { from: 'applications', imports: value('../session/target'), refusedBy: 'applications-imports' },
  { from: 'notices', imports: value('../applications/target') },
  { from: 'notices', imports: value('../payments/target'), refusedBy: 'notices-imports' },
  { from: 'documents', imports: value('../eligibility/target'), refusedBy: 'documents-imports' },
  { from: 'payments', imports: value('../session/target'), refusedBy: 'payments-imports' },
  { from: 'office-relay', imports: value('../units/target'), refusedBy: 'office-relay-imports' },
  { from: 'eligibility', imports: `import { law } from '@app/shared-rules'\nexport const used = law\n` },
  { from: 'eligibility', imports: value('../../../shared-rules/src/rules/verdict'), refusedBy: 'eligibility-imports' },
  { from: 'session', imports: value('../units/target'), refusedBy: 'session-imports' },
  { from: 'units', imports: `import { law } from '@app/shared-rules'\nexport const used = law\n` },
  { from: 'units', imports: value('../applications/target'), refusedBy: 'units-imports' },
  { from: 'platform', imports: value('../session/target'), refusedBy: 'platform-imports' },
  { from: 'contract', imports: `import { type Law } from '@app/shared-rules'\nexport type Used = Law\n` },
  {
    from: 'contract',
    imports: `import { law } from '@app/shared-rules'\nexport const used = law\n`,
    refusedBy: 'contract-law-types',
  },
  { from: 'contract', imports: value('../platform/time/clock'), refusedBy: 'contract-imports' },
]

const elsewhere: readonly (Planted & { file: string })[] = [
  ...planted.map((one, index) => ({ ...one, file: `bff/src/${one.from}/planted-${index}.ts` })),
  {
    file: 'miniapp/src/pages/types.ts',
    from: 'miniapp',
    imports: `import { type Shape } from '@app/contract'\nexport type Used = Shape\n`,
  },
  {
    file: 'miniapp/src/pages/values.ts',
    from: 'miniapp',
    imports: value('@app/contract'),
    refusedBy: 'miniapp-contract-types',
  },
  {
    file: 'miniapp/src/pages/service.ts',
    from: 'miniapp',
    imports: value('../../../bff/src/units/target'),
    refusedBy: 'miniapp-imports',
  },
  {
    file: 'miniapp/src/pages/deep.ts',
    from: 'miniapp',
    imports: value('../../../shared-rules/src/rules/verdict'),
    refusedBy: 'miniapp-imports',
  },
  {
    file: 'shared-rules/src/outward.ts',
    from: 'shared-rules',
    imports: value('../../bff/src/contract'),
    refusedBy: 'law-imports',
  },
  {
    file: 'shared-rules/src/impure.ts',
    from: 'shared-rules',
    imports: `import { sep } from 'node:path'\nexport const used = sep\n`,
    refusedBy: 'law-is-pure',
  },
  {
    file: 'test/sandbox/peeking.ts',
    from: 'sandbox',
    imports: value('../../bff/src/contract'),
    refusedBy: 'sandbox-without-bff',
  },
  {
    file: 'bff/src/units/one.ts',
    from: 'units',
    imports: `import { two } from './two'\nexport const one = () => two\n`,
    refusedBy: 'no-circle',
  },
]

interface Violation {
  from: string
  rule: { name: string }
}

function cruise(folder: string): Promise<readonly Violation[]> {
  const program = path.join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [
    program,
    '--config',
    '.config/dependency-cruiser.cjs',
    '--output-type',
    'json',
    'shared-rules/src',
    'bff/src',
    'miniapp/src',
    'test/sandbox',
  ]
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 50_000_000 }, (error, output, complaint) => {
      if (output === '') reject(error ?? new Error(complaint))
      else resolve((JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations)
    })
  })
}

function plantTree(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'app-imports-'))
  cpSync(path.join(repository, '.config'), path.join(folder, '.config'), { recursive: true })
  cpSync(path.join(repository, 'tsconfig.json'), path.join(folder, 'tsconfig.json'))
  const files = {
    ...targets,
    ...Object.fromEntries(elsewhere.map((one) => [one.file, one.imports])),
    'bff/src/units/two.ts': `import { one } from './one'\nexport const two = () => one\n`,
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  return folder
}

describe('the import rules', () => {
  let folder: string
  let violations: readonly Violation[]
  beforeAll(async () => {
    folder = plantTree()
    violations = await cruise(folder)
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(
    elsewhere.map(
      (one) => [one.refusedBy ? 'refuse' : 'allow', one.file, one.imports.split('\n')[0], one.refusedBy] as const,
    ),
  )('%s in %s: %s', (_, file, __, refusedBy) => {
    const rules = violations.filter((violation) => violation.from === file).map((violation) => violation.rule.name)
    expect(rules).toEqual(refusedBy ? expect.arrayContaining([refusedBy]) : [])
  })
})
