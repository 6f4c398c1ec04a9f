import { html, type Html } from '../../server/html'
import { type WechatPayControl } from '../control'
import { type LedgerOrder, type LedgerRefund } from '../ledger/types'
import { minuteOf, payPage, refundTags, refundWords, stateTags, stateWords, yuan } from './words'

export interface Notice {
  text: string
  bad?: boolean
}

/** WeChat Pay's books, and what one may play in them. */
export function ordersPage(control: WechatPayControl, notice?: Notice): Html {
  const orders = control.orders().reverse()
  return payPage(
    '订单',
    html`${notice && html`<div class="card ${notice.bad ? 'red' : 'green'}" role="status">${notice.text}</div>`}
      <h1>微信支付里的订单</h1>
      <p class="caption">这里代替微信支付：看谁真的付了钱，替付款人付，补发通知，办退款。金额都是演示，没有真的钱。</p>
      ${switches(control)}
      ${
        orders.length > 0
          ? orders.map(orderCard)
          : html`<div class="card">
              <p>还没有订单。报名页面里点“缴费”以后，订单会到这里。</p>
            </div>`
      }`,
  )
}

function switches(control: WechatPayControl): Html {
  const silent = control.switches.callbacks === 'never'
  return html`<div class="card">
    <div class="line">
      <span>支付和退款的通知：<b>${silent ? '不发（演示收不到通知）' : '照常发'}</b></span>
      <form method="post" action="/callbacks" class="end">
        <button name="callbacks" value="${silent ? 'on' : 'never'}">${silent ? '改为照常发' : '改为不发'}</button>
      </form>
    </div>
  </div>`
}

function orderCard(order: LedgerOrder): Html {
  const { outTradeNo, payment, state } = order
  return html`<div class="card">
    <div class="line">
      <b>¥ ${yuan(payment?.cents ?? order.totalCents)}</b><span>${order.description}</span>
      <span class="tag ${stateTags[state]}">${stateWords[state]}</span>
    </div>
    <p class="caption">
      ${outTradeNo} · ${minuteOf(order.createdAt)}
      下单${payment && ` · ${minuteOf(payment.paidAt)} 支付 · ${payment.transactionId}`}
    </p>
    ${order.refunds.map(refundLine)}
    ${
      (payment || state === 'NOTPAY') &&
      html`<form method="post" action="/orders/${outTradeNo}" class="actions">
        ${
          payment
            ? html`<button name="deed" value="notify">再发一次支付通知</button>`
            : html`<button name="deed" value="pay">替付款人支付</button>`
        }
      </form>`
    }
  </div>`
}

function refundLine(refund: LedgerRefund): Html {
  const { outRefundNo, state } = refund
  return html`<div class="paper">
    <div class="line">
      <b>退款 ¥ ${yuan(refund.refundCents)}</b><span>${refund.reason}</span>
      <span class="tag ${refundTags[state]}">${refundWords[state]}</span>
    </div>
    <p class="caption">${outRefundNo} · ${minuteOf(refund.createdAt)} 申请</p>
    <form method="post" action="/refunds/${outRefundNo}" class="actions">
      ${
        state === 'PROCESSING'
          ? html`<button class="main" name="deed" value="SUCCESS">退到付款人</button>
              <button name="deed" value="ABNORMAL">退款异常</button>
              <button name="deed" value="CLOSED">退款关闭</button>`
          : html`${state === 'ABNORMAL' && html`<button class="main" name="deed" value="SUCCESS">已另外退到付款人</button>`}
              <button name="deed" value="notify">再发一次退款通知</button>`
      }
    </form>
  </div>`
}
