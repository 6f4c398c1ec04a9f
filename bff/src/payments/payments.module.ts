import { Module } from '@nestjs/common'
import { ApplicationsModule } from '../applications/applications.module'
import { Audit } from './audit'
import { Checks } from './checks'
import { PaymentDeadlines } from './deadlines'
import { Notifications } from './notifications'
import { StepsThatPay } from './office-steps'
import { Orders } from './orders/orders'
import { Unwanted } from './orders/unwanted'
import { PaymentsController } from './payments.controller'
import { Queries } from './queries'
import { RefundTurns } from './refunds/refund-turns'
import { Refunds } from './refunds/refunds'
import { Settlement } from './settlement'
import { Shipping } from './shipping'
import { Statuses } from './statuses'

/** The fee: ordered, settled, reconciled, refunded. */
@Module({
  imports: [ApplicationsModule],
  controllers: [PaymentsController],
  providers: [
    Audit,
    Checks,
    Notifications,
    Orders,
    PaymentDeadlines,
    Queries,
    Refunds,
    RefundTurns,
    Settlement,
    Shipping,
    Statuses,
    StepsThatPay,
    Unwanted,
  ],
  exports: [Queries, Refunds],
})
export class PaymentsModule {}
