import { Injectable } from '@nestjs/common'
import type { SessionTokens } from '../contract/session'
import { Transactions } from '../platform/database/transaction'
import { AppError } from '../platform/errors/app-error'
import type { WechatFailure } from '../platform/wechat/errcodes'
import { WechatClient } from '../platform/wechat/wechat-client'
import { Accounts } from './accounts'
import { Sessions, type OpenSession } from './sessions'
import { accessSeconds } from './tokens'

/** WeChat's word for who somebody is, and from then on our own tokens. No transaction is open while WeChat is asked. */
@Injectable()
export class SignInService {
  constructor(
    private readonly wechat: WechatClient,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly transactions: Transactions,
  ) {}

  async signIn(code: string): Promise<SessionTokens> {
    const openid = await this.wechat.openidOf(code)
    if (!openid.ok) throw new AppError(signInFailures[openid.failure])
    const accountId = await this.accounts.idOf(openid.value)
    return this.told(await this.transactions.run((manager) => this.sessions.open(manager, accountId)))
  }

  async refresh(refreshToken: string): Promise<SessionTokens> {
    return this.told(await this.sessions.refresh(refreshToken))
  }

  private async told({ accountId, accessToken, refreshToken }: OpenSession): Promise<SessionTokens> {
    const account = await this.accounts.view(accountId)
    return { accessToken, refreshToken, expiresInSeconds: accessSeconds, account }
  }
}

const signInFailures: Readonly<Record<WechatFailure, string>> = {
  'code-invalid': 'wechat-code-invalid',
  blocked: 'wechat-blocked',
  busy: 'wechat-busy',
  refused: 'wechat-busy',
  invalid: 'wechat-busy',
  repeated: 'wechat-busy',
  token: 'wechat-busy',
  configuration: 'wechat-busy',
  unexpected: 'wechat-busy',
}
