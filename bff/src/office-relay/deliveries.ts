import { Injectable } from '@nestjs/common'
import { OfficeDoor, type Receipt } from '../applications/office-door'
import { OfficeSnapshots, type OfficeSnapshot, type SealedSnapshot } from '../applications/office-snapshot'
import { Transactions } from '../platform/database/transaction'
import { OfficeClient } from '../platform/office/office-client'
import { OfficeMessages } from '../platform/office/office-messages'
import type { Delivery, Message } from '../platform/outbox/outbox-handlers'
import { answeredBy, isRecord, type Answered } from './answers'
import { Attempts } from './attempts'
import { ListedPages } from './listed-pages'
import { Receipts } from './receipts'
import { Refusals, type Relayed } from './refusals'
import { applicationBody, correctionBody, paymentBody, supplementBody, withdrawalBody } from './wire'

/** What a person does not wait for may take longer than 5 s. */
export const timeoutMilliseconds = 10_000

const resources = {
  correction: 'corrections',
  supplement: 'supplements',
  payment: 'payments',
  withdrawal: 'withdrawal',
} as const

/**
 * Brings what happened here into the office's records. The message's id is the idempotency key and its body was fixed with the step, so
 * that any repeat after an unknown outcome is the same request to the byte; only a definite refusal makes the next try another request.
 */
@Injectable()
export class Deliveries {
  constructor(
    private readonly transactions: Transactions,
    private readonly door: OfficeDoor,
    private readonly snapshots: OfficeSnapshots,
    private readonly office: OfficeClient,
    private readonly digests: OfficeMessages,
    private readonly receipts: Receipts,
    private readonly listed: ListedPages,
    private readonly attempts: Attempts,
    private readonly refusals: Refusals,
  ) {}

  async deliver(kind: Relayed, message: Message): Promise<Delivery> {
    const payload = sealedOf(message.payload)
    const { key, revision } = await this.attempts.current(message.id)
    const kept = this.snapshots.open(payload)
    const snapshot = { ...kept, revision: revision ?? kept.revision }
    const path = await this.pathOf(kind, snapshot.applicationId)
    if (path === undefined) return { kind: 'retry', reason: 'the office has not confirmed the application yet' }
    const result = await this.office.send({
      method: 'POST',
      path,
      body: this.bodyOf(kind, snapshot),
      idempotencyKey: key,
      timeoutMilliseconds,
    })
    return this.settled(kind, message, snapshot, answeredBy(result))
  }

  private async pathOf(kind: Relayed, applicationId: string): Promise<string | undefined> {
    if (kind === 'application') return '/v1/applications'
    const row = await this.transactions.read((manager) => this.door.find(manager, applicationId))
    if (!row?.recordNo) return undefined
    return `/v1/applications/${row.recordNo}/${resources[kind]}`
  }

  private bodyOf(kind: Relayed, snapshot: OfficeSnapshot): object {
    if (kind === 'withdrawal') return withdrawalBody(snapshot)
    if (kind === 'supplement') return supplementBody(snapshot)
    if (kind === 'payment') return paymentBody(snapshot)
    const idDigest = this.digests.idDigest(snapshot.form.idNumber ?? '')
    return kind === 'application' ? applicationBody(snapshot, idDigest) : correctionBody(snapshot, idDigest)
  }

  private async settled(
    kind: Relayed,
    message: Message,
    snapshot: OfficeSnapshot,
    answered: Answered,
  ): Promise<Delivery> {
    switch (answered.kind) {
      case 'passing':
        return { kind: 'retry', reason: answered.reason }
      case 'receipt':
        return this.done(message, snapshot, answered.receipt)
      case 'refused':
        return this.refusals.settle(kind, message, snapshot, answered.refusal)
    }
  }

  private done(message: Message, snapshot: OfficeSnapshot, receipt: Receipt): Delivery {
    return {
      kind: 'done',
      apply: async (manager) => {
        await this.receipts.settle(manager, snapshot.applicationId, receipt)
        await this.listed.follow(manager, message, snapshot)
      },
    }
  }
}

function sealedOf(payload: unknown): SealedSnapshot {
  if (!isRecord(payload)) throw new Error('a message to the office without its content')
  const { applicationId, sealed } = payload
  if (typeof applicationId !== 'string' || typeof sealed !== 'string') throw new Error('a message of another shape')
  return { applicationId, sealed }
}
