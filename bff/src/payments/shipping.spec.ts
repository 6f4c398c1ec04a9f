import { openidOf, personOf } from '../../../test/sandbox/people'
import { databaseKinds, World, type RunningApp } from '../app.fixture'
import { Transactions } from '../platform/database/transaction'
import { OutboxRow } from '../platform/outbox/outbox-row'
import { Shipping } from './shipping'

describe.each(databaseKinds)('what WeChat is told about shipping, on %s', (kind) => {
  let world: World
  let app: RunningApp
  let accountId: string
  let payments = 0
  const control = () => world.wechat.control

  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start({ WECHAT_PAY_SHIPPING: 'virtual' })
    accountId = (await app.signIn('li')).accountId
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })
  beforeEach(() => {
    Object.assign(control().switches, { busy: 0, unknownPayments: 0, unshippable: false })
    control().resetCounts()
  })

  /** Of a new payment each time: answers its transaction. */
  async function paid(description = '三级考务费'): Promise<string> {
    payments += 1
    const transactionId = `42000000000000000000000000${String(payments).padStart(2, '0')}`
    const payment = { transactionId, outTradeNo: `T${payments}`, accountId, description, paidAt }
    await app.app.get(Transactions).run((manager) => app.app.get(Shipping).enqueue(manager, payment))
    return transactionId
  }
  const paidAt = new Date('2023-04-03T02:05:09.000Z')
  const told = (transactionId: string) =>
    control()
      .shipments()
      .filter((one) => one.transactionId === transactionId)
  const messageOf = (transactionId: string) =>
    app.app
      .get(Transactions)
      .read((manager) => manager.findOneByOrFail(OutboxRow, { aggregate: `wechat.shipping:${transactionId}` }))
  async function minutesPass(count: number, each = 1): Promise<void> {
    for (let turn = 0; turn < count; turn += 1) {
      world.clock.advance(each * 60_000)
      await app.work()
    }
  }

  test('[danger 30] a fee that was paid is reported as not sent by post, once its payment can be in the books', async () => {
    const transactionId = await paid()
    await app.work()
    expect(told(transactionId)).toEqual([])
    await minutesPass(1)
    const openid = openidOf(personOf('li'), 'wx0000000000000001')
    expect(told(transactionId)).toEqual([
      { transactionId, openid, description: '三级考务费', uploadTime: '2023-04-03T10:05:09+08:00' },
    ])
    await minutesPass(10)
    expect(control().counts()['upload_shipping_info']).toBe(1)
  })

  test('[danger 30] a report whose answer was lost is the same to the byte when it comes again, so it counts once', async () => {
    const transactionId = await paid()
    await minutesPass(1)
    const { id } = await messageOf(transactionId)
    await app.app.get(Transactions).run((manager) => manager.update(OutboxRow, { id }, { state: 'waiting' }))
    await minutesPass(1)
    expect(told(transactionId)).toHaveLength(1)
    expect(await messageOf(transactionId)).toMatchObject({ state: 'done', lastError: null })
  })

  test.each([
    ['is busy', { busy: 3 }],
    ['does not have the payment in its books yet', { unknownPayments: 3 }],
  ])('while WeChat %s, it is told later', async (_, trouble) => {
    Object.assign(control().switches, trouble)
    const transactionId = await paid()
    await minutesPass(1)
    expect(told(transactionId)).toEqual([])
    await minutesPass(10)
    expect(told(transactionId)).toHaveLength(1)
  })

  test('a token that somebody replaced is looked up anew', async () => {
    control().replaceTokens()
    const transactionId = await paid()
    await minutesPass(1)
    expect(told(transactionId)).toHaveLength(1)
  })

  test('[danger 30] what WeChat refuses for good is kept for staff and holds up no other payment', async () => {
    control().switches.unshippable = true
    const refused = await paid()
    await minutesPass(1)
    expect(await messageOf(refused)).toMatchObject({ state: 'dead', lastError: 'unexpected 10060004' })
    control().switches.unshippable = false
    const next = await paid()
    await minutesPass(1)
    expect(told(next)).toHaveLength(1)
  })

  test('a payment that stays unknown for hours is kept for staff', async () => {
    control().switches.unknownPayments = 1_000
    const transactionId = await paid()
    await minutesPass(40, 7)
    expect(await messageOf(transactionId)).toMatchObject({ state: 'dead', lastError: 'busy 10060001' })
  })

  test('a description that is longer than WeChat takes is cut', async () => {
    const transactionId = await paid('费'.repeat(127))
    await minutesPass(1)
    expect(told(transactionId)).toMatchObject([{ description: '费'.repeat(120) }])
  })
})

test('where the console does not demand it, nothing is told', async () => {
  const world = await World.open('sqlite')
  const app = await world.start()
  const payment = { transactionId: '42', outTradeNo: 'T', accountId: 'a', description: 'd', paidAt: new Date(0) }
  const transactions = app.app.get(Transactions)
  await transactions.run((manager) => app.app.get(Shipping).enqueue(manager, payment))
  expect(await transactions.read((manager) => manager.countBy(OutboxRow, { topic: 'wechat.shipping' }))).toBe(0)
  await app.close()
  await world.close()
})
