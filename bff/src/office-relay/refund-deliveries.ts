import { Injectable } from '@nestjs/common'
import { OfficeDoor } from '../applications/office-door'
import type { OfficeRefund } from '../applications/office-snapshot'
import { Transactions } from '../platform/database/transaction'
import { OfficeClient } from '../platform/office/office-client'
import type { Delivery, Message } from '../platform/outbox/outbox-handlers'
import { answeredBy, isRecord } from './answers'
import { Attempts } from './attempts'
import { timeoutMilliseconds } from './deliveries'
import { Receipts } from './receipts'
import { Refusals } from './refusals'
import { refundBody } from './wire'

/** Tells the office each step of a refund. It names no person, so it lies in the outbox as it is; a repeat is the same to the byte. */
@Injectable()
export class RefundDeliveries {
  constructor(
    private readonly transactions: Transactions,
    private readonly door: OfficeDoor,
    private readonly office: OfficeClient,
    private readonly receipts: Receipts,
    private readonly attempts: Attempts,
    private readonly refusals: Refusals,
  ) {}

  async deliver(message: Message): Promise<Delivery> {
    const { applicationId, refund } = refundOf(message.payload)
    const row = await this.transactions.read((manager) => this.door.find(manager, applicationId))
    if (!row?.recordNo) return { kind: 'retry', reason: 'the office has not confirmed the application yet' }
    const { key } = await this.attempts.current(message.id)
    const result = await this.office.send({
      method: 'POST',
      path: `/v1/applications/${row.recordNo}/refunds`,
      body: refundBody(refund),
      idempotencyKey: key,
      timeoutMilliseconds,
    })
    const answered = answeredBy(result)
    switch (answered.kind) {
      case 'passing':
        return { kind: 'retry', reason: answered.reason }
      case 'receipt': {
        const { receipt } = answered
        return { kind: 'done', apply: (manager) => this.receipts.settle(manager, applicationId, receipt) }
      }
      case 'refused':
        return this.refusals.keep(message, answered.refusal)
    }
  }
}

function refundOf(payload: unknown): { applicationId: string; refund: OfficeRefund } {
  if (!isRecord(payload) || typeof payload.applicationId !== 'string' || !isRecord(payload.refund)) {
    throw new Error('a refund of another shape')
  }
  const { outRefundNo, outTradeNo, amountCents, state, reason, at } = payload.refund
  const known = (['requested', 'refunded', 'failed'] as const).find((one) => one === state)
  const texts = typeof outRefundNo === 'string' && typeof outTradeNo === 'string' && typeof at === 'string'
  if (!texts || typeof amountCents !== 'number' || !known) throw new Error('a refund of another shape')
  const told = typeof reason === 'string' && reason !== '' && { reason }
  return {
    applicationId: payload.applicationId,
    refund: { outRefundNo, outTradeNo, amountCents, state: known, ...told, at },
  }
}
