import { Column, Entity, PrimaryColumn } from 'typeorm'

/** WeChat's access token, shared by all processes: one of them renews it, the others read it here. */
@Entity('wechat_token')
export class WechatTokenRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  appid: string

  /** Sealed by FieldCipher; null before the first. */
  @Column({ type: 'text', nullable: true })
  token: string | null

  @Column({ name: 'renew_at', type: 'datetime', precision: 3, nullable: true })
  renewAt: Date | null

  @Column({ name: 'expires_at', type: 'datetime', precision: 3, nullable: true })
  expiresAt: Date | null

  /** Somebody is asking WeChat for a new one until then. */
  @Column({ name: 'lease_until', type: 'datetime', precision: 3, nullable: true })
  leaseUntil: Date | null

  @Column({ type: 'integer' })
  version: number
}
