import { buildSteps } from '../support/builds'
import { databaseKinds } from '../support/databases'
import { runSteps } from '../support/steps'
import { prove } from './payments/prove'
import { Random } from './payments/random'

/** The same with 1,000 is `npm run proof -- payments`. */
const size = 40
const minutes = 60_000

test('the same seed and payer draw the same, another one something else', () => {
  const draws = (seed: number, payer: number) => {
    const random = new Random(seed, payer)
    return Array.from({ length: 20 }, () => random.between(1, 1_000))
  }
  expect(draws(7, 3)).toEqual(draws(7, 3))
  expect(draws(7, 3)).not.toEqual(draws(7, 4))
  expect(draws(7, 3)).not.toEqual(draws(8, 3))
})

/** Two web processes and two workers need a database server. */
if (databaseKinds.includes('mariadb')) {
  describe('payments through kills and every fault of WeChat Pay', () => {
    beforeAll(async () => {
      expect(await runSteps(buildSteps('shared-rules', 'bff'), { report: process.stderr })).toEqual([])
    }, 3 * minutes)

    test(
      'none is lost, none doubled, none paid twice without a refund: its ledger, our books and the office agree on every one',
      async () => {
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
