import { Injectable } from '@nestjs/common'
import { In, type EntityManager } from 'typeorm'
import { subscribeTemplates, type ChangeNoticeSettings, type ContactPace, type NoticeSettings } from '../contract'
import { Transactions } from '../platform/database/transaction'
import { Authenticator } from '../platform/http/principal'
import { Settings } from '../platform/settings/settings'
import { Addresses } from './mail/addresses'
import { freshSetting, GrantRow, NoticeSettingRow } from './rows/reader-rows'

/** What readers allow. */
@Injectable()
export class Readers {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: Authenticator,
    private readonly addresses: Addresses,
    private readonly settings: Settings,
  ) {}

  async view(accountId: string): Promise<NoticeSettings> {
    const address = await this.addresses.of(accountId)
    return this.transactions.read(async (manager) => {
      const { wechat, email, pace } = await this.of(manager, accountId)
      const grants = await manager.findBy(GrantRow, { accountId })
      const left = (template: (typeof subscribeTemplates)[number]): number => {
        const id = this.settings.wechatSubscribeTemplates?.[template]?.id
        return grants.find(({ templateId }) => templateId === id)?.left ?? 0
      }
      const wechatLeft = { progress: left('progress'), todo: left('todo'), exam: left('exam') }
      return { wechat, email, pace, ...(address && { address }), wechatLeft }
    })
  }

  async change(accountId: string, changes: ChangeNoticeSettings): Promise<NoticeSettings> {
    await this.addresses.makeRow(accountId)
    await this.transactions.run((manager) => manager.update(NoticeSettingRow, { accountId }, changes))
    return this.view(accountId)
  }

  /** Of a contact, by any account that has this verified phone. */
  async paceOf(manager: EntityManager, phoneDigest: string): Promise<ContactPace> {
    const accountIds = await this.accounts.accountsOf(phoneDigest)
    const rows = await manager.findBy(NoticeSettingRow, { accountId: In(accountIds) })
    return rows.some(({ pace }) => pace === 'daily') ? 'daily' : 'at-once'
  }

  private async of(manager: EntityManager, accountId: string): Promise<NoticeSettingRow> {
    return (await manager.findOneBy(NoticeSettingRow, { accountId })) ?? freshSetting(accountId)
  }
}
