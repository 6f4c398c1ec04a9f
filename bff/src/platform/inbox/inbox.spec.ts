import { databaseKinds, openDatabase, type OpenDatabase } from '../database/open-database.fixture'
import { ManualClock } from '../time/clock'
import { Inbox } from './inbox'

describe.each(databaseKinds)('the inbox on %s', (kind) => {
  let db: OpenDatabase
  let inbox: Inbox
  beforeAll(async () => {
    db = await openDatabase(kind)
    inbox = new Inbox(db.transactions, new ManualClock('2023-03-20T01:00:00Z'))
  })
  afterAll(() => db.close())

  test('a message is kept byte for byte, and of twenty at once one is new', async () => {
    const body = Buffer.from('{"seq": 1.0, "text":"\\u4e2d文"}\n')
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => inbox.store({ source: 'office', messageId: '1', body })),
    )
    expect(outcomes.filter((outcome) => outcome === 'new')).toHaveLength(1)
    const [row] = await inbox.open('office')
    expect(row?.body.equals(body)).toBe(true)
  })

  test('the same id from another source is another message', async () => {
    expect(await inbox.store({ source: 'pay', messageId: '1', body: Buffer.from('x') })).toBe('new')
  })

  test('a message is processed once, whoever comes first', async () => {
    await inbox.store({ source: 'once', messageId: 'a', body: Buffer.from('x') })
    const [row] = await inbox.open('once')
    const settle = () => db.transactions.run((m) => inbox.settle(m, row?.seq ?? 0))
    expect((await Promise.all([settle(), settle(), settle()])).filter(Boolean)).toHaveLength(1)
    expect(await inbox.open('once')).toEqual([])
  })

  test('a body that no column would hold is refused, one that just fits is kept', async () => {
    await expect(inbox.store({ source: 'big', messageId: '1', body: Buffer.alloc(65_536, 'a') })).rejects.toMatchObject(
      { code: 'body-too-large' },
    )
    expect(await inbox.store({ source: 'big', messageId: '2', body: Buffer.alloc(65_535, 'a') })).toBe('new')
  })
})
