import { type PaymentStatus } from '@app/contract'
import { beijing, momentText } from '@/shared/texts/instants'
import { yuanText } from '@/shared/texts/money'

export interface ReceiptLine {
  label: string
  value: string
}

/** 2023年4月1日（周六）10:05: a receipt is looked at in later years too. */
const paidAtText = (paidAt: string) => {
  const at = beijing(paidAt)
  return at ? `${at.day.slice(0, 4)}年${momentText(paidAt)}` : paidAt
}

const ways = { wechat: '微信支付', counter: '窗口缴费，工考办已登记' }

/** What the page shows of it, and the picture too: nothing else. */
export const receiptLines = ({ receipt, description }: PaymentStatus): ReceiptLine[] => {
  if (!receipt) return []
  const { way, amountCents, paidAt, outTradeNo, transactionId } = receipt
  const lines = {
    金额: amountCents === undefined ? undefined : yuanText(amountCents),
    用途: description,
    缴费方式: ways[way],
    缴费时间: paidAtText(paidAt),
    订单号: outTradeNo,
    微信支付单号: transactionId,
  }
  return Object.entries(lines).flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

export const receiptNote = '这是缴费记录，供您自己查对。要正式票据，请问工考办。'
