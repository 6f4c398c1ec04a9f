import { Injectable } from '@nestjs/common'
import { PaymentDoor } from '../../applications/payment-door'
import { Transactions } from '../../platform/database/transaction'
import { Refunds } from '../refunds/refunds'
import { ChannelOrderRow } from '../rows/channel-order-row'
import { RefundRow } from '../rows/refund-row'

export type StaffRefund =
  | { outcome: 'asked' | 'exists'; outRefundNo: string; amountCents: number }
  /** Another refund has it, in part or whole. */
  | { outcome: 'too-much' | 'unknown' | 'not-received' }

/** Staff give a payment back in full, e.g. one that is held. */
@Injectable()
export class StaffRefunds {
  constructor(
    private readonly transactions: Transactions,
    private readonly door: PaymentDoor,
    private readonly refunds: Refunds,
  ) {}

  /** The number comes from the payment's: asked twice it is one refund, until WeChat has closed that one. `reason`: at most 80 characters, the payer reads it. */
  giveBack(outTradeNo: string, reason: string): Promise<StaffRefund> {
    return this.transactions.run(async (manager) => {
      const found = await manager.findOneBy(ChannelOrderRow, { outTradeNo })
      if (!found) return { outcome: 'unknown' }
      await this.door.lock(manager, found.applicationId)
      const channel = await manager.findOneByOrFail(ChannelOrderRow, { outTradeNo })
      const { receivedCents: amountCents } = channel
      if (amountCents === null) return { outcome: 'not-received' }
      const closed = await manager.countBy(RefundRow, { outTradeNo, cause: 'staff', state: 'closed' })
      const outRefundNo = closed === 0 ? `T${outTradeNo}` : `T${closed + 1}-${outTradeNo}`
      const wish = { outRefundNo, cause: 'staff' as const, amountCents, reason, source: 'staff' as const }
      const outcome = await this.refunds.ask(manager, channel, wish)
      return outcome === 'too-much' ? { outcome } : { outcome, outRefundNo, amountCents }
    })
  }
}
