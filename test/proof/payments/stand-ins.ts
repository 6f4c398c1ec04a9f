import { type LedgerOrder, type Payment } from '../../sandbox/wechat-pay/ledger/types'
import { type PaySwitches } from '../../sandbox/wechat-pay/faults/switches'
import { type Entry, type OfficeRecord } from '../../sandbox/exam-office/storage/rows'
import { type OfficeSwitches } from '../../sandbox/exam-office/faults/switches'
import { type Reference } from '../../sandbox/exam-office/contract/types'
import { type Addresses } from './programs'

const patienceMs = 20_000

/** The control of the stand-ins over HTTP: the payer at the cashier, the office's staff, and who decides what breaks. */
export class StandIns {
  constructor(private readonly at: Addresses) {}

  async loginCode(person: string): Promise<string> {
    const { code } = await send<{ code: string }>('POST', `${this.at.wechat}/sandbox/login-codes`, { person })
    return code
  }

  /** By prepay id. Undefined where WeChat's cashier does not let them. */
  async pay(number: string, changes?: Partial<Payment>): Promise<LedgerOrder | undefined> {
    const body = { number, ...(changes && { changes }) }
    return send<LedgerOrder>('POST', `${this.at.pay}/sandbox/pay`, body).catch((error: unknown) => {
      if (error instanceof Refused && error.status < 500) return undefined
      throw error
    })
  }

  /** Sends the payment's callback once more. */
  async replay(outTradeNo: string): Promise<void> {
    await send('POST', `${this.at.pay}/sandbox/orders/${outTradeNo}/notify`, {})
  }

  ledger(): Promise<LedgerOrder[]> {
    return send('GET', `${this.at.pay}/sandbox/orders`)
  }

  payCounts(): Promise<Record<string, number>> {
    return send('GET', `${this.at.pay}/sandbox/counts`)
  }

  async paySwitches(switches: Partial<PaySwitches>): Promise<void> {
    await send('PUT', `${this.at.pay}/sandbox/switches`, switches)
  }

  async officeBehavesWell(): Promise<void> {
    await send('DELETE', `${this.at.office}/sandbox/switches`)
  }

  async officeSwitches(switches: Partial<OfficeSwitches>): Promise<void> {
    await send('PUT', `${this.at.office}/sandbox/switches`, switches)
  }

  async changeReference(changes: Partial<Reference>): Promise<void> {
    await send('PATCH', `${this.at.office}/sandbox/reference`, changes)
  }

  async decideRefund(recordNo: string): Promise<void> {
    await send('POST', `${this.at.office}/sandbox/records/${recordNo}/events`, { type: 'refund-decided' })
  }

  record(recordNo: string): Promise<OfficeRecord & { history: Entry[] }> {
    return send('GET', `${this.at.office}/sandbox/records/${recordNo}`)
  }
}

async function send<T>(method: string, url: string, body?: object): Promise<T> {
  const answer = await fetch(url, {
    method,
    signal: AbortSignal.timeout(patienceMs),
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Refused(answer.status, `${method} ${url} answered ${answer.status} ${text}`)
  return JSON.parse(text)
}

class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}
