import { buildSteps, type BuildName } from '../support/builds'
import { runSteps } from '../support/steps'
import { type Figure, jsonLine, table } from './figure'

interface Bench {
  /** What must be built before it can be loaded. */
  builds: readonly BuildName[]
  load(): Promise<{ measure(options: readonly string[]): Promise<Figure[]> }>
}

const benches: Readonly<Record<string, Bench>> = {
  rules: { builds: ['shared-rules'], load: () => import('./rules') },
  /** With `--tune`: what the tuning half says about each threshold. */
  legibility: { builds: [], load: () => import('./legibility') },
  size: { builds: ['weapp'], load: () => import('./size') },
  upload: { builds: ['shared-rules', 'bff'], load: () => import('./upload') },
  pay: { builds: ['shared-rules', 'bff'], load: () => import('./pay') },
  /** With `--size N`: for a look. */
  outbox: { builds: ['shared-rules', 'bff'], load: () => import('./outbox') },
}

async function main(): Promise<number> {
  const [name = '', ...options] = process.argv.slice(2)
  const bench = benches[name]
  if (!bench) {
    process.stderr.write(`npm run bench -- NAME [--json]; NAME is one of: ${Object.keys(benches).join(', ')}\n`)
    return 2
  }
  const json = options.includes('--json')
  const failed = await runSteps(buildSteps(...bench.builds), { report: process.stderr })
  if (failed.length > 0) return 1
  const figures = await (await bench.load()).measure(options)
  process.stdout.write(`${json ? figures.map(jsonLine).join('\n') : table(figures)}\n`)
  return figures.every((figure) => figure.ok) ? 0 : 1
}

void main().then((code) => {
  process.exitCode = code
})
