import { html, type Html } from '../../server/html'
import { type LedgerOrder } from '../ledger/types'
import { minuteOf, payPage, stateWords, yuan } from './words'

/** What the payer may do, and what the page says then. */
const deeds = {
  pay: { button: '确认支付', title: '支付成功', words: '钱已付（演示）。请点下面返回报名页面。' },
  cancel: { button: '取消', title: '已取消', words: '没有付钱。回去以后还可以再付。' },
  'pay-silently': {
    button: '付了钱，但通知没有发出',
    title: '支付成功，通知没有发出',
    words: '钱已付（演示），报名系统没有收到通知，要自己来查。回去看它多久能查到。',
  },
  'pay-and-stay': {
    button: '付了钱，但页面没有返回',
    title: '支付成功，页面没有返回',
    words: '钱已付（演示）。就像手机在这时没电了：关掉这一页，过一会儿自己重新打开报名页面，看它是不是知道了。',
  },
  'not-paid': {
    button: '没有付钱，却返回了（像付成了一样）',
    title: '没有付钱',
    words: '没有付钱。回去以后，报名页面不能说“已缴费”。',
  },
} as const
export type Deed = keyof typeof deeds

export function isDeed(text: string): text is Deed {
  return Object.hasOwn(deeds, text)
}

export function cashierPage(order: LedgerOrder): Html {
  const others = Object.entries(deeds).filter(([deed]) => deed !== 'pay' && deed !== 'cancel')
  return payPage(
    '收银台',
    html`<h1>这是演示用的收银台，不会真的扣钱</h1>
      <div class="card">
        <p class="caption">要付的钱</p>
        <p style="font-size: 22px; font-weight: 600">¥ ${yuan(order.totalCents)}</p>
        <dl>
          <dt>用途</dt>
          <dd>${order.description}</dd>
          <dt>收款方</dt>
          <dd>示例商户 ${order.mchid}</dd>
          <dt>最晚</dt>
          <dd>${minuteOf(order.timeExpire)}</dd>
          <dt>订单号</dt>
          <dd>${order.outTradeNo}</dd>
        </dl>
        <form method="post" class="actions">
          <button class="main" name="deed" value="pay">${deeds.pay.button}</button>
          <button name="deed" value="cancel">${deeds.cancel.button}</button>
        </form>
      </div>
      <details>
        <summary>试一试意外情形</summary>
        <form method="post">
          ${others.map(
            ([deed, { button }]) => html`<button class="choice" name="deed" value="${deed}">${button}</button>`,
          )}
        </form>
      </details>`,
  )
}

export function donePage(deed: Deed, back: URL): Html {
  const { title, words } = deeds[deed]
  return payPage(
    title,
    html`<h1>${title}</h1>
      <p>${words}</p>
      ${deed !== 'pay-and-stay' && html`<p><a class="button" href="${back.toString()}">返回报名页面</a></p>`}`,
  )
}

/** Where WeChat would not let them pay. */
export function closedCashierPage(order: LedgerOrder | undefined, why: string, back: URL | undefined): Html {
  return payPage(
    '不能支付',
    html`<h1>这笔订单现在不能支付</h1>
      <p>${why}${order && html`（${stateWords[order.state]}，¥ ${yuan(order.totalCents)}）`}</p>
      <p>没有扣钱。</p>
      ${
        back
          ? html`<p><a class="button" href="${back.toString()}">返回报名页面</a></p>`
          : html`<p>返回的地址不对：这一页要从报名页面里打开。请回到报名页面，再点一次缴费。</p>`
      }`,
  )
}
