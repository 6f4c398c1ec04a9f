import { build, type Plugin } from 'esbuild'
import path from 'node:path'
import { filesOf, read, repository } from '../architecture/source-files'

const inRepository = (file: string) => path.join(repository, file)

/** An independent writing of the notice for two rule engines, held against the law on random people. */
const yardsticks = 'test/bench/bench.spec.ts'

/**
 * The specs that judge the law. Not those of the wizard, which hold the law against itself; nor those that start processes or
 * read files. Quick ones that notice most come first.
 */
export function lawSpecs(): string[] {
  const specs = filesOf(repository, 'shared-rules/src')
    .filter((file) => file.endsWith('.spec.ts') && !file.startsWith('shared-rules/src/wizard/'))
    .filter((file) => !/from 'node:|__dirname|jest\./.test(read(repository, file).text))
  const ofPolicies = (file: string) => (file.startsWith('shared-rules/src/policies/') ? 0 : 1)
  return [...specs.sort((a, b) => ofPolicies(a) - ofPolicies(b)), yardsticks]
}

const replacing = (file: string, text: string): Plugin => ({
  name: 'mutant',
  setup(setup) {
    setup.onLoad({ filter: /\.ts$/ }, ({ path: loaded }) =>
      loaded === inRepository(file) ? { contents: text, loader: 'ts' } : undefined,
    )
  },
})

/** The specs and all they test as one script, with one file replaced. Undefined where that does not even compile. */
export async function bundleSpecs(specs: readonly string[], file = '', text = ''): Promise<string | undefined> {
  const result = await build({
    stdin: { contents: specs.map((spec) => `import './${spec}'`).join('\n'), resolveDir: repository },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    packages: 'external',
    alias: { '@app/shared-rules': inRepository('shared-rules/src/index.ts') },
    plugins: [replacing(file, text)],
    logLevel: 'silent',
  }).catch(() => undefined)
  return result?.outputFiles[0]?.text
}
