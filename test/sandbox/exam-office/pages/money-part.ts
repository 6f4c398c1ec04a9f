import { html, type Html } from '../../server/html'
import { type OfficeControl } from '../control'
import { type Entry, type OfficeRecord } from '../storage/rows'
import { beijingInstant, fieldOfMoment, momentOfField } from './beijing'
import { tag } from './chrome'
import { UnreadableField } from './unreadable-field'
import { word } from './words'
import { centsOf, yuanOf, yuanPattern } from './yuan'

/** What is owed, and what the office does about money: a payment at the counter is recorded, a refund decided. */
export function moneyPart(record: OfficeRecord, control: OfficeControl, now: number): Html {
  const { recordNo, content, state } = record
  const { fees, paymentDeadline } = control.reference()
  const cents = fees.find(({ grade }) => grade === content.grade)?.cents
  const action = `/records/${recordNo}/events`
  const set = cents !== undefined && paymentDeadline !== undefined
  return html`<section class="card" id="money">
    <h2>
      考务费 ${cents === undefined ? tag('没有定', 'ask') : tag(cents === 0 ? '免费' : `${yuanOf(cents)} 元`, 'info')}
    </h2>
    <p class="caption">
      ${
        set || cents === 0
          ? cents !== 0 && `缴费截止 ${paymentDeadline ?? ''}`
          : html`金额和截止日都定了，申请人才能缴费：<a href="/reference#money">到“基础数据”里定</a>，也可以填入示例。`
      }
    </p>
    ${state !== 'withdrawn' && state !== 'rejected' && counterForm(action, now, cents)} ${refundForm(action)}
  </section>`
}

function counterForm(action: string, now: number, cents: number | undefined): Html {
  return html`<details>
    <summary>登记缴费（在窗口交的）…</summary>
    <form method="post" action="${action}">
      <label for="paidAt">缴费时间（北京时间）</label>
      <input id="paidAt" name="paidAt" type="datetime-local" value="${fieldOfMoment(now)}" required />
      <label for="receiptNo">票据号</label>
      <input id="receiptNo" name="receiptNo" maxlength="64" required />
      <label for="paid">金额（元）</label>
      <input
        id="paid"
        name="amount"
        inputmode="decimal"
        pattern="${yuanPattern}"
        value="${cents ? yuanOf(cents) : ''}"
        required
      />
      <div class="actions"><button class="main" name="type" value="payment-recorded">登记缴费</button></div>
    </form>
  </details>`
}

function refundForm(action: string): Html {
  return html`<details>
    <summary>退费决定…</summary>
    <form method="post" action="${action}">
      <p class="caption">退回原来付款的微信。窗口交的，在窗口退。</p>
      <label for="refund">金额（元，空着是全部退回）</label>
      <input id="refund" name="amount" inputmode="decimal" pattern="${yuanPattern}" />
      <label for="refundReason">理由（申请人看得到，可以不填）</label>
      <input id="refundReason" name="refundReason" maxlength="80" />
      <div class="actions"><button class="danger" name="type" value="refund-decided">决定退费</button></div>
    </form>
  </details>`
}

/** The data of an event that is about money; undefined: it is about something else. Throws UnreadableField. */
export function moneyDataOf(type: string, form: URLSearchParams): Record<string, unknown> | undefined {
  const typed = (name: string): string => form.get(name)?.trim() ?? ''
  if (form.has('data')) return undefined
  if (type === 'payment-recorded') {
    const paidAt = momentOfField(typed('paidAt'))
    const receiptNo = typed('receiptNo')
    if (paidAt === undefined || !receiptNo) throw new UnreadableField('请填缴费时间和票据号，再登记；没有登记。')
    return { paidAt: new Date(paidAt).toISOString(), receiptNo, amountCents: amountOf(typed('amount')) }
  }
  if (type !== 'refund-decided') return undefined
  const [amount, reason] = [typed('amount'), typed('refundReason')]
  return { ...(amount && { amountCents: amountOf(amount) }), ...(reason && { reason }) }
}

function amountOf(text: string): number {
  const cents = centsOf(text)
  if (!cents) throw new UnreadableField(`“${text}”不是金额。请写成 80 或 80.00；没有办理。`)
  return cents
}

const refundStates: Readonly<Record<string, string>> = {
  requested: '已申请，退款中',
  refunded: '已退回',
  failed: '没有退成，要人工处理',
}

/** What a step of the history says about money; undefined: nothing. */
export function moneyText({ type, detail }: Entry): string | undefined {
  const told = type === 'payment' || type === 'refund' ? detail : detail['data']
  if (typeof told !== 'object' || told === null) return undefined
  const { amountCents, paidAt, at, receiptNo, outTradeNo, transactionId, outRefundNo, state, reason } =
    Object.fromEntries(Object.entries(told))
  const yuan = typeof amountCents === 'number' ? `${yuanOf(amountCents)} 元` : ''
  const numbers = { 票据号: receiptNo, 商户单号: outTradeNo, 微信单号: transactionId, 退款单号: outRefundNo }
  const named = Object.entries(numbers).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${name} ${value}`] : [],
  )
  const parts = {
    payment: ['微信支付', yuan, instant(paidAt), ...named],
    refund: [word(refundStates, String(state)), yuan, instant(at), ...named, text(reason)],
    'payment-recorded': ['窗口缴费', yuan, instant(paidAt), ...named],
    'refund-decided': [yuan || '全部退回', text(reason)],
  }
  const known = Object.entries(parts).find(([key]) => key === type)?.[1]
  return known?.filter(Boolean).join('，')
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const instant = (value: unknown): string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? beijingInstant(value) : ''
