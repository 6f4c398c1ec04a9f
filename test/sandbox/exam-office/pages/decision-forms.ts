import { html, type Html } from '../../server/html'
import { changeTypes } from '../contract/types'
import { type OfficeRecord } from '../storage/rows'
import { options } from './chrome'
import { factWords, formWords, paperWords, reasonWords, stepWords, word } from './words'

/** Rows of the return form; more may be given in a second return. */
export const reasonRows = [1, 2, 3, 4] as const

/** Fields elsewhere on the page belong to the return too. */
export const returnFormId = 'return'

export function isOver({ state }: OfficeRecord): boolean {
  return state === 'withdrawn' || state === 'rejected'
}

/** What the office can do with a record now. */
export function decisionForms(record: OfficeRecord): Html {
  if (isOver(record)) {
    return html`<section class="card">
      <h2>办理</h2>
      <p>这份申报已经结束。</p>
    </section>`
  }
  const action = `/records/${record.recordNo}/events`
  const onsite = record.state === 'onsite-review'
  return html`<section class="card">
    <h2>办理</h2>
    <form method="post" action="${action}">
      <div class="actions">
        <button class="main" name="type" value="${onsite ? 'onsite-confirmed' : 'accepted'}">
          ${onsite ? '现场已确认' : '审查通过'}
        </button>
        ${!onsite && html`<button name="type" value="onsite-required">需现场确认</button>`}
      </div>
    </form>
    ${returnForm(action)} ${rejectForm(action)} ${otherForm(action)}
  </section>`
}

function returnForm(action: string): Html {
  const items = {
    '': '（不选）',
    ...formWords,
    ...prefixed('facts', factWords),
    ...prefixed('papers', paperWords),
  }
  const rows = reasonRows.map(
    (row) =>
      html`<fieldset>
        <legend>第 ${row} 处</legend>
        <select name="item${row}" aria-label="第 ${row} 处：哪一项">
          ${options(items)}
        </select>
        <select name="code${row}" aria-label="第 ${row} 处：原因">
          ${options(reasonWords)}
        </select>
        <input name="text${row}" maxlength="500" aria-label="第 ${row} 处：说明" placeholder="说明，例如：请重拍清楚" />
      </fieldset>`,
  )
  return html`<details>
    <summary>退回修改…</summary>
    <form method="post" action="${action}" id="${returnFormId}">
      <p class="caption">选要改的地方和原因；看材料时也可以选要退回的页。申请人只能改这些。</p>
      ${rows}
      <div class="actions"><button class="danger" name="type" value="returned">退回</button></div>
    </form>
  </details>`
}

function rejectForm(action: string): Html {
  return html`<details>
    <summary>不予通过…</summary>
    <form method="post" action="${action}">
      <input type="hidden" name="item1" value="*" />
      <input type="hidden" name="code1" value="other" />
      <label for="reject">理由</label>
      <input id="reject" name="text1" maxlength="500" required />
      <div class="actions"><button class="danger" name="type" value="rejected">不予通过</button></div>
    </form>
  </details>`
}

const direct = [
  ...['returned', 'accepted', 'onsite-required', 'onsite-confirmed', 'rejected', 'schedule-changed'],
  // Beside what is owed.
  ...['payment-recorded', 'refund-decided'],
]

function otherForm(action: string): Html {
  const others = changeTypes.filter((type) => !direct.includes(type))
  const choices = Object.fromEntries(others.map((type) => [type, word(stepWords, type)]))
  return html`<details>
    <summary>以后的事（培训、考试、结果…）</summary>
    <form method="post" action="${action}">
      <label for="type">事项</label>
      <select id="type" name="type">
        ${options({ ...choices, 'sandbox-unknown-event': '（合同里没有的事项，用来试）' })}
      </select>
      <label for="data">附带数据（JSON，可不填）</label>
      <textarea id="data" name="data" placeholder="{}"></textarea>
      <div class="actions"><button>发出</button></div>
    </form>
  </details>`
}

function prefixed(prefix: string, words: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [`${prefix}.${key}`, text]))
}
