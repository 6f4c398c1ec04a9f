import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger'
import { IsIn, IsOptional } from 'class-validator'
import {
  cashierWords,
  type CashierWord,
  type CheckPayment,
  type PaymentCheck,
  type PaymentStatus,
  type PayStart,
} from '../contract'
import { Caller, type Principal } from '../platform/http/principal'
import { Checks } from './checks'
import { Orders } from './orders/orders'
import { Statuses } from './statuses'

class CheckDto implements CheckPayment {
  @IsOptional()
  @IsIn(cashierWords)
  said?: CashierWord
}

/** The fee of one's own application. Nothing that a phone could say about money is listened to. */
@ApiTags('payments')
@ApiBearerAuth()
@Controller('api/v1/applications/:id/payment')
export class PaymentsController {
  constructor(
    private readonly statuses: Statuses,
    private readonly orders: Orders,
    private readonly checks: Checks,
  ) {}

  @Get()
  status(@Param('id') id: string): Promise<PaymentStatus> {
    return this.statuses.view(id)
  }

  @Post()
  @HttpCode(200)
  async start(@Param('id') id: string, @Caller() { accountId }: Principal): Promise<PayStart> {
    const request = await this.orders.start(id, accountId)
    return { status: { ...(await this.statuses.view(id)), state: 'payable' }, request }
  }

  /** The phone came back from the cashier: WeChat is asked now. */
  @Post('check')
  @HttpCode(200)
  check(@Param('id') id: string, @Body() body?: CheckDto): Promise<PaymentCheck> {
    return this.checks.check(id, body?.said)
  }
}
