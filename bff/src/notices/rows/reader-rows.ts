import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ContactPace } from '../../contract'

/** How an account wants to be told, and its own address. Without a row: every way, at once. */
@Entity('notice_setting')
export class NoticeSettingRow {
  @PrimaryColumn({ name: 'account_id', type: 'varchar', length: 36 })
  accountId: string

  @Column({ type: 'boolean' })
  wechat: boolean

  @Column({ type: 'boolean' })
  email: boolean

  @Column({ type: 'varchar', length: 8 })
  pace: ContactPace

  /** Sealed; confirmed by a code that went there. */
  @Column({ type: 'text', nullable: true })
  address: string | null

  /** Sealed; waits for its code. */
  @Column({ name: 'new_address', type: 'text', nullable: true })
  newAddress: string | null

  /** FieldIndex digest of the code with the account. */
  @Column({ name: 'code_digest', type: 'varchar', length: 64, nullable: true })
  codeDigest: string | null

  @Column({ name: 'code_until', type: 'datetime', precision: 3, nullable: true })
  codeUntil: Date | null

  @Column({ name: 'code_tries', type: 'integer' })
  codeTries: number

  /** So many codes went out on `codeDay` (`YYYY-MM-DD`). */
  @Column({ name: 'codes_sent', type: 'integer' })
  codesSent: number

  @Column({ name: 'code_day', type: 'varchar', length: 10, nullable: true })
  codeDay: string | null
}

/** How somebody wants to be told who has said nothing: on every way, at once. */
export function freshSetting(accountId: string): NoticeSettingRow {
  return {
    ...{ accountId, wechat: true, email: true, pace: 'at-once' },
    ...{
      address: null,
      newAddress: null,
      codeDigest: null,
      codeUntil: null,
      codeTries: 0,
      codesSent: 0,
      codeDay: null,
    },
  }
}

/** Messages that WeChat lets us send to an account, by its own word: accept = +1, send = −1. */
@Entity('subscribe_grant')
export class GrantRow {
  @PrimaryColumn({ name: 'account_id', type: 'varchar', length: 36 })
  accountId: string

  /** Id of the template at WeChat. */
  @PrimaryColumn({ name: 'template_id', type: 'varchar', length: 80 })
  templateId: string

  @Column({ name: 'messages_left', type: 'integer' })
  left: number

  @Column({ name: 'changed_at', type: 'datetime', precision: 3 })
  changedAt: Date
}
