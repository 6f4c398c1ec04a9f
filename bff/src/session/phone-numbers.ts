import { Injectable } from '@nestjs/common'
import { AppError } from '../platform/errors/app-error'
import { WechatClient } from '../platform/wechat/wechat-client'
import { Accounts } from './accounts'

@Injectable()
export class PhoneNumbers {
  constructor(
    private readonly wechat: WechatClient,
    private readonly accounts: Accounts,
  ) {}

  /** Throws `phone-code-invalid` (tap again) or `phone-unavailable` (type it). Nothing is locked by either. */
  async takeFromWechat(accountId: string, code: string): Promise<void> {
    const phone = await this.wechat.phoneNumber(code)
    if (!phone.ok) {
      throw new AppError(phone.failure === 'code-invalid' ? 'phone-code-invalid' : 'phone-unavailable')
    }
    await this.accounts.setPhone(accountId, phone.value, true)
  }
}
