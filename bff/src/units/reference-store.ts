import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { instantOf } from '../platform/database/raw-values'
import { Transactions } from '../platform/database/transaction'
import { FieldCipher, FieldIndex } from '../platform/privacy/field-cipher'
import { Clock } from '../platform/time/clock'
import type { ParsedReference } from './parse-reference'
import type { ReferenceContact } from './reference-data'
import { contactEmailField, ReferenceContactRow, ReferenceRow } from './reference-row'

/** Asked by every view and step of an application. */
const stampQuery = 'select version, confirmed_at as confirmedAt from reference where campaign = ?'

/** The office's list as we keep it. */
@Injectable()
export class ReferenceStore {
  constructor(
    private readonly transactions: Transactions,
    private readonly index: FieldIndex,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  async stamp(campaign: string): Promise<Pick<ReferenceRow, 'version' | 'confirmedAt'> | null> {
    const rows: { version: string; confirmedAt: unknown }[] = await this.transactions.read((manager) =>
      manager.query(stampQuery, [campaign]),
    )
    const [found] = rows
    return found ? { version: found.version, confirmedAt: instantOf(found.confirmedAt) } : null
  }

  async load(campaign: string): Promise<ReferenceRow | null> {
    return this.transactions.read((manager) => manager.findOneBy(ReferenceRow, { campaign }))
  }

  /** The office says that nothing has changed. */
  async confirm(campaign: string, version: string): Promise<void> {
    const confirmedAt = this.clock.now()
    await this.transactions.run((manager) => manager.update(ReferenceRow, { campaign, version }, { confirmedAt }))
  }

  /** List and contacts change together, so that nobody is a contact of a list that is gone. */
  async replace(campaign: string, version: string, parsed: ParsedReference): Promise<void> {
    const row = { campaign, version, content: parsed.data, confirmedAt: this.clock.now() }
    await this.transactions.run(async (manager) => {
      await manager.delete(ReferenceRow, { campaign })
      await manager.createQueryBuilder().insert().into(ReferenceRow).values(row).updateEntity(false).execute()
      await this.replaceContacts(manager, campaign, parsed)
    })
  }

  async contactsBy(campaign: string, phoneDigest: string): Promise<Pick<ReferenceContactRow, 'role' | 'placeCode'>[]> {
    const options = { where: { campaign, phoneDigest }, select: { id: true, role: true, placeCode: true } } as const
    return this.transactions.read((manager) => manager.find(ReferenceContactRow, options))
  }

  async contactsAt(
    campaign: string,
    role: ReferenceContact['role'],
    placeCode: string,
  ): Promise<Pick<ReferenceContactRow, 'id' | 'phoneDigest' | 'email'>[]> {
    const where = { campaign, placeCode, role }
    const options = { where, select: { id: true, phoneDigest: true, email: true } } as const
    return this.transactions.read((manager) => manager.find(ReferenceContactRow, options))
  }

  private async replaceContacts(manager: EntityManager, campaign: string, parsed: ParsedReference): Promise<void> {
    await manager.delete(ReferenceContactRow, { campaign })
    const rows = parsed.contacts.map((contact) => this.rowOf(campaign, contact))
    // Databases limit the number of values in one statement.
    for (let from = 0; from < rows.length; from += 500) {
      const part = rows.slice(from, from + 500)
      await manager.createQueryBuilder().insert().into(ReferenceContactRow).values(part).updateEntity(false).execute()
    }
  }
  private rowOf(campaign: string, { phone, role, placeCode, email }: ReferenceContact): ReferenceContactRow {
    const id = randomUUID()
    const sealed = email === undefined ? null : this.cipher.seal(contactEmailField(id), email)
    return { id, campaign, phoneDigest: this.index.digest('phone', phone), role, placeCode, email: sealed }
  }
}
