import { randomUUID } from 'node:crypto'
import type { PaymentStatus, PayStart } from '@app/contract'
import { type Answer, type RunningApp, World } from '../../bff/src/app.fixture'
import { OfficeDoor } from '../../bff/src/applications/office-door'
import { emptyRow } from '../../bff/src/applications/drafts/create-draft'
import { ApplicationRow } from '../../bff/src/applications/rows/application-row'
import { HistoryRow } from '../../bff/src/applications/rows/history-row'
import { PaymentDeadlines } from '../../bff/src/payments/deadlines'
import { Queries } from '../../bff/src/payments/queries'
import { RefundTurns } from '../../bff/src/payments/refunds/refund-turns'
import { ChannelOrderRow } from '../../bff/src/payments/rows/channel-order-row'
import { RefundRow } from '../../bff/src/payments/rows/refund-row'
import { Transactions } from '../../bff/src/platform/database/transaction'
import { personOf } from '../sandbox/people'
import { type DatabaseKind } from '../support/databases'
import { type LedgerOrder } from '../sandbox/wechat-pay/ledger/types'
import { goTo, ok, Phone } from './applicant.fixture'

export const fee = 12_000
export const deadline = '2023-04-10'

/** A BFF with its neighbours, the office's fee and deadline set, and a person who has applications that wait for the fee. */
export class Cashier {
  private seq = 1000

  private constructor(
    readonly world: World,
    readonly app: RunningApp,
    readonly person: Phone,
    private readonly accountId: string,
  ) {}

  static async open(kind: DatabaseKind): Promise<Cashier> {
    const world = await World.open(kind)
    const app = await world.start()
    world.office.control.setBffUrl(app.url)
    world.office.control.changeReference({ fees: [{ grade: 3, cents: fee }], paymentDeadline: deadline })
    goTo(world, '2023-04-03T09:00:00')
    await app.work()
    const person = await Phone.of(app, 'li')
    const { accountId } = await app.signIn('li')
    return new Cashier(world, app, person, accountId)
  }

  get pay(): World['pay']['control'] {
    return this.world.pay.control
  }

  /** As the office has accepted it; the way to there has tests of its own. */
  async accepted(changes: Partial<ApplicationRow> = {}): Promise<string> {
    const now = new Date(this.world.clock.now())
    const draft = emptyRow(this.accountId, { campaign: 'jiaozuo-2023', consentVersion: '2023-1' }, now)
    const row: Partial<ApplicationRow> = {
      ...draft,
      ...{
        state: 'awaiting-payment',
        grade: 3,
        unitCode: personOf('li').unit,
        recordNo: `T-${randomUUID().slice(0, 8)}`,
      },
      ...{ submittedAt: now, version: 5, ...changes },
    }
    await this.transactions.run((manager) => manager.insert(ApplicationRow, { ...draft, ...row }))
    return draft.id
  }

  async status(id: string): Promise<PaymentStatus> {
    return ok<PaymentStatus>(await this.person.get(`/applications/${id}/payment`))
  }

  start(id: string, by: Phone = this.person): Promise<Answer> {
    return by.call('POST', `/applications/${id}/payment`)
  }

  async started(id: string, by: Phone = this.person): Promise<PayStart & { order: LedgerOrder }> {
    const start = ok<PayStart>(await this.start(id, by))
    const prepayId = start.request?.package.replace('prepay_id=', '') ?? ''
    const order = this.pay.orders().find(({ prepayIds }) => prepayIds.includes(prepayId))
    if (!order) throw new Error('WeChat Pay has no order of this prepay id')
    return { ...start, order }
  }

  async check(id: string): Promise<PaymentStatus> {
    return ok<PaymentStatus>(await this.person.call('POST', `/applications/${id}/payment/check`))
  }

  /** The office sets something anew, and we have heard of it. */
  async sets(changes: Parameters<World['office']['control']['changeReference']>[0]): Promise<void> {
    this.world.office.control.changeReference(changes)
    this.world.clock.advance(60_000)
    await this.app.work()
  }

  /** The payer pays, and what WeChat tells has arrived. */
  async paid(outTradeNo: string, changes: Parameters<World['pay']['control']['pay']>[1] = undefined): Promise<void> {
    await this.pay.pay(outTradeNo, changes)
    await this.pay.notificationsSettled()
  }

  /** The office decides, as it comes over its feed. */
  async decided(id: string, type: string, data: Record<string, unknown>): Promise<void> {
    this.seq += 1
    const seq = this.seq
    const { recordNo } = ok(await this.person.get(`/applications/${id}`))
    const at = new Date(this.world.clock.now()).toISOString()
    const change = { seq, recordNo: recordNo ?? '', revision: seq, type, at, reasons: [], data }
    await this.transactions.run((manager) => this.app.app.get(OfficeDoor).report(manager, change))
  }

  /** Time passes; what is due is asked and done. */
  async pass(seconds: number): Promise<void> {
    this.world.clock.advance(seconds * 1000)
    await this.turn()
  }

  async turn(app: RunningApp = this.app): Promise<void> {
    await app.app.get(PaymentDeadlines).run()
    for (;;) {
      const asked = await app.app.get(Queries).turn()
      const refunded = await app.app.get(RefundTurns).turn()
      if (!asked && !refunded) return
    }
  }

  channels(applicationId: string): Promise<ChannelOrderRow[]> {
    return this.transactions.read((manager) =>
      manager.find(ChannelOrderRow, { where: { applicationId }, order: { createdAt: 'ASC', outTradeNo: 'ASC' } }),
    )
  }

  refunds(applicationId: string): Promise<RefundRow[]> {
    return this.transactions.read((manager) => manager.findBy(RefundRow, { applicationId }))
  }

  async state(id: string): Promise<ApplicationRow['state']> {
    const row = await this.transactions.read((manager) => manager.findOneByOrFail(ApplicationRow, { id }))
    return row.state
  }

  async events(applicationId: string): Promise<string[]> {
    const rows = await this.transactions.read((manager) =>
      manager.find(HistoryRow, { where: { applicationId }, order: { seq: 'ASC' } }),
    )
    return rows.map(({ event }) => event)
  }

  get transactions(): Transactions {
    return this.app.app.get(Transactions)
  }

  async close(): Promise<void> {
    await this.app.close()
    await this.world.close()
  }
}
