import { Injectable } from '@nestjs/common'
import { instantOf } from '../platform/database/raw-values'
import { Transactions } from '../platform/database/transaction'
import { AppError } from '../platform/errors/app-error'
import { Authenticator, type Identity } from '../platform/http/principal'
import { FieldCipher, FieldIndex } from '../platform/privacy/field-cipher'
import { Clock } from '../platform/time/clock'
import { AccountRow, openidField } from './rows/account-row'
import { tokenDigest } from './tokens'

interface FoundToken {
  sessionId: string
  accountId: string
  accessUntil: unknown
  revokedAt: unknown
  phoneDigest: string | null
  phoneVerified: unknown
}

/** Asked on every request, so it is one prepared statement. */
const query = `select s.id as sessionId, s.account_id as accountId, t.access_until as accessUntil,
  s.revoked_at as revokedAt, a.phone_digest as phoneDigest, a.phone_verified as phoneVerified
  from session_token t join session s on s.id = t.session_id join account a on a.id = s.account_id
  where t.access_digest = ?`

@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly index: FieldIndex,
  ) {
    super()
  }

  async identify(accessToken: string): Promise<Identity> {
    const rows: FoundToken[] = await this.transactions.read((manager) =>
      manager.query(query, [tokenDigest(accessToken)]),
    )
    const [found] = rows
    if (!found || found.revokedAt !== null) throw new AppError('session-missing')
    if (instantOf(found.accessUntil) <= this.clock.now()) throw new AppError('session-expired')
    const { accountId, sessionId, phoneDigest } = found
    // Only a number that WeChat verified can make somebody a contact.
    const verified = phoneDigest !== null && Boolean(found.phoneVerified)
    return { accountId, sessionId, ...(verified && { phoneDigest }) }
  }

  async phoneDigestOf(accountId: string): Promise<string | undefined> {
    const account = await this.transactions.read((manager) => manager.findOneBy(AccountRow, { id: accountId }))
    return account?.phoneVerified ? (account.phoneDigest ?? undefined) : undefined
  }

  async openidOf(accountId: string): Promise<string> {
    const account = await this.transactions.read((manager) => manager.findOneByOrFail(AccountRow, { id: accountId }))
    return this.cipher.open(openidField(accountId), account.openid)
  }

  async accountOf(openid: string): Promise<string | undefined> {
    const openidDigest = this.index.digest('openid', openid)
    const account = await this.transactions.read((manager) =>
      manager.findOne(AccountRow, { where: { openidDigest }, select: { id: true } }),
    )
    return account?.id
  }

  async accountsOf(phoneDigest: string): Promise<string[]> {
    const where = { phoneDigest, phoneVerified: true }
    const order = { phoneAt: 'DESC', id: 'ASC' } as const
    const accounts = await this.transactions.read((manager) =>
      manager.find(AccountRow, { where, order, select: { id: true, phoneAt: true } }),
    )
    return accounts.map(({ id }) => id)
  }
}
