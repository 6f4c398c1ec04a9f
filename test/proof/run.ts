import { buildSteps } from '../support/builds'
import { hasMariadb, startMariadb } from '../support/mariadb'
import { runSteps } from '../support/steps'
import { prove as proveNotices } from './notices/prove'
import { prove as provePayments, type Outcome, type Settings } from './payments/prove'

interface Proof {
  fullSize: number
  prove(settings: Settings): Promise<Outcome>
}

const proofs: Readonly<Record<string, Proof>> = {
  payments: { fullSize: 1_000, prove: provePayments },
  notices: { fullSize: 10_000, prove: proveNotices },
}
const usage = `npm run proof -- NAME [--size N] [--seed S]; NAME is one of: ${Object.keys(proofs).join(', ')}\n`

async function main(): Promise<number> {
  const [name = '', ...options] = process.argv.slice(2)
  const proof = proofs[name]
  const size = numberOf(options, '--size') ?? proof?.fullSize ?? 0
  const seed = numberOf(options, '--seed') ?? Math.floor(Math.random() * 1_000_000)
  if (!proof || !(size >= 1) || !Number.isSafeInteger(seed)) return complain(usage)
  if (!hasMariadb()) return complain('The proof needs mariadbd (Debian: apt-get install mariadb-server).\n')
  if ((await runSteps(buildSteps('shared-rules', 'bff'))).length > 0) return 1
  say(`proof of ${name}: size ${size}, seed ${seed}`)
  const server = await startMariadb()
  try {
    const { disagreements, summary } = await proof.prove({ size, seed, server, say })
    for (const line of summary) say(line)
    for (const line of disagreements) say(`DISAGREES: ${line}`)
    say(`${name}, size ${size}, seed ${seed}: ${disagreements.length} disagreements`)
    return disagreements.length === 0 ? 0 : 1
  } finally {
    await server.stop()
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function complain(words: string): number {
  process.stderr.write(words)
  return 2
}

/** NaN where it is no whole number. */
function numberOf(options: readonly string[], name: string): number | undefined {
  const at = options.indexOf(name)
  if (at < 0) return undefined
  const text = options[at + 1] ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
}

void main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = 1
  },
)
