import { buildSteps } from '../support/builds'
import { runSteps } from '../support/steps'
import { prove } from './payments/prove'

/** The same with 1,000 is `npm run proof -- payments`. */
const size = 40
const minutes = 60_000

const server = process.env['TEST_MARIADB_URL']
const onMariadb = server ? test : test.skip

describe('payments through kills and every fault of WeChat Pay', () => {
  beforeAll(async () => {
    expect(await runSteps(buildSteps('shared-rules', 'bff'), { report: process.stderr })).toEqual([])
  }, 3 * minutes)

  onMariadb(
    'none is lost, none doubled, none paid twice without a refund: its ledger, our books and the office agree on every one',
    async () => {
      const { hostname: host, port, username: user, password } = new URL(server ?? '')
      const seed = Math.floor(Math.random() * 1_000_000)
      const lines: string[] = []
      const say = (line: string): void => void lines.push(line)
      const { disagreements, summary } = await prove({
        size,
        seed,
        say,
        server: { host, port: Number(port), user, password },
      })
      // The seed stands beside what failed.
      if (disagreements.length > 0) throw new Error([`seed ${seed}`, ...disagreements, ...summary, ...lines].join('\n'))
    },
    6 * minutes,
  )
})
