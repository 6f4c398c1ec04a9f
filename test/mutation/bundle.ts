import { build, type Plugin } from 'esbuild'
import path from 'node:path'
import { filesOf, read, repository } from '../architecture/source-files'

const inRepository = (file: string) => path.join(repository, file)

/** The specs that judge the law alone: no child processes, no files. Cases first, they are quick and notice most. */
export function lawSpecs(): string[] {
  const specs = filesOf(repository, 'shared-rules/src')
    .filter((file) => file.endsWith('.spec.ts'))
    .filter((file) => !/from 'node:|__dirname|jest\./.test(read(repository, file).text))
  const rank = (file: string) =>
    file.includes('cases') ? 0 : file.includes('property') || file.includes('properties') ? 2 : 1
  return specs.sort((a, b) => rank(a) - rank(b))
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
