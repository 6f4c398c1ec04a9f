import { databaseKinds } from '../../bff/src/app.fixture'
import { Loop } from '../../bff/src/platform/jobs/loop'
import { Cashier } from './payer.fixture'

describe.each(databaseKinds)('many orders that are due, on %s', (kind) => {
  let cashier: Cashier
  beforeEach(async () => {
    cashier = await Cashier.open(kind)
  })
  afterEach(() => cashier.close())

  test('a question that WeChat lets hang holds up none of the others', async () => {
    const ids = [await cashier.accepted(), await cashier.accepted()]
    cashier.pay.switches.callbacks = 'never'
    for (const id of ids) await cashier.paid((await cashier.started(id)).order.outTradeNo)
    cashier.pay.switches.faults = [{ kind: 'hang', on: ['query'], times: 1 }]
    cashier.world.clock.advance(10_000)
    cashier.app.app.get(Loop).start()
    const states = (): Promise<string[]> => Promise.all(ids.map((id) => cashier.state(id)))
    while (!(await states()).includes('confirmed')) await new Promise((resolve) => setImmediate(resolve))
    const channels = (await Promise.all(ids.map((id) => cashier.channels(id)))).flat()
    // Nobody has given up on the other one yet: its lease is still on it.
    expect(channels.filter(({ leaseUntil }) => leaseUntil !== null)).toHaveLength(1)
    expect((await states()).sort()).toEqual(['awaiting-payment', 'confirmed'])
  })
})
