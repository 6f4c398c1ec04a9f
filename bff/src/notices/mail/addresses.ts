import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { NoticeSettings } from '../../contract'
import { Transactions } from '../../platform/database/transaction'
import { AppError } from '../../platform/errors/app-error'
import { mailAddress, maskAddress } from '../../platform/mail/mail-address'
import { Mailer } from '../../platform/mail/mailer'
import { Consents } from '../../platform/privacy/consents'
import { FieldCipher, FieldIndex } from '../../platform/privacy/field-cipher'
import { addSeconds, beijingDay, Clock } from '../../platform/time/clock'
import { freshSetting, NoticeSettingRow } from '../rows/reader-rows'
import { codeMail } from './code-mail'
import { confirmedField, Mailboxes } from './mailboxes'

export { ConfirmEmailDto, GiveEmailDto } from './addresses.dto'

const codesADay = 5
const triesACode = 5
const codeSeconds = 15 * 60

const newField = (accountId: string): string => `notice_setting.new_address:${accountId}`
const noCode = { newAddress: null, codeDigest: null, codeUntil: null, codeTries: 0 }

type Tried = { ok: true } | { ok: false; left: number } | undefined

/** An account's own e-mail address: one is used only once a code that went there has come back. */
@Injectable()
export class Addresses {
  constructor(
    private readonly transactions: Transactions,
    private readonly mailboxes: Mailboxes,
    private readonly mailer: Mailer,
    private readonly consents: Consents,
    private readonly cipher: FieldCipher,
    private readonly index: FieldIndex,
    private readonly clock: Clock,
  ) {}

  /** Where mails to this account go; undefined: nowhere. */
  async of(accountId: string): Promise<NoticeSettings['address']> {
    const found = await this.transactions.read((manager) => this.mailboxes.shown(manager, accountId))
    return found && { masked: maskAddress(found.address), state: found.state }
  }

  /**
   * Sends a code to the address; an empty one is forgotten, with one that waits for its code. The one that is in use stays in use until the new one is confirmed.
   * @throws AppError `email-invalid`, `too-many-codes` {limit}, `email-unavailable`, `consent-needed`
   */
  async give(accountId: string, text: string): Promise<void> {
    if (text.trim() === '') return this.forget(accountId)
    const address = mailAddress(text)
    if (address === undefined) throw new AppError('email-invalid')
    if (!this.mailer.isSetUp) throw new AppError('email-unavailable')
    await this.consents.demand(accountId, 'privacy')
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const until = addSeconds(this.clock.now(), codeSeconds)
    await this.makeRow(accountId)
    if (!(await this.transactions.run((manager) => this.expect(manager, accountId, { address, code, until }))))
      throw new AppError('too-many-codes', { limit: codesADay })
    const outcome = await this.mailer.send({ to: address, id: randomUUID(), ...codeMail(code, until) })
    if (outcome.kind === 'refused') throw new AppError('email-invalid')
    if (outcome.kind !== 'passing') return
    // No mail went out, so it is none of the day's five, and nobody can have read this code: it gives no tries.
    await this.transactions.run((manager) => this.takeBack(manager, accountId, code))
    throw new AppError('email-unavailable')
  }

  /** @throws AppError `email-code-wrong` {left}, `email-code-over` */
  async confirm(accountId: string, code: string): Promise<void> {
    // Counted and committed before anything is said, so that tries cannot be had for nothing.
    const tried = await this.transactions.run((manager) => this.tryCode(manager, accountId, code))
    if (!tried) throw new AppError('email-code-over')
    if (!tried.ok) throw new AppError('email-code-wrong', { left: tried.left })
  }

  /** The account's row, as if nothing had been said yet. By itself: with what follows in one transaction, two that insert at once would wait for each other. */
  async makeRow(accountId: string): Promise<void> {
    await this.transactions.run((manager) => {
      const insert = manager.createQueryBuilder().insert().into(NoticeSettingRow)
      return insert.values(freshSetting(accountId)).orIgnore().updateEntity(false).execute()
    })
  }

  private async forget(accountId: string): Promise<void> {
    const nothing = { ...noCode, address: null }
    await this.transactions.run((manager) => manager.update(NoticeSettingRow, { accountId }, nothing))
  }

  /** False: the day's codes are used up. */
  private async expect(
    manager: EntityManager,
    accountId: string,
    { address, code, until }: { address: string; code: string; until: Date },
  ): Promise<boolean> {
    if (!(await this.count(manager, accountId))) return false
    const newAddress = this.cipher.seal(newField(accountId), address)
    const changes = { newAddress, codeDigest: this.digest(accountId, code), codeUntil: until, codeTries: 0 }
    await manager.update(NoticeSettingRow, { accountId }, changes)
    return true
  }

  /** One more today, in statements that hold whatever other requests do meanwhile. */
  private async count(manager: EntityManager, accountId: string): Promise<boolean> {
    const codeDay = beijingDay(this.clock.now())
    const update = () => manager.createQueryBuilder().update(NoticeSettingRow)
    await update()
      .set({ codeDay, codesSent: 0 })
      .where('account_id = :accountId and (code_day is null or code_day <> :codeDay)', { accountId, codeDay })
      .execute()
    const { affected } = await update()
      .set({ codesSent: () => 'codes_sent + 1' })
      .where('account_id = :accountId and codes_sent < :codesADay', { accountId, codesADay })
      .execute()
    return affected === 1
  }

  private async takeBack(manager: EntityManager, accountId: string, code: string): Promise<void> {
    await manager
      .createQueryBuilder()
      .update(NoticeSettingRow)
      .set({ codesSent: () => 'codes_sent - 1' })
      .where('account_id = :accountId and codes_sent > 0', { accountId })
      .execute()
    await manager.update(NoticeSettingRow, { accountId, codeDigest: this.digest(accountId, code) }, noCode)
  }

  /** Undefined: there is no code that could be right. */
  private async tryCode(manager: EntityManager, accountId: string, code: string): Promise<Tried> {
    const { affected } = await manager
      .createQueryBuilder()
      .update(NoticeSettingRow)
      .set({ codeTries: () => 'code_tries + 1' })
      .where('account_id = :accountId and code_tries < :triesACode and code_until > :now', {
        ...{ accountId, triesACode },
        now: this.clock.now(),
      })
      .execute()
    if (affected !== 1) return undefined
    const { codeDigest, codeTries, newAddress } = await manager.findOneByOrFail(NoticeSettingRow, { accountId })
    if (codeDigest === null || newAddress === null) return undefined
    const given = Buffer.from(this.digest(accountId, code))
    if (!timingSafeEqual(given, Buffer.from(codeDigest))) return { ok: false, left: triesACode - codeTries }
    const address = this.cipher.seal(confirmedField(accountId), this.cipher.open(newField(accountId), newAddress))
    await manager.update(NoticeSettingRow, { accountId }, { ...noCode, address })
    return { ok: true }
  }

  private digest(accountId: string, code: string): string {
    return this.index.digest('email-code', `${accountId}\n${code}`)
  }
}
