import { buildSteps } from '../support/builds'
import { databaseKinds } from '../support/databases'
import { runSteps } from '../support/steps'
import { prove } from './notices/prove'

/** Inbox rows. The same with 10,000 is `npm run proof -- notices`. */
const size = 300
const minutes = 60_000

/** Several workers need a database server. */
if (databaseKinds.includes('mariadb')) {
  describe('notices through kills of the workers that send them and of what writes them', () => {
    beforeAll(async () => {
      expect(await runSteps(buildSteps('shared-rules', 'bff'), { report: process.stderr })).toEqual([])
    }, 3 * minutes)

    test(
      'every inbox is complete and without a double, on each way at most one message arrives, and what is uncertain goes on by the next way',
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
