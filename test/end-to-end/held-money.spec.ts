import { ChannelOrderRow } from '../../bff/src/payments/rows/channel-order-row'
import { databaseKinds } from '../../bff/src/app.fixture'
import { officeCommand } from '../../bff/src/office-command'
import { goTo } from './applicant.fixture'
import { Cashier, fee } from './payer.fixture'

describe.each(databaseKinds)('money that is held for staff, on %s', (kind) => {
  let cashier: Cashier
  beforeEach(async () => {
    cashier = await Cashier.open(kind)
  })
  afterEach(() => cashier.close())

  async function held(): Promise<{ id: string; outTradeNo: string }> {
    const id = await cashier.accepted()
    const { order } = await cashier.started(id)
    await cashier.paid(order.outTradeNo, { cents: fee - 1 })
    return { id, outTradeNo: order.outTradeNo }
  }

  test('nobody is said to have given up while staff look into his money', async () => {
    const { id } = await held()
    goTo(cashier.world, '2023-04-11T00:00:01')
    await cashier.turn()
    expect(await cashier.state(id)).toBe('awaiting-payment')
    expect((await cashier.status(id)).state).toBe('held')
  })

  test('once it is given back the fee can be paid the right way, or is overdue', async () => {
    const [inTime, late] = [await held(), await held()]
    await officeCommand(cashier.app.app, ['payments:refund', inTime.outTradeNo, '金额不符'])
    await cashier.turn()
    // On its way is not back.
    expect((await cashier.status(inTime.id)).state).toBe('held')
    await cashier.pay.settleRefund(`T${inTime.outTradeNo}`, 'SUCCESS')
    await cashier.pay.notificationsSettled()
    expect((await cashier.status(inTime.id)).state).toBe('payable')
    const { order } = await cashier.started(inTime.id)
    await cashier.paid(order.outTradeNo)
    expect(await cashier.state(inTime.id)).toBe('confirmed')
    goTo(cashier.world, '2023-04-11T00:00:01')
    await officeCommand(cashier.app.app, ['payments:refund', late.outTradeNo, '金额不符'])
    await cashier.turn()
    await cashier.pay.settleRefund(`T${late.outTradeNo}`, 'SUCCESS')
    await cashier.pay.notificationsSettled()
    await cashier.turn()
    expect(await cashier.state(late.id)).toBe('abandoned')
  })

  test('once staff have settled it outside the person is asked for the fee again', async () => {
    const { id, outTradeNo } = await held()
    await officeCommand(cashier.app.app, ['payments:resolve', outTradeNo, '已线下退还'])
    expect((await cashier.status(id)).state).toBe('payable')
  })

  test('another payment of the same application goes back as surplus: the first one is held still', async () => {
    const id = await cashier.accepted()
    const first = await cashier.started(id)
    // As after a restored copy of the database.
    await cashier.transactions.run((manager) =>
      manager.update(
        ChannelOrderRow,
        { outTradeNo: first.order.outTradeNo },
        { state: 'closed', openKey: null, nextQueryAt: null },
      ),
    )
    const second = await cashier.started(id)
    await cashier.paid(first.order.outTradeNo, { cents: fee - 1 })
    await cashier.paid(second.order.outTradeNo)
    await cashier.turn()
    await cashier.pay.settleRefund(`S${second.order.outTradeNo}`, 'SUCCESS')
    await cashier.pay.notificationsSettled()
    expect(await cashier.status(id)).toMatchObject({
      state: 'held',
      refunds: [{ cause: 'surplus', state: 'refunded' }],
    })
  })
})
