import { buildSteps } from './builds'
import { check } from './check'
import { dangerList, dangerReport } from './dangers'
import { generatedDrift } from './generate'
import { type JestOutcome, runJest } from './jest-run'
import { hasMariadb } from './mariadb'
import { runSteps } from './steps'

const onCi = process.env['CI'] === 'true'
const lawBranchesNeeded = 95

const began = performance.now()
const say = (line: string) => process.stdout.write(`${line}\n`)
const stage = (name: string) => say(`\n== ${name} (${Math.round((performance.now() - began) / 1000)} s)`)
const list = (title: string, lines: readonly string[]) => {
  if (lines.length > 0) say([`${title}:`, ...lines.map((line) => `  ${line}`)].join('\n'))
}

/** What did not run, and why. */
const skippedBy = (outcome: JestOutcome): string[] => [
  ...(hasMariadb() ? [] : ['the MariaDB variants: mariadbd is not installed (Debian: apt-get install mariadb-server)']),
  ...outcome.skipped,
]

function dangerFailures(outcome: JestOutcome): number {
  const report = dangerReport(dangerList(), outcome.passedTitles)
  list('Dangers without a passing test', [...report.unproven, ...report.unknown])
  list('Dangers of parts not yet due', report.notYet)
  return report.unproven.length + report.unknown.length
}

function coverageFailures({ lawBranches }: JestOutcome): number {
  if (lawBranches === undefined) return 0
  say(`Branches of shared-rules taken by its tests: ${lawBranches} % (at least ${lawBranchesNeeded} %)`)
  return lawBranches < lawBranchesNeeded ? 1 : 0
}

function skipFailures(outcome: JestOutcome): number {
  const skipped = skippedBy(outcome)
  list(onCi ? 'Skipped, which fails with CI=true' : 'Skipped', skipped)
  if (skipped.length === 0) say('Nothing skipped.')
  return onCi ? skipped.length : 0
}

/** Everything that must hold, in one go; the last line is `N passed, N failed`. */
async function runTests(): Promise<void> {
  stage('check')
  const failedSteps = await check()
  stage('builds')
  failedSteps.push(...(await runSteps(buildSteps('shared-rules', 'bff', 'h5', 'weapp'))))
  stage('tests')
  const outcome = await runJest()
  stage('generated documents')
  failedSteps.push(...(await runSteps([{ name: 'documents are what the code says', run: generatedDrift }])))
  stage('report')
  list('Failed steps', failedSteps)
  const failed =
    failedSteps.length + outcome.failed + dangerFailures(outcome) + coverageFailures(outcome) + skipFailures(outcome)
  process.exitCode = failed === 0 ? 0 : 1
  say(`\n${outcome.passed} passed, ${failed} failed`)
}

void runTests().catch((error: unknown) => {
  process.exitCode = 1
  say(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n\n0 passed, 1 failed`)
})
