import { Injectable } from '@nestjs/common'
import { AppError } from '../platform/errors/app-error'
import { WechatClient } from '../platform/wechat/wechat-client'
import { AccountConsents } from './account-consents'
import { Accounts } from './accounts'

@Injectable()
export class PhoneNumbers {
  constructor(
    private readonly wechat: WechatClient,
    private readonly accounts: Accounts,
    private readonly consents: AccountConsents,
  ) {}

  /** Throws `consent-needed` before the code is used up, `phone-code-invalid` (tap again) or `phone-unavailable` (type it). Nothing is locked by either. */
  async takeFromWechat(accountId: string, code: string): Promise<void> {
    await this.consents.demand(accountId, 'privacy')
    const phone = await this.wechat.phoneNumber(code)
    if (!phone.ok) {
      throw new AppError(phone.failure === 'code-invalid' ? 'phone-code-invalid' : 'phone-unavailable')
    }
    await this.accounts.setPhone(accountId, phone.value, true)
  }

  /** Where WeChat gives none. @throws AppError `consent-needed` */
  async takeTyped(accountId: string, phone: string): Promise<void> {
    await this.consents.demand(accountId, 'privacy')
    await this.accounts.typePhone(accountId, phone)
  }
}
