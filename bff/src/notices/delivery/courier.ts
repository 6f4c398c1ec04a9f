import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { In, type EntityManager } from 'typeorm'
import { changeRow, findRow, findRows } from '../../platform/database/hot-rows'
import { Transactions } from '../../platform/database/transaction'
import { ContactDirectory } from '../../platform/http/principal'
import { OutboxHandlers, type Delivery, type Message } from '../../platform/outbox/outbox-handlers'
import { addSeconds, Clock } from '../../platform/time/clock'
import { isReminder } from '../catalogue/catalogue'
import type { NoticeContent } from '../catalogue/notice'
import { Contents } from '../contents'
import { afterQuietHours } from '../quiet-hours'
import { placeOf, recipientOf } from '../recipients'
import { DeliveryRow } from '../rows/delivery-row'
import { NoticeRow } from '../rows/notice-row'
import type { Recipient, Sent, Way } from '../ways/way'
import { Ways } from '../ways/ways'
import { Deliveries, deliveryTopic } from './deliveries'

interface Load {
  way: Way
  rows: DeliveryRow[]
  recipient: Recipient
  contents: NoticeContent[]
}

/**
 * Carries deliveries out, each at most once on its way: WeChat and mail servers drop no repeats. `sending` is committed before the call; one that is
 * found so was in the hands of a process that died, and may have arrived.
 */
@Injectable()
export class Courier implements OnModuleInit {
  private readonly logger = new Logger('notices')

  constructor(
    private readonly transactions: Transactions,
    private readonly deliveries: Deliveries,
    private readonly contents: Contents,
    private readonly contacts: ContactDirectory,
    private readonly ways: Ways,
    private readonly handlers: OutboxHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(deliveryTopic, (message) => this.carry(message))
  }

  private async carry(message: Message): Promise<Delivery> {
    const id = idOf(message.payload)
    const rest = await this.rest(id)
    if (rest > 0) return { kind: 'retry', reason: 'quiet hours', afterSeconds: rest }
    const load = await this.transactions.run((manager) => this.take(manager, id))
    if (!load) return { kind: 'done' }
    const { way, recipient, contents, rows } = load
    return this.settled(load, await way.send({ id, recipient, contents }), rows)
  }

  /** Seconds until the morning, for what is not told by night, however late it comes here; else 0. */
  private async rest(id: string): Promise<number> {
    const now = this.clock.now()
    const morning = afterQuietHours(now)
    if (morning <= now) return 0
    return this.transactions.read(async (manager) => {
      const row = await findRow(manager, DeliveryRow, { id })
      if (row?.state !== 'waiting') return 0
      const waits = row.daily || isReminder((await findRow(manager, NoticeRow, { id: row.noticeId }))?.name)
      return waits ? (morning.getTime() - now.getTime()) / 1000 : 0
    })
  }

  private async take(manager: EntityManager, id: string): Promise<Load | undefined> {
    const row = await findRow(manager, DeliveryRow, { id })
    if (!row) return undefined
    if (row.state === 'sending' && row.carrier === id) return this.abandon(manager, id)
    if (row.state !== 'waiting') return undefined
    const rows = await this.mark(manager, row)
    return rows.length === 0 ? undefined : this.load(manager, rows)
  }

  /** Whoever had it in hand died: it may have arrived. */
  private async abandon(manager: EntityManager, carrier: string): Promise<undefined> {
    const rows = await manager.findBy(DeliveryRow, { carrier, state: 'sending' })
    await this.deliveries.end(manager, rows, 'uncertain', 'the process ended while it was sent')
    this.logger.warn({ delivery: carrier, notices: rows.length }, 'a message may have been sent or not')
    return undefined
  }

  /**
   * `sending`, compare-and-set; with a morning's list everything that waits for it, without a limit: what is put back has no message of its own any more, so
   * it has to go wherever its carrier goes.
   */
  private async mark(manager: EntityManager, row: DeliveryRow): Promise<DeliveryRow[]> {
    const { id, recipient, way, daily, attempts, firstTriedAt } = row
    const now = this.clock.now()
    const tried = { attempts: attempts + 1, firstTriedAt: firstTriedAt ?? now, changedAt: now }
    const changes = { state: 'sending' as const, carrier: id, ...tried }
    if (!daily) {
      const isOurs = (await changeRow(manager, DeliveryRow, { id, state: 'waiting' }, changes)) === 1
      return isOurs ? [{ ...row, ...changes }] : []
    }
    const waiting = { recipient, way, daily, state: 'waiting' as const }
    const others = await manager.findBy(DeliveryRow, waiting)
    const ids = [...new Set([id, ...others.map((other) => other.id)])]
    await manager.update(DeliveryRow, { id: In(ids), state: 'waiting' }, changes)
    return manager.find(DeliveryRow, {
      where: { carrier: id, state: 'sending' },
      order: { createdAt: 'ASC', id: 'ASC' },
    })
  }

  private async load(manager: EntityManager, rows: DeliveryRow[]): Promise<Load | undefined> {
    const notices = await noticesOf(manager, rows)
    const noticeOf = new Map(notices.map((notice) => [notice.id, notice]))
    const told: DeliveryRow[] = []
    const gone: DeliveryRow[] = []
    for (const row of rows) ((await this.concerned(row, noticeOf.get(row.noticeId))) ? told : gone).push(row)
    if (gone.length > 0) await this.drop(manager, gone)
    const { still, contents } = await this.readable(manager, told, noticeOf)
    const [first] = still
    if (!first) return undefined
    const recipient = recipientOf(first.recipient, noticeOf.get(first.noticeId)?.placeKey ?? null)
    const way = this.ways.get(first.way)
    if (way && (await way.reserve(manager, recipient, contents))) return { way, rows: still, recipient, contents }
    await this.deliveries.end(manager, still, 'skipped')
    return undefined
  }

  /** One that cannot be opened (its key is gone) is given up: it would hold up itself, and its list, for ever. */
  private async readable(
    manager: EntityManager,
    rows: DeliveryRow[],
    noticeOf: ReadonlyMap<string, NoticeRow>,
  ): Promise<{ still: DeliveryRow[]; contents: NoticeContent[] }> {
    const [still, broken, contents]: [DeliveryRow[], DeliveryRow[], NoticeContent[]] = [[], [], []]
    for (const row of rows) {
      const notice = noticeOf.get(row.noticeId)
      if (!notice) continue
      try {
        contents.push(this.contents.open(notice))
        still.push(row)
      } catch (error) {
        this.logger.error({ err: error, notice: notice.id }, 'a notice cannot be read')
        broken.push(row)
      }
    }
    if (broken.length > 0) await this.deliveries.end(manager, broken, 'dead', 'it cannot be read')
    return { still, contents }
  }

  /** Who left the office's list is told nothing more (三(五) leaves the list to the office). */
  private async concerned({ recipient }: DeliveryRow, notice: NoticeRow | undefined): Promise<boolean> {
    if (!notice) return false
    const reader = recipientOf(recipient, notice.placeKey)
    if (reader.kind === 'account') return true
    const { role, code } = placeOf(reader.placeKey)
    return (await this.contacts.contactsAt(role, code)).some(({ phoneDigest }) => phoneDigest === reader.phoneDigest)
  }

  private async drop(manager: EntityManager, rows: DeliveryRow[]): Promise<void> {
    const changes = { state: 'skipped' as const, lastError: 'no contact any more', changedAt: this.clock.now() }
    await manager.update(DeliveryRow, { id: In(rows.map(({ id }) => id)) }, changes)
  }

  private async settled({ way, recipient, contents }: Load, sent: Sent, rows: DeliveryRow[]): Promise<Delivery> {
    const end = (state: 'sent' | 'failed' | 'uncertain' | 'dead', reason?: string): Delivery => ({
      kind: 'done',
      apply: (manager) => this.deliveries.end(manager, rows, state, reason),
    })
    switch (sent.kind) {
      case 'sent':
        return end('sent')
      case 'unknown':
        this.logger.warn({ way: way.name, reason: sent.reason }, 'a message may have been sent or not')
        return end('uncertain', sent.reason)
      case 'refused':
        return end('failed', sent.reason)
      case 'passing': {
        await this.transactions.run((manager) => way.giveBack(manager, recipient, contents))
        if (this.tooOld(rows, way)) {
          this.logger.error({ way: way.name, reason: sent.reason }, 'a message was given up')
          return end('dead', sent.reason)
        }
        await this.transactions.run((manager) => this.putBack(manager, rows, sent.reason))
        const { reason, afterSeconds } = sent
        return { kind: 'retry', reason, ...(afterSeconds !== undefined && { afterSeconds }) }
      }
    }
  }

  /** Counted from when it was due on this way: a reminder of the night is not old in the morning. */
  private tooOld(rows: DeliveryRow[], { patienceSeconds }: Way): boolean {
    return rows.some(
      ({ firstTriedAt }) => firstTriedAt !== null && addSeconds(firstTriedAt, patienceSeconds) <= this.clock.now(),
    )
  }

  private async putBack(manager: EntityManager, rows: DeliveryRow[], reason: string): Promise<void> {
    const changes = { state: 'waiting' as const, lastError: reason.slice(0, 200), changedAt: this.clock.now() }
    await manager.update(DeliveryRow, { id: In(rows.map(({ id }) => id)), state: 'sending' }, changes)
  }
}

function noticesOf(manager: EntityManager, rows: readonly DeliveryRow[]): Promise<NoticeRow[]> {
  const ids = rows.map(({ noticeId }) => noticeId)
  const [id] = ids
  return ids.length === 1 && id !== undefined
    ? findRows(manager, NoticeRow, { id })
    : manager.findBy(NoticeRow, { id: In(ids) })
}

function idOf(payload: unknown): string {
  if (
    typeof payload === 'object' &&
    payload !== null &&
    'deliveryId' in payload &&
    typeof payload.deliveryId === 'string'
  )
    return payload.deliveryId
  throw new Error('a delivery message without its id')
}
