import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { databaseKinds, openDatabase, type OpenDatabase } from '../../platform/database/open-database.fixture'
import { ContactDirectory } from '../../platform/http/principal'
import { Outbox } from '../../platform/outbox/outbox'
import { OutboxHandlers, type Delivery } from '../../platform/outbox/outbox-handlers'
import { FieldCipher } from '../../platform/privacy/field-cipher'
import { Settings } from '../../platform/settings/settings'
import { ManualClock } from '../../platform/time/clock'
import { Contents } from '../contents'
import { DeliveryRow } from '../rows/delivery-row'
import { NoticeRow } from '../rows/notice-row'
import type { Sent, Way } from '../ways/way'
import { Ways } from '../ways/ways'
import { Courier } from './courier'
import { Deliveries, deliveryTopic } from './deliveries'

const placeKey = 'department-contact:bureau'

class OneContact extends ContactDirectory {
  contactsOf = async () => []
  contactsAt = async () => [{ phoneDigest: 'phone' }]
}

/** Open to everybody; what is sent is answered as the test wants it. */
class TestWay implements Way {
  readonly name = 'wechat'
  readonly patienceSeconds = 24 * 3600
  readonly sizes: number[] = []
  answer: Promise<Sent> = Promise.resolve({ kind: 'sent' })

  reserve = async () => true
  giveBack = async () => undefined
  send: Way['send'] = ({ contents }) => {
    this.sizes.push(contents.length)
    return this.answer
  }
}

describe.each(databaseKinds)('carrying notices out on %s', (kind) => {
  let db: OpenDatabase
  let clock: ManualClock
  let way: TestWay
  let contents: Contents
  let deliveries: Deliveries
  let handlers: OutboxHandlers

  beforeEach(async () => {
    db = await openDatabase(kind)
    clock = new ManualClock('2023-03-21T00:00:00Z')
    way = new TestWay()
    handlers = new OutboxHandlers()
    const settings = Object.assign(new Settings(), { fieldKeys: [{ id: 'k1', key: Buffer.alloc(32, 'k') }] })
    contents = new Contents(new FieldCipher(settings))
    deliveries = new Deliveries(new Outbox(clock), clock)
    const ways = new Ways()
    ways.register(way)
    new Courier(db.transactions, deliveries, contents, new OneContact(), ways, handlers, clock).onModuleInit()
  })
  afterEach(() => db.close())

  async function begin(name: string, daily: boolean, times = 1): Promise<string[]> {
    await db.transactions.run(async (manager) => {
      for (let at = 0; at < times; at += 1) {
        const id = randomUUID()
        const content = contents.seal(id, {
          ...{ title: 't', happened: 'h', place: { page: 'unit-desk/list', query: {} } },
          wechat: { template: 'todo', what: 'w', whom: 'w', when: '2023-03-21T00:00:00Z', hint: 'h' },
        })
        const row = { id, key: id, name, accountId: null, placeKey, applicationId: null, content }
        await manager.insert(NoticeRow, { ...row, createdAt: clock.now() })
        const recipient = { kind: 'contact' as const, phoneDigest: 'phone', placeKey }
        await deliveries.begin(manager, { noticeId: id, recipient, daily, dueAt: clock.now() })
      }
    })
    return (await all()).map(({ id }) => id)
  }
  const all = () => db.transactions.read((manager) => manager.find(DeliveryRow))

  async function carry(id: string): Promise<Delivery> {
    const message = { id, topic: deliveryTopic, aggregate: `notice:${id}`, payload: { deliveryId: id }, attempt: 1 }
    const delivery = await handlers.handlerOf(deliveryTopic)?.(message)
    if (!delivery) throw new Error('nobody delivers')
    if (delivery.kind !== 'retry') await db.transactions.run(async (manager) => delivery.apply?.(manager))
    return delivery
  }

  test('however many notices wait for one list, each goes out, also when the way was closed for a while', async () => {
    const ids = await begin('unit-to-review', true, 450)
    let release: (sent: Sent) => void = () => undefined
    way.answer = new Promise((resolve) => (release = resolve))
    const tried = ids.map((id) => carry(id))
    // Whatever another one carries is done by now; who carries still waits for the answer.
    while ((await all()).some(({ state }) => state !== 'sending')) await pause(50)
    await pause(500)
    release({ kind: 'passing', reason: 'away' })
    const kinds = await Promise.all(tried)
    way.answer = Promise.resolve({ kind: 'sent' })
    for (const [at, id] of ids.entries()) if (kinds[at]?.kind === 'retry') await carry(id)
    expect((await all()).filter(({ state }) => state !== 'sent')).toHaveLength(0)
  })

  test.each([
    ['a reminder', 'reminder-review', false],
    ['a morning list', 'unit-to-review', true],
  ])('%s that could not go in the evening waits for the morning', async (_what, name, daily) => {
    clock.advance(46_440_000)
    const [id = ''] = await begin(name, daily)
    way.answer = Promise.resolve({ kind: 'passing', reason: 'away' })
    await carry(id)
    expect(way.sizes).toHaveLength(1)
    way.answer = Promise.resolve({ kind: 'sent' })
    // 21:54 in Beijing
    clock.advance(3_600_000)
    expect(await carry(id)).toMatchObject({ kind: 'retry', afterSeconds: 36_360 })
    expect(way.sizes).toHaveLength(1)
    clock.advance(36_360_000)
    expect(await carry(id)).toMatchObject({ kind: 'done' })
    expect((await all()).map(({ state }) => state)).toEqual(['sent'])
  })

  test('a return that could not go in the evening goes by night', async () => {
    clock.advance(14 * 3_600_000)
    const [id = ''] = await begin('returned-by-office', false)
    expect(await carry(id)).toMatchObject({ kind: 'done' })
    expect((await all()).map(({ state }) => state)).toEqual(['sent'])
  })

  test('one that cannot be read any more holds up no list: it is given up, the others go', async () => {
    const ids = await begin('unit-to-review', true, 3)
    const [broken] = await all()
    await db.transactions.run((manager) =>
      manager.update(NoticeRow, { id: broken?.noticeId ?? '' }, { content: 'A256GCM.gone.AAAA' }),
    )
    expect(await carry(ids[1] ?? '')).toMatchObject({ kind: 'done' })
    expect(way.sizes).toEqual([2])
    const ended = (await all()).map(({ way: on, state }) => `${on} ${state}`).sort()
    expect(ended).toEqual(['email waiting', 'wechat dead', 'wechat sent', 'wechat sent'])
  })
})
