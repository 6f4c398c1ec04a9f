import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { repository } from '../architecture/source-files'

interface JestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { title: string; fullName: string; status: string }[]
  }[]
}

export interface JestOutcome {
  passed: number
  /** Failed tests, and files that could not run at all. */
  failed: number
  /** Titles of the tests that passed. */
  passedTitles: string[]
  /** `file: name` of each test that did not run. */
  skipped: string[]
  /** Percentage of the branches of shared-rules that its own tests take; absent when none ran. */
  lawBranches?: number
}

/** What a report of jest's `--json` says. */
export function readReport(report: JestReport): Omit<JestOutcome, 'lawBranches'> {
  const tests = report.testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({ ...test, file: file.name })),
  )
  const unrun = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unrun.length,
    passedTitles: tests.filter((test) => test.status === 'passed').map((test) => test.title),
    skipped: tests
      .filter((test) => test.status !== 'passed' && test.status !== 'failed')
      .map((test) => `${path.relative(repository, test.file)}: ${test.fullName}`),
  }
}

function lawBranches(folder: string): number | undefined {
  const file = path.join(folder, 'coverage-summary.json')
  if (!existsSync(file)) return undefined
  const summary = JSON.parse(readFileSync(file, 'utf8')) as {
    total: { branches: { pct: number | 'Unknown'; total: number } }
  }
  const { pct, total } = summary.total.branches
  return total > 0 && typeof pct === 'number' ? pct : undefined
}

/** Not the fixtures, which are tests, nor the command, which its tests start as a process of its own. */
const coverageOfLaw = (folder: string) => [
  '--coverage',
  '--collectCoverageFrom=shared-rules/src/**/*.ts',
  '--collectCoverageFrom=!**/*.fixture.ts',
  '--collectCoverageFrom=!shared-rules/src/cli.ts',
  '--coverageReporters=json-summary',
  `--coverageDirectory=${folder}`,
]

/** Runs every project once; jest's own lines go to standard error as they come. */
export async function runJest(...more: readonly string[]): Promise<JestOutcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'app-jest-'))
  const outputFile = path.join(folder, 'report.json')
  const program = path.join(repository, 'node_modules/jest/bin/jest.js')
  const args = [
    program,
    '--config',
    '.config/jest.config.js',
    '--json',
    `--outputFile=${outputFile}`,
    ...coverageOfLaw(folder),
    ...more,
  ]
  try {
    await new Promise((resolve, reject) => {
      const child = spawn(process.execPath, args, { cwd: repository, stdio: ['ignore', 'ignore', 'inherit'] })
      child.once('error', reject)
      child.once('close', resolve)
    })
    if (!existsSync(outputFile)) throw new Error('jest ended without a report')
    const outcome = readReport(JSON.parse(readFileSync(outputFile, 'utf8')) as JestReport)
    const branches = lawBranches(folder)
    return branches === undefined ? outcome : { ...outcome, lawBranches: branches }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
