import { html, type Html } from '../../server/html'
import { type OfficeSwitches } from '../faults/switches'
import { fieldOfMoment } from './beijing'
import { officePage, options, type View } from './chrome'

const jumps = [
  [3_600_000, '1 小时'],
  [86_400_000, '1 天'],
  [7 * 86_400_000, '7 天'],
] as const

/** Moves the clock, and makes the office misbehave. */
export function clockPage(switches: OfficeSwitches, view: View, movable: boolean): Html {
  return officePage(
    view,
    html`<h1>时钟与故障</h1>
      ${movable ? clockForm(view.now) : html`<div class="card">这里的时钟不能从页面上移动。</div>`}
      ${faultForm(switches)}`,
  )
}

function clockForm(now: number): Html {
  return html`<section class="card">
    <h2>把时间往前拨</h2>
    <p class="caption">报名系统、微信和这里用同一个时钟。只能往前，不能往回。</p>
    <form method="post" action="/clock">
      <div class="actions">
        ${jumps.map(([ms, name]) => html`<button name="ms" value="${ms}">往前 ${name}</button>`)}
      </div>
    </form>
    <form method="post" action="/clock">
      <label for="until">或者拨到（北京时间）</label>
      <input id="until" name="until" type="datetime-local" value="${fieldOfMoment(now)}" required />
      <div class="actions"><button class="main">拨到这一刻</button></div>
    </form>
  </section>`
}

const counters: [keyof OfficeSwitches, string][] = [
  ['fail', '接下来几次回答 500，不处理'],
  ['failAfter', '接下来几次处理了，却回答 500'],
  ['cutAfter', '接下来几次处理了，却断开连接'],
  ['conflict', '接下来几次回答 409'],
  ['garbage', '接下来几次回答乱码'],
  ['badSignature', '接下来几次签名不对'],
  ['feedTwice', '接下来几次把变动列两遍'],
  ['feedGap', '接下来几次漏掉第一条变动'],
  ['slowMs', '每次回答晚多少毫秒'],
]

function faultForm(switches: OfficeSwitches): Html {
  const fields = counters.map(
    ([key, name]) =>
      html`<label for="${key}">${name}</label>
        <input id="${key}" name="${key}" type="number" min="0" max="600000" value="${switches[key]}" />`,
  )
  return html`<section class="card">
    <h2>让工考办出故障</h2>
    <form method="post" action="/faults">
      <label for="down">停机</label>
      <select id="down" name="down">
        ${options({ no: '正常', unavailable: '维护中（503）', unreachable: '连不上' }, switches.down)}
      </select>
      <label for="appliesTo">下面几项用在</label>
      <select id="appliesTo" name="appliesTo">
        ${options({ all: '所有请求', writes: '只用在写入', reads: '只用在读取' }, switches.appliesTo)}
      </select>
      ${fields}
      <label for="nudge">变动提醒（webhook）</label>
      <select id="nudge" name="nudge">
        ${options({ on: '正常', off: '不发', twice: '发两次', 'bad-signature': '签名不对' }, switches.nudge)}
      </select>
      <div class="actions">
        <button class="main">设定</button>
        <button name="well" value="1">全部恢复正常</button>
      </div>
    </form>
  </section>`
}
