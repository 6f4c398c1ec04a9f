import { alteredBody, signatureChanges } from '../faults/faults'
import { newEventId } from '../ledger/numbers'
import { type Delivery, type SettledState } from '../ledger/types'
import { type PayState } from '../pay-state'
import { signatureHeaders } from '../signing/signature-headers'
import { type Message, messageOf } from './message'

const patienceMs = 5_000
const mostChaosDelaySeconds = 30

/** Tells the merchant of payments and refunds, and again until it answers 200 or 204. */
export class Notifier {
  private readonly running = new Set<Promise<unknown>>()

  constructor(private readonly state: PayState) {}

  paid(outTradeNo: string): void {
    this.tell({ kind: 'payment', outTradeNo })
  }

  /** How a refund ended, and the callback that says so. Throws where it is not in process. */
  settle(outRefundNo: string, as: SettledState): void {
    const { order } = this.state.refunds.settle(outRefundNo, as)
    this.tell({ kind: 'refund', outTradeNo: order.outTradeNo, outRefundNo })
  }

  /** A refund was accepted: from now on it may end by itself. */
  willSettle(outRefundNo: string): void {
    const { switches, chaos, clock, refunds, store } = this.state
    const found = refunds.find(outRefundNo)
    if (!found || (switches.refundsBecome === 'PROCESSING' && !switches.chaos)) return
    found.refund.settleAt = clock.now() + (switches.chaos ? chaos.upTo(mostChaosDelaySeconds) * 1000 : 0)
    store.saveOrder(found.order)
  }

  /** Everything that is due by the season's clock: refunds that end, callbacks that are owed. */
  work(): void {
    const now = this.state.clock.now()
    const { refundsBecome } = this.state.switches
    const ended = this.state.ledger.orders().flatMap(({ refunds }) => refunds.filter((refund) => isDue(refund, now)))
    for (const { outRefundNo } of ended)
      this.settle(outRefundNo, refundsBecome === 'PROCESSING' ? 'SUCCESS' : refundsBecome)
    for (const delivery of this.state.store.deliveries.values())
      if (delivery.dueAt !== undefined && delivery.dueAt <= now) this.attempt(delivery)
  }

  /** Sends the callback now, once, whatever the switches say of copies and delay. Answers its status; 0: none came. */
  async again(of: { outTradeNo: string } | { outRefundNo: string }): Promise<number> {
    const delivery = this.last(of) ?? this.owe(this.named(of))
    const status = await this.send(delivery)
    if (isTaken(status)) this.finish(delivery)
    return status
  }

  /** Until none is on its way. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running)
  }

  private tell(what: Pick<Delivery, 'kind' | 'outTradeNo' | 'outRefundNo'>): void {
    const { switches, chaos, clock } = this.state
    const delivery = this.owe(what)
    if (switches.callbacks === 'never' || chaos.strikes(0.5)) return
    const late = chaos.strikes() ? chaos.upTo(mostChaosDelaySeconds) : 0
    delivery.dueAt = clock.now() + (switches.callbackDelaySeconds + late) * 1000
    this.state.store.saveDelivery(delivery)
    if (delivery.dueAt <= clock.now()) this.attempt(delivery)
  }

  private owe(what: Pick<Delivery, 'kind' | 'outTradeNo' | 'outRefundNo'>): Delivery {
    const delivery = { ...what, id: newEventId(), createdAt: this.state.ledger.instant(), attempts: 0 }
    this.state.store.saveDelivery(delivery)
    return delivery
  }

  private attempt(delivery: Delivery): void {
    const { switches, chaos, clock, store } = this.state
    // Owed again at once, so that it is not forgotten where this process ends in between.
    const wait = switches.retrySeconds[delivery.attempts]
    delivery.attempts += 1
    if (wait === undefined) delete delivery.dueAt
    else delivery.dueAt = clock.now() + wait * 1000
    store.saveDelivery(delivery)
    const copies = switches.callbackCopies + (chaos.strikes() ? 1 + chaos.upTo(3) : 0)
    const sendings = Array.from({ length: copies }, () => this.send(delivery))
    const run: Promise<void> = Promise.all(sendings)
      .then((statuses) => void (statuses.some(isTaken) && this.finish(delivery)))
      .finally(() => this.running.delete(run))
    this.running.add(run)
  }

  private finish(delivery: Delivery): void {
    delete delivery.dueAt
    this.state.store.saveDelivery(delivery)
  }

  private last(of: { outTradeNo: string } | { outRefundNo: string }): Delivery | undefined {
    return [...this.state.store.deliveries.values()]
      .filter((one) => ('outRefundNo' in of ? one.outRefundNo === of.outRefundNo : isPayment(one, of.outTradeNo)))
      .at(-1)
  }

  private named(of: { outTradeNo: string } | { outRefundNo: string }): Pick<Delivery, 'kind' | 'outTradeNo'> {
    if ('outTradeNo' in of) return { kind: 'payment', outTradeNo: of.outTradeNo }
    const found = this.state.refunds.find(of.outRefundNo)
    if (!found) throw new Error('没有这笔退款')
    return { kind: 'refund', outTradeNo: found.order.outTradeNo, ...of }
  }

  private send(delivery: Delivery): Promise<number> {
    const message = messageOf(this.state, delivery)
    if (!message) return Promise.resolve(0)
    this.state.count('callback')
    const fault = this.state.faults.take('callback')
    if (fault) this.state.count(`fault:callback:${fault.kind}`)
    const now = this.state.signatureNow()
    const headers =
      fault?.kind === 'unsigned'
        ? {}
        : signatureHeaders(this.state.merchant, message.body, now, signatureChanges(fault?.kind, now))
    return post({ ...message, body: String(alteredBody(fault?.kind, message.body)) }, headers)
  }
}

function isDue(refund: { state: string; settleAt?: number }, now: number): boolean {
  return refund.state === 'PROCESSING' && refund.settleAt !== undefined && refund.settleAt <= now
}

function isPayment({ kind, outTradeNo }: Delivery, wanted: string): boolean {
  return kind === 'payment' && outTradeNo === wanted
}

function isTaken(status: number): boolean {
  return status === 200 || status === 204
}

/** The status; 0 where no answer came in time. A redirect is not followed. */
async function post({ url, body }: Message, headers: Record<string, string>): Promise<number> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', accept: '*/*', 'user-agent': 'Mozilla/4.0' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return 0
  }
}
