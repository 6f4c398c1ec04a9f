import { Injectable } from '@nestjs/common'
import { isDuplicate, Transactions } from '../database/transaction'
import { FieldCipher } from '../privacy/field-cipher'
import { Settings } from '../settings/settings'
import { addSeconds, Clock } from '../time/clock'
import { WechatTokenRow } from './wechat-token-row'

export interface StoredToken {
  value: string
  renewAt: Date
  expiresAt: Date
}

const leaseSeconds = 10

/** The row that all processes share. Whoever holds its lease may ask WeChat for a new token. */
@Injectable()
export class TokenStore {
  private readonly field: string
  private readonly appid: string

  constructor(
    private readonly transactions: Transactions,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
    settings: Settings,
  ) {
    this.appid = settings.wechatAppId
    this.field = `wechat-token:${this.appid}`
  }

  async read(): Promise<StoredToken | undefined> {
    const row = await this.row()
    if (!row?.token || !row.renewAt || !row.expiresAt) return undefined
    return { value: this.cipher.open(this.field, row.token), renewAt: row.renewAt, expiresAt: row.expiresAt }
  }

  /** Answers the version to store under, or undefined while another process is at it. */
  async lease(): Promise<number | undefined> {
    const row = (await this.row()) ?? (await this.create())
    const now = this.clock.now()
    if (!row || (row.leaseUntil !== null && row.leaseUntil > now)) return undefined
    const version = row.version + 1
    const changes = { version, leaseUntil: addSeconds(now, leaseSeconds) }
    const result = await this.transactions.run((manager) =>
      manager.update(WechatTokenRow, { appid: this.appid, version: row.version }, changes),
    )
    return result.affected === 1 ? version : undefined
  }

  /** Gives the lease back, with the new token if there is one. */
  async release(version: number, fresh?: StoredToken): Promise<void> {
    const token = fresh && {
      token: this.cipher.seal(this.field, fresh.value),
      renewAt: fresh.renewAt,
      expiresAt: fresh.expiresAt,
    }
    await this.transactions.run((manager) =>
      manager.update(WechatTokenRow, { appid: this.appid, version }, { ...token, leaseUntil: null }),
    )
  }

  private async row(): Promise<WechatTokenRow | null> {
    return this.transactions.read((manager) => manager.findOneBy(WechatTokenRow, { appid: this.appid }))
  }

  private async create(): Promise<WechatTokenRow | null> {
    const row = { appid: this.appid, version: 0 }
    try {
      await this.transactions.run((manager) =>
        manager.createQueryBuilder().insert().into(WechatTokenRow).values(row).updateEntity(false).execute(),
      )
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
    return this.row()
  }
}
