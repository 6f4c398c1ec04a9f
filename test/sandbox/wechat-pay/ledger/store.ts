import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Delivery, type LedgerOrder } from './types'

/** Orders and owed callbacks, kept in a file where one is given: a second start finds them again. */
export class Store {
  readonly orders = new Map<string, LedgerOrder>()
  readonly deliveries = new Map<string, Delivery>()
  private readonly database: Database.Database | undefined

  constructor(file?: string) {
    if (!file) return
    mkdirSync(dirname(file), { recursive: true })
    this.database = new Database(file)
    this.database.pragma('journal_mode = WAL')
    this.database.exec(
      'create table if not exists item (kind text not null, id text not null, body text not null, primary key (kind, id))',
    )
    this.load('order', this.orders)
    this.load('delivery', this.deliveries)
  }

  saveOrder(order: LedgerOrder): void {
    this.orders.set(order.outTradeNo, order)
    this.write('order', order.outTradeNo, order)
  }

  saveDelivery(delivery: Delivery): void {
    this.deliveries.set(delivery.id, delivery)
    this.write('delivery', delivery.id, delivery)
  }

  close(): void {
    this.database?.close()
  }

  private write(kind: string, id: string, value: object): void {
    this.database?.prepare('insert or replace into item values (?, ?, ?)').run(kind, id, JSON.stringify(value))
  }

  private load<T>(kind: string, into: Map<string, T>): void {
    const rows = this.database?.prepare<[string], { id: string; body: string }>(
      'select id, body from item where kind = ? order by rowid',
    )
    // What we wrote ourselves.
    for (const { id, body } of rows?.all(kind) ?? []) into.set(id, JSON.parse(body) as T)
  }
}
