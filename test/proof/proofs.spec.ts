import { buildSteps } from '../support/builds'
import { databaseKinds } from '../support/databases'
import { runSteps } from '../support/steps'
import { prove as proveNotices } from './notices/prove'
import { prove as provePayments } from './payments/prove'
import { Random } from './payments/random'

const minutes = 60_000

/** The same in full size is `npm run proof -- NAME`. */
const proofs = [
  {
    what: 'payments through kills and every fault: none is lost, none doubled, none paid twice without a refund',
    size: 40,
    prove: provePayments,
  },
  {
    what: 'notices through kills: every inbox complete without a double, on each way at most one message arrives',
    size: 300,
    prove: proveNotices,
  },
]

test('the same seed and payer draw the same, another one something else', () => {
  const draws = (seed: number, payer: number) => {
    const random = new Random(seed, payer)
    return Array.from({ length: 20 }, () => random.between(1, 1_000))
  }
  expect(draws(7, 3)).toEqual(draws(7, 3))
  expect(draws(7, 3)).not.toEqual(draws(7, 4))
  expect(draws(7, 3)).not.toEqual(draws(8, 3))
})

/** Several processes need a database server. */
if (databaseKinds.includes('mariadb')) {
  describe('the proof of', () => {
    beforeAll(async () => {
      expect(await runSteps(buildSteps('shared-rules', 'bff'), { report: process.stderr })).toEqual([])
    }, 3 * minutes)

    test.each(proofs)(
      '$what',
      async ({ size, prove }) => {
        const { hostname: host, port, username: user, password } = new URL(process.env['TEST_MARIADB_URL'] ?? '')
        const server = { host, port: Number(port), user, password }
        const seed = Math.floor(Math.random() * 1_000_000)
        const lines: string[] = []
        const say = (line: string) => void lines.push(line)
        const proof = await prove({ size, seed, server, say }).catch((error: unknown) => {
          throw new Error([`seed ${seed}`, ...lines].join('\n'), { cause: error })
        })
        // The seed stands beside what failed.
        if (proof.disagreements.length > 0)
          throw new Error([`seed ${seed}`, ...proof.disagreements, ...proof.summary, ...lines].join('\n'))
      },
      6 * minutes,
    )
  })
}
