import { build } from 'esbuild'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { repository } from '../architecture/source-files'
import { filesOf, packageSizes } from '../weapp-host/gates/packages'
import { atMost, type Figure } from './figure'

const weapp = path.join(repository, 'miniapp/dist/weapp')
const kilobytes = (bytes: number) => bytes / 1024

/** The law as a phone loads it: one script, minified, compressed. */
async function lawBytes(): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [path.join(repository, 'shared-rules/src/index.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2017',
    charset: 'utf8',
  })
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length
}

/** Words that stand in the law and nowhere else. */
const markOfTheLaw = '所列67个工种全部开展一至五级工勤技能岗位等级考核'

/** Minifiers may write Chinese as escapes. */
const unescaped = (script: string) =>
  script.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

const scriptsWithTheLaw = () =>
  filesOf(weapp).filter(
    (file) => file.endsWith('.js') && unescaped(readFileSync(path.join(weapp, file), 'utf8')).includes(markOfTheLaw),
  )

export async function measure(): Promise<Figure[]> {
  const sizes = packageSizes(weapp)
  const holders = scriptsWithTheLaw()
  return [
    atMost('size', 'main package of the mini-program', kilobytes(sizes.main), 'KB', 600),
    ...Object.entries(sizes.subpackages).map(([name, bytes]) =>
      atMost('size', `subpackage ${name}`, kilobytes(bytes), 'KB', 1024),
    ),
    atMost('size', 'whole mini-program', kilobytes(sizes.total), 'KB', 1536),
    atMost('size', 'shared-rules, minified and compressed', kilobytes(await lawBytes()), 'KB', 40),
    {
      ...atMost('size', `scripts that hold the law (${holders.join(', ')})`, holders.length, 'files', 1),
      ok: holders.length === 1,
    },
  ]
}
