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
import { BillDays } from './reconciliation/bill-days'
import { DailyBill } from './reconciliation/daily-bill'
import { Differences } from './reconciliation/differences'
import { ReconciliationMetrics } from './reconciliation/reconciliation-metrics'
import { StaffRefunds } from './reconciliation/staff-refunds'
import { StuckMoney } from './reconciliation/stuck-money'
import { Trails } from './reconciliation/trails'
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
    BillDays,
    Checks,
    DailyBill,
    Differences,
    Notifications,
    Orders,
    PaymentDeadlines,
    Queries,
    ReconciliationMetrics,
    Refunds,
    RefundTurns,
    Settlement,
    Shipping,
    StaffRefunds,
    Statuses,
    StepsThatPay,
    StuckMoney,
    Trails,
    Unwanted,
  ],
  exports: [Queries, Refunds],
})
export class PaymentsModule {}
