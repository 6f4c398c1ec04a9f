import { startMail, type RunningMail } from '../../../../test/sandbox/mail/start-mail'
import type { DatabaseKind } from '../../../../test/support/databases'
import { openDatabase, type OpenDatabase } from '../../platform/database/open-database.fixture'
import { Authenticator, ContactDirectory, type ContactPlace, type ListedContact } from '../../platform/http/principal'
import { Mailer } from '../../platform/mail/mailer'
import { Consents } from '../../platform/privacy/consents'
import { FieldCipher, FieldIndex } from '../../platform/privacy/field-cipher'
import { mailFrom, mailServer } from '../../platform/settings/mail-settings'
import { Settings } from '../../platform/settings/settings'
import { ManualClock } from '../../platform/time/clock'
import { Ways } from '../ways/ways'
import { Addresses } from './addresses'
import { MailWay } from './mail-way'
import { Mailboxes } from './mailboxes'

/** Accounts with their verified phones; the newest first. */
class SomeAccounts extends Authenticator {
  readonly phones = new Map<string, string>()

  identify = () => Promise.reject(new Error('not asked here'))
  openidOf = () => Promise.reject(new Error('not asked here'))
  accountOf = () => Promise.reject(new Error('not asked here'))
  phoneDigestOf = async (accountId: string) => this.phones.get(accountId)
  accountsOf = async (phoneDigest: string) =>
    [...this.phones].filter(([, phone]) => phone === phoneDigest).map(([account]) => account)
}

class SomeContacts extends ContactDirectory {
  readonly places = new Map<string, ListedContact[]>()

  contactsAt = async (role: ContactPlace['role'], code: string) => this.places.get(`${role}:${code}`) ?? []
  contactsOf = async (phoneDigest: string): Promise<ContactPlace[]> =>
    [...this.places]
      .filter(([, contacts]) => contacts.some((contact) => contact.phoneDigest === phoneDigest))
      .map(([key]) => ({ role: 'unit-contact', code: key.replace(/^[^:]*:/, ''), name: '示例' }))
}

class SomeConsents extends Consents {
  missing = false
  demand = async () => {
    if (this.missing) throw new Error('consent-needed')
  }
}

/** What e-mail needs around it: a mail server, a database, accounts and contacts. */
export class MailWorld {
  readonly accounts = new SomeAccounts()
  readonly contacts = new SomeContacts()
  readonly consents = new SomeConsents()
  readonly clock = new ManualClock('2023-03-20T01:00:00Z')
  readonly settings: Settings
  readonly addresses: Addresses
  readonly way: MailWay

  private constructor(
    readonly db: OpenDatabase,
    readonly mail: RunningMail,
    isSetUp: boolean,
  ) {
    const key = (fill: string) => Buffer.alloc(32, fill)
    this.settings = Object.assign(new Settings(), {
      ...{ environment: 'test' as const, fieldKeys: [{ id: 'k1', key: key('field') }], indexKey: key('index') },
      ...(isSetUp && { mailServer: mailServer(mail.smtpUrl), mailFrom: mailFrom('示例·报名 <post@example.invalid>') }),
    })
    const cipher = new FieldCipher(this.settings)
    const mailboxes = new Mailboxes(this.accounts, this.contacts, cipher)
    const mailer = new Mailer(this.settings, this.clock)
    const index = new FieldIndex(this.settings)
    const { transactions } = db
    this.addresses = new Addresses(transactions, mailboxes, mailer, this.consents, cipher, index, this.clock)
    this.way = new MailWay(new Ways(), mailboxes, mailer, transactions, this.settings, this.clock)
  }

  static async open(kind: DatabaseKind, isSetUp = true): Promise<MailWorld> {
    return new MailWorld(await openDatabase(kind), await startMail(), isSetUp)
  }

  /** The six digits that last went there. */
  codeTo(address: string): string {
    return /验证码 (\d{6})/.exec(this.mail.control.mails(address).at(-1)?.subject ?? '')?.[1] ?? 'none'
  }

  async confirm(accountId: string, address: string): Promise<void> {
    await this.addresses.give(accountId, address)
    await this.addresses.confirm(accountId, this.codeTo(address))
  }

  async close(): Promise<void> {
    await this.db.close()
    await this.mail.close()
  }
}
