import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { filesOf, isSpec, repository } from '../architecture/source-files'
import { command, type Step } from './steps'

interface Build {
  name: 'shared-rules' | 'bff' | 'h5' | 'weapp'
  workspace: string
  script: string
  /** Removed before a build, so that nothing of yesterday is left. */
  folder: string
  /** A file that every build writes anew. */
  output: string
  /** Files and folders that decide what comes out. */
  sources: readonly string[]
}

const law = ['shared-rules/src', 'shared-rules/tsconfig.build.json', 'tsconfig.json', 'package-lock.json']
const page = [
  'miniapp/src',
  'miniapp/config',
  'miniapp/babel.config.js',
  'miniapp/package.json',
  'miniapp/project.config.json',
]

const builds: readonly Build[] = [
  {
    name: 'shared-rules',
    workspace: 'shared-rules',
    script: 'build',
    folder: 'shared-rules/dist',
    output: 'shared-rules/dist/index.js',
    sources: law,
  },
  {
    name: 'bff',
    workspace: 'bff',
    script: 'build',
    folder: 'bff/dist',
    output: 'bff/dist/main.js',
    sources: ['bff/src', 'bff/tsconfig.json', 'bff/tsconfig.build.json', ...law],
  },
  {
    name: 'h5',
    workspace: 'miniapp',
    script: 'build:h5',
    folder: 'miniapp/dist/h5',
    output: 'miniapp/dist/h5/index.html',
    sources: [...page, ...law],
  },
  {
    name: 'weapp',
    workspace: 'miniapp',
    script: 'build:weapp',
    folder: 'miniapp/dist/weapp',
    output: 'miniapp/dist/weapp/app.json',
    sources: [...page, ...law],
  },
]

export type BuildName = Build['name']

const inRepository = (file: string) => path.join(repository, file)

function filesUnder(source: string): string[] {
  if (!existsSync(inRepository(source))) return []
  return statSync(inRepository(source)).isDirectory()
    ? filesOf(repository, source).filter((file) => !isSpec(file))
    : [source]
}

/** Content, not times: a fresh checkout has new times and old content. The address is part of the mini-program's build. */
function fingerprint(build: Build): string {
  const hash = createHash('sha256').update(process.env['TARO_APP_BFF_URL'] ?? '')
  for (const file of build.sources.flatMap(filesUnder)) hash.update(file).update(readFileSync(inRepository(file)))
  return hash.digest('hex')
}

/** What was built, and when its output was written: someone else's build changes the latter. */
const stamp = (build: Build, sources: string) => `${sources} ${statSync(inRepository(build.output)).mtimeMs}`
const stampFile = (build: Build) => inRepository(`.local/builds/${build.name}`)

const isFresh = (build: Build, sources: string) =>
  existsSync(inRepository(build.output)) &&
  existsSync(stampFile(build)) &&
  readFileSync(stampFile(build), 'utf8') === stamp(build, sources)

async function bring(build: Build): Promise<string[]> {
  const sources = fingerprint(build)
  if (isFresh(build, sources)) return []
  rmSync(inRepository(build.folder), { recursive: true, force: true })
  const problems = await command('npm', 'run', build.script, '--workspace', build.workspace)
  if (problems.length > 0) return problems
  mkdirSync(path.dirname(stampFile(build)), { recursive: true })
  writeFileSync(stampFile(build), stamp(build, sources))
  return []
}

/** One step per build, in the order they need each other; a build whose sources have not changed is left alone. */
export const buildSteps = (...names: readonly BuildName[]): Step[] =>
  builds
    .filter((build) => names.includes(build.name) && existsSync(inRepository(build.sources[0] ?? '')))
    .map((build) => ({ name: `build of ${build.name}`, run: () => bring(build) }))
