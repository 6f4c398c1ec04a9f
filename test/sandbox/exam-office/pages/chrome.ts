import { html, type Html } from '../../server/html'
import { page } from '../../server/page'
import { beijingTime } from './beijing'

export interface View {
  title: string
  /** Path of the tab that is open. */
  tab: '/' | '/reference' | '/clock'
  now: number
  /** What was just done, or why it was not. */
  notice?: { text: string; bad?: boolean }
}

const tabs = [
  ['/', '申报'],
  ['/reference', '基础数据'],
  ['/clock', '时钟与故障'],
] as const

/** The frame of every page of the office. */
export function officePage(view: View, body: Html): Html {
  const links = tabs.map(([path, name]) =>
    path === view.tab ? html`<a href="${path}" aria-current="page">${name}</a>` : html`<a href="${path}">${name}</a>`,
  )
  return page(
    `${view.title} · 工考办（沙盒）`,
    html`<header>
        <div>
          <b>工考办（沙盒）</b>
          <nav class="line" aria-label="主要页面">${links}</nav>
          <span class="caption">沙盒时间 ${beijingTime(view.now)}</span>
        </div>
      </header>
      <main>
        ${
          view.notice &&
          html`<div class="card ${view.notice.bad ? 'red' : 'green'}" role="status">${view.notice.text}</div>`
        }
        ${body}
      </main>`,
  )
}

export function tag(text: string, kind = ''): Html {
  return html`<span class="tag ${kind}">${text}</span>`
}

export function options(words: Readonly<Record<string, string>>, chosen = ''): Html[] {
  return Object.entries(words).map(([value, text]) =>
    value === chosen
      ? html`<option value="${value}" selected>${text}</option>`
      : html`<option value="${value}">${text}</option>`,
  )
}
