import type { EntityManager } from 'typeorm'
import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import type { OfficePayment, OfficeRefund } from '../../bff/src/applications/office-snapshot'
import { Places } from '../../bff/src/applications/places'
import { ApplicationRow } from '../../bff/src/applications/rows/application-row'
import { aggregateOf, Transitions } from '../../bff/src/applications/transitions'
import { StuckMessages } from '../../bff/src/office-relay/stuck-messages'
import { Transactions } from '../../bff/src/platform/database/transaction'
import { Outbox } from '../../bff/src/platform/outbox/outbox'
import { type OfficeSwitches } from '../sandbox/exam-office/faults/switches'
import { goTo, later, ok, Phone } from './applicant.fixture'

const payment: OfficePayment = {
  outTradeNo: 'SAMPLE00000000000000000000000001',
  transactionId: '4200000000000000000000000001',
  amountCents: 8010,
  paidAt: '2023-04-03T02:05:00.000Z',
}
const refund: OfficeRefund = {
  outRefundNo: 'SAMPLER0000000000000000000000001',
  outTradeNo: payment.outTradeNo,
  amountCents: 8010,
  state: 'requested',
  reason: '重复缴费',
  at: '2023-04-03T02:06:00.000Z',
}

describe.each(databaseKinds)('money that the exam office is told of, on %s', (kind) => {
  let world: World
  let app: RunningApp
  let id: string
  let recordNo: string

  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    world.office.control.setBffUrl(app.url)
    const fees = [{ grade: 3, cents: 8010 }]
    world.office.control.changeReference({ fees, paymentDeadline: '2023-04-10' })
    await app.work()
    goTo(world, '2023-03-21T09:00:00')
    const [li, zhang] = [await Phone.of(app, 'li'), await Phone.of(app, 'zhang')]
    ;({ id } = ok(await zhang.approve(await li.submitted())))
    await app.work()
    recordNo = world.office.control.records()[0]?.recordNo ?? ''
    world.office.control.accept(recordNo)
    await world.office.control.nudgesSettled()
    await app.work()
  })
  afterEach(() => world.office.control.behaveWell())
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  const run = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> => app.app.get(Transactions).run(work)
  const told = (type: string) =>
    world.office.control
      .history(recordNo)
      .filter((entry) => entry.type === type)
      .map(({ detail }) => detail)
  const tellRefund = (changes: Partial<OfficeRefund>) =>
    run((manager) =>
      app.app.get(Outbox).enqueue(manager, {
        topic: 'office.refund',
        aggregate: aggregateOf(id),
        payload: { applicationId: id, refund: { ...refund, ...changes } },
      }),
    )

  it('a payment that its answer was lost of stands in the record once, with what was paid', async () => {
    await run(async (manager) => {
      const row = await manager.findOneByOrFail(ApplicationRow, { id })
      const standing = await app.app.get(Places).standing(row)
      const happening = { event: 'payment-confirmed', actor: { kind: 'system' }, payment } as const
      return app.app.get(Transitions).take(manager, row, happening, standing)
    })
    Object.assign(world.office.control.switches, { cutAfter: 1, appliesTo: 'writes' })
    await app.work()
    expect(told('payment')).toHaveLength(1)
    await later(world, app)
    expect(told('payment')).toEqual([{ ...payment, channel: 'wechat' }])
    expect(await app.app.get(StuckMessages).list()).toEqual([])
  })

  const troubles: [string, Partial<OfficeSwitches>][] = [
    ['is away', { down: 'unreachable' }],
    ['answers 503 in HTML', { down: 'unavailable' }],
    ['keeps it and answers 500', { failAfter: 1, appliesTo: 'writes' }],
    ['keeps it and answers garbage', { garbage: 1, appliesTo: 'writes' }],
    ['keeps it under a wrong signature', { badSignature: 1, appliesTo: 'writes' }],
    ['says that it cannot take it now', { conflict: 1, appliesTo: 'writes' }],
  ]
  it.each(troubles)('a refund waits while the office %s, and is told once', async (name, trouble) => {
    const outRefundNo = `SAMPLER-${troubles.findIndex(([one]) => one === name)}`
    await tellRefund({ outRefundNo })
    Object.assign(world.office.control.switches, trouble)
    await app.work()
    world.office.control.behaveWell()
    await later(world, app)
    expect(told('refund').filter((detail) => detail['outRefundNo'] === outRefundNo)).toEqual([
      { ...refund, outRefundNo },
    ])
  })

  it('the steps of a refund arrive in the order in which they happened', async () => {
    world.office.control.switches.down = 'unreachable'
    await tellRefund({ outRefundNo: 'ORDER', state: 'requested' })
    await tellRefund({ outRefundNo: 'ORDER', state: 'refunded' })
    await app.work()
    world.office.control.behaveWell()
    await later(world, app)
    const steps = told('refund').filter((detail) => detail['outRefundNo'] === 'ORDER')
    // Newest first.
    expect(steps.map(({ state }) => state)).toEqual(['refunded', 'requested'])
  })

  it('what the contract forbids is refused for good and kept for staff; what follows waits behind it', async () => {
    const message = await tellRefund({ outRefundNo: 'REFUSED', amountCents: 0 })
    await later(world, app)
    expect(await app.app.get(StuckMessages).list()).toMatchObject([
      { id: message, topic: 'office.refund', state: 'dead', lastError: 'invalid-request' },
    ])
    await tellRefund({ outRefundNo: 'BEHIND' })
    await later(world, app)
    expect(told('refund').filter(({ outRefundNo }) => outRefundNo === 'BEHIND')).toEqual([])
  })
})
