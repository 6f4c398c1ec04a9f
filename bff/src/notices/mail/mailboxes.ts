import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Authenticator, ContactDirectory } from '../../platform/http/principal'
import { FieldCipher } from '../../platform/privacy/field-cipher'
import { placeOf } from '../recipients'
import { NoticeSettingRow } from '../rows/reader-rows'
import type { Recipient } from '../ways/way'

/** Where a confirmed address is sealed. */
export const confirmedField = (accountId: string): string => `notice_setting.address:${accountId}`

interface Shown {
  address: string
  state: 'confirmed' | 'from-list'
}

/** Where mails to somebody go. What a person confirmed comes before what the office's list says of him. */
@Injectable()
export class Mailboxes {
  constructor(
    private readonly accounts: Authenticator,
    private readonly contacts: ContactDirectory,
    private readonly cipher: FieldCipher,
  ) {}

  /** Undefined: no address is known, or no mails are wanted. */
  async of(manager: EntityManager, recipient: Recipient): Promise<string | undefined> {
    if (recipient.kind === 'account') {
      const row = await manager.findOneBy(NoticeSettingRow, { accountId: recipient.accountId })
      return row?.email ? this.confirmed(row) : undefined
    }
    const { phoneDigest, placeKey } = recipient
    // The number's newest bearer; a contact on the list need not have signed in.
    const [accountId] = await this.accounts.accountsOf(phoneDigest)
    const row = accountId === undefined ? null : await manager.findOneBy(NoticeSettingRow, { accountId })
    if (row?.email === false) return undefined
    const { role, code } = placeOf(placeKey)
    const listed = (await this.contacts.contactsAt(role, code)).filter((contact) => contact.phoneDigest === phoneDigest)
    // Who has left the list is told nothing more, whatever address he confirmed.
    if (listed.length === 0) return undefined
    return (row ? this.confirmed(row) : undefined) ?? listed.find(({ email }) => email !== undefined)?.email
  }

  /** Whether mails are wanted or not. */
  async shown(manager: EntityManager, accountId: string): Promise<Shown | undefined> {
    const row = await manager.findOneBy(NoticeSettingRow, { accountId })
    const own = row ? this.confirmed(row) : undefined
    if (own !== undefined) return { address: own, state: 'confirmed' }
    const phoneDigest = await this.accounts.phoneDigestOf(accountId)
    for (const { role, code } of phoneDigest === undefined ? [] : await this.contacts.contactsOf(phoneDigest)) {
      const listed = await this.contacts.contactsAt(role, code)
      const address = listed.find((one) => one.phoneDigest === phoneDigest && one.email !== undefined)?.email
      if (address !== undefined) return { address, state: 'from-list' }
    }
    return undefined
  }

  private confirmed({ accountId, address }: NoticeSettingRow): string | undefined {
    return address === null ? undefined : this.cipher.open(confirmedField(accountId), address)
  }
}
