import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Account, Consent } from '../contract/session'
import { consentKinds } from '../contract/session'
import { isDuplicate, Transactions } from '../platform/database/transaction'
import { AppError } from '../platform/errors/app-error'
import { ContactDirectory } from '../platform/http/principal'
import { FieldCipher, FieldIndex } from '../platform/privacy/field-cipher'
import { maskPhone } from '../platform/privacy/masks'
import { Clock } from '../platform/time/clock'
import { AccountRow, openidField } from './rows/account-row'
import { ConsentRow } from './rows/consent-row'

/** Accounts: who signs in, with which phone number, having agreed to what. */
@Injectable()
export class Accounts {
  constructor(
    private readonly transactions: Transactions,
    private readonly cipher: FieldCipher,
    private readonly index: FieldIndex,
    private readonly contacts: ContactDirectory,
    private readonly clock: Clock,
  ) {}

  /** The account of this openid, made at its first sign-in. */
  async idOf(openid: string): Promise<string> {
    const openidDigest = this.index.digest('openid', openid)
    const known = await this.find(openidDigest)
    if (known) return known
    const id = randomUUID()
    const sealed = this.cipher.seal(openidField(id), openid)
    const row = { id, openidDigest, openid: sealed, phoneVerified: false, createdAt: this.clock.now() }
    try {
      await this.transactions.run((manager) =>
        manager.createQueryBuilder().insert().into(AccountRow).values(row).updateEntity(false).execute(),
      )
      return id
    } catch (error) {
      // Two phones of one person signed in for the first time at once.
      const other = isDuplicate(error) ? await this.find(openidDigest) : undefined
      if (other === undefined) throw error
      return other
    }
  }

  async setPhone(id: string, phone: string, phoneVerified: boolean): Promise<void> {
    const changes = {
      phone: this.cipher.seal(`account.phone:${id}`, phone),
      phoneDigest: this.index.digest('phone', phone),
      phoneVerified,
      phoneAt: this.clock.now(),
    }
    await this.transactions.run((manager) => manager.update(AccountRow, { id }, changes))
  }

  /** A typed number: kept, but it proves nothing. Typing the verified number again takes nothing away. */
  async typePhone(id: string, phone: string): Promise<void> {
    const account = await this.transactions.read((manager) => manager.findOneByOrFail(AccountRow, { id }))
    const same = account.phoneDigest === this.index.digest('phone', phone)
    if (!(same && account.phoneVerified)) await this.setPhone(id, phone, false)
  }

  async view(id: string): Promise<Account> {
    const account = await this.transactions.read((manager) => manager.findOneBy(AccountRow, { id }))
    if (!account) throw new AppError('session-missing')
    const consents = await this.transactions.read((manager) => consentsOf(manager, id))
    const digest = account.phoneVerified ? account.phoneDigest : null
    const contactOf = digest === null ? [] : await this.contacts.contactsOf(digest)
    return { id, ...this.phoneOf(account), contactOf, consents }
  }

  private phoneOf({ id, phone, phoneVerified }: AccountRow): Pick<Account, 'phone'> {
    if (phone === null) return {}
    return { phone: { masked: maskPhone(this.cipher.open(`account.phone:${id}`, phone)), verified: phoneVerified } }
  }

  private async find(openidDigest: string): Promise<string | undefined> {
    const row = await this.transactions.read((manager) =>
      manager.findOne(AccountRow, { where: { openidDigest }, select: { id: true } }),
    )
    return row?.id
  }
}

async function consentsOf(manager: EntityManager, accountId: string): Promise<Consent[]> {
  const rows = await manager.find(ConsentRow, { where: { accountId }, order: { at: 'ASC', kind: 'ASC' } })
  return rows.flatMap(({ kind, version, at }) => {
    const known = consentKinds.find((one) => one === kind)
    return known ? [{ kind: known, version, at: at.toISOString() }] : []
  })
}
