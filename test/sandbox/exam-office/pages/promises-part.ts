import { html, type Html } from '../../server/html'
import { type Reason } from '../contract/types'
import { type OfficeControl } from '../control'
import { type Entry, type OfficeRecord } from '../storage/rows'
import { beijingInstant } from './beijing'
import { options, tag } from './chrome'
import { isOver } from './decision-forms'
import { inOrder, reasonWords } from './words'

type Followed = 'open' | 'sent' | 'accepted' | 'rejected'

const followedWords: Readonly<Record<Followed, readonly [string, string]>> = {
  open: ['还没补交', 'ask'],
  sent: ['已补交，等审查', 'info'],
  accepted: ['补交通过', 'ok'],
  rejected: ['补交不通过，等重交', 'no'],
}

/** What became of a paper that was promised to follow (容缺). */
export function promiseTag(kind: string, record: OfficeRecord, control: OfficeControl): Html | false {
  const promise = record.content.promises.find((one) => one.kind === kind)
  const followed = followedOf(kind, record, control)
  if (!promise && followed === 'open') return false
  const [text, colour] = followedWords[followed]
  return html`${promise && html`${tag('承诺后补', 'ask')} <span class="caption">${beijingInstant(promise.at)}</span>`}
  ${tag(text, colour)}`
}

/** The office's answer to what has followed. */
export function supplementForms(kind: string, record: OfficeRecord, control: OfficeControl): Html | false {
  if (isOver(record) || followedOf(kind, record, control) !== 'sent') return false
  const action = `/records/${record.recordNo}/events`
  const pages = record.content.documents.filter((entry) => entry.kind === kind)
  const items = Object.fromEntries([
    [`papers.${kind}`, '整份材料'],
    ...pages.map(({ id, page }) => [`pages.${id}`, `第 ${page} 页`]),
  ])
  return html`<form method="post" action="${action}">
      <input type="hidden" name="item1" value="papers.${kind}" />
      <input type="hidden" name="code1" value="${inOrder}" />
      <div class="actions"><button class="main" name="type" value="supplement-accepted">补交材料通过</button></div>
    </form>
    <details>
      <summary>补交材料不通过…</summary>
      <form method="post" action="${action}">
        <select name="item1" aria-label="不通过的是">
          ${options(items)}
        </select>
        <select name="code1" aria-label="不通过的原因">
          ${options(reasonWords)}
        </select>
        <input name="text1" maxlength="500" aria-label="不通过的说明" placeholder="说明，例如：请重拍清楚" />
        <div class="actions">
          <button class="danger" name="type" value="supplement-rejected">补交材料不通过</button>
        </div>
      </form>
    </details>`
}

/** The newest step about this paper says how it stands. */
function followedOf(kind: string, record: OfficeRecord, control: OfficeControl): Followed {
  const ids = record.content.documents.filter((entry) => entry.kind === kind).map(({ id }) => `pages.${id}`)
  const items = new Set([`papers.${kind}`, ...ids])
  const step = control.history(record.recordNo).find((entry) => isAbout(entry, kind, items))
  if (!step) return 'open'
  return step.side === 'service' ? 'sent' : step.type === 'supplement-accepted' ? 'accepted' : 'rejected'
}

function isAbout({ side, type, detail }: Entry, kind: string, items: ReadonlySet<string>): boolean {
  if (side === 'service') return type === 'supplement' && detail['kind'] === kind
  if (type !== 'supplement-accepted' && type !== 'supplement-rejected') return false
  const reasons: Reason[] = Array.isArray(detail['reasons']) ? detail['reasons'] : []
  return reasons.some(({ item }) => items.has(item))
}
