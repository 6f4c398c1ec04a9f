import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { lockfileProblems, wordProblems } from '../architecture/forbidden-words'
import { folderProblems, topLevelProblems } from '../architecture/layout'
import { sizeProblems } from '../architecture/size-bar'
import { filesOf, read, repository } from '../architecture/source-files'
import { command, runSteps, type Step } from './steps'

const program = (name: string) => path.join(repository, 'node_modules/.bin', name)
const exists = (file: string) => existsSync(path.join(repository, file))
const written = () => filesOf(repository)
const ignoredAtTop = new Set(['node_modules', 'coverage', '.git', '.local', '.env'])

const buildLaw: Step = {
  name: 'build of shared-rules',
  run: () =>
    exists('shared-rules/src/index.ts') ? command(program('tsc'), '-p', 'shared-rules/tsconfig.build.json') : [],
}

const types = (workspace: string): Step => ({
  name: `types of ${workspace}`,
  run: () => command(program('tsc'), '-p', workspace, '--noEmit'),
})

const lint: Step = {
  name: 'eslint',
  run: () =>
    command(
      program('eslint'),
      '--config',
      '.config/eslint.config.mjs',
      '--max-warnings',
      '0',
      '--report-unused-disable-directives',
      '.',
    ),
}

const format: Step = {
  name: 'prettier',
  run: () =>
    command(
      program('prettier'),
      '--config',
      '.config/prettier.json',
      '--ignore-path',
      '.config/prettierignore',
      '--log-level',
      'warn',
      '--check',
      '.',
    ),
}

const cruised = ['shared-rules/src', 'bff/src', 'miniapp/src', 'test/sandbox']
const imports: Step = {
  name: 'import rules',
  run: () => command(program('depcruise'), '--config', '.config/dependency-cruiser.cjs', ...cruised.filter(exists)),
}

const readable = () =>
  written()
    .filter((file) => file !== 'package-lock.json')
    .map((file) => read(repository, file))

const ownChecks: readonly Step[] = [
  { name: 'size bar', run: () => sizeProblems(readable()) },
  { name: 'top level', run: () => topLevelProblems(readdirSync(repository).filter((name) => !ignoredAtTop.has(name))) },
  { name: 'folder names', run: () => folderProblems(written()) },
  { name: 'forbidden words', run: () => wordProblems(readable()) },
  { name: 'lockfile without hosts', run: () => lockfileProblems(read(repository, 'package-lock.json')) },
]

/** Everything that can be said about the code without running it; gives the names of the steps that failed. */
export async function check(): Promise<string[]> {
  const built = await runSteps([buildLaw])
  const workspaces = ['shared-rules', 'bff', 'miniapp', 'test'].filter((workspace) =>
    exists(`${workspace}/tsconfig.json`),
  )
  // The slowest first: two cores, two at once.
  const failed = await runSteps([lint, ...workspaces.map(types), format, imports, ...ownChecks], { atOnce: 2 })
  return [...built, ...failed]
}

if (require.main === module) {
  void check().then((failed) => {
    process.stdout.write(failed.length === 0 ? 'check: all holds\n' : `check: failed: ${failed.join(', ')}\n`)
    process.exitCode = failed.length === 0 ? 0 : 1
  })
}
