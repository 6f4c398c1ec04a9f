import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseFacts } from './facts/parse-facts'
import { findPack, packIds } from './policies'
import type { Pack } from './policies/pack'
import { assess } from './rules/assess'

const USAGE = '用法：npm run -s self-check -- [--pack ID] FILE|-（FILE 是一个或一组情况的 JSON 文件，- 表示标准输入）'

/** What could not even be begun: one line on standard error, exit 2. */
class Refusal extends Error {}

interface Call {
  pack: Pack
  file: string
}

function parseArguments(args: readonly string[]): Call {
  const named = args.indexOf('--pack')
  const id = named < 0 ? packIds[0] : args[named + 1]
  const files = args.filter((_, i) => named < 0 || (i !== named && i !== named + 1))
  const [file] = files
  if (id === undefined || file === undefined || files.length > 1) throw new Refusal(USAGE)
  const pack = findPack(id)
  if (pack === undefined) throw new Refusal(`没有政策包 ${id}，现有：${packIds.join('、')}`)
  return { pack, file }
}

/** A relative file lies in the caller's directory; npm tells it by INIT_CWD. */
function readInput(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file === '-' ? 0 : resolve(process.env.INIT_CWD ?? process.cwd(), file), 'utf8')
  } catch {
    throw new Refusal(`读不到文件 ${file}，请核对路径`)
  }
  try {
    // Windows editors put a byte order mark before the text.
    const input: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return input
  } catch {
    throw new Refusal(`${file === '-' ? '标准输入' : file} 不是 JSON，请核对内容`)
  }
}

/** Prints an assessment or an array of them, in the order of the input; 1 where some facts were refused. */
function run(args: readonly string[]): number {
  const { pack, file } = parseArguments(args)
  const input = readInput(file)
  let refused = false
  const answer = (facts: unknown) => {
    const parsed = parseFacts(facts, pack)
    if (parsed.ok) return assess(pack, parsed.facts)
    refused = true
    return { errors: parsed.problems }
  }
  const answers = Array.isArray(input) ? input.map(answer) : answer(input)
  process.stdout.write(`${JSON.stringify(answers, null, 2)}\n`)
  return refused ? 1 : 0
}

try {
  process.exitCode = run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
