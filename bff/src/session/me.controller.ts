import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common'
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger'
import type { Account } from '../contract/session'
import { Caller, type Principal } from '../platform/http/principal'
import { AccountConsents } from './account-consents'
import { Accounts } from './accounts'
import { PhoneNumbers } from './phone-numbers'
import { GiveConsentDto, PhoneByCodeDto, PhoneTypedDto } from './session.dto'

@ApiTags('me')
@ApiBearerAuth()
@Controller('api/v1/me')
export class MeController {
  constructor(
    private readonly accounts: Accounts,
    private readonly phones: PhoneNumbers,
    private readonly consents: AccountConsents,
  ) {}

  @Get()
  me(@Caller() caller: Principal): Promise<Account> {
    return this.accounts.view(caller.accountId)
  }

  /** The phone number that WeChat verified. */
  @Post('phone')
  @HttpCode(200)
  async phoneByCode(@Caller() caller: Principal, @Body() body: PhoneByCodeDto): Promise<Account> {
    await this.phones.takeFromWechat(caller.accountId, body.code)
    return this.accounts.view(caller.accountId)
  }

  /** A typed number, where WeChat gives none: for being reached, never for the rights of a contact. */
  @Put('phone')
  async phoneTyped(@Caller() caller: Principal, @Body() body: PhoneTypedDto): Promise<Account> {
    await this.phones.takeTyped(caller.accountId, body.phone)
    return this.accounts.view(caller.accountId)
  }

  @Post('consents')
  @HttpCode(200)
  async consent(@Caller() caller: Principal, @Body() body: GiveConsentDto): Promise<Account> {
    await this.consents.give(caller.accountId, body.kind, body.version)
    return this.accounts.view(caller.accountId)
  }
}
