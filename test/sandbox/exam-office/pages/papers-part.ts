import { html, type Html } from '../../server/html'
import { type DocumentEntry, type Reason, type Reference } from '../contract/types'
import { type OfficeControl } from '../control'
import { type OfficeRecord } from '../storage/rows'
import { options, tag } from './chrome'
import { isOver, returnFormId } from './decision-forms'
import { kindWord, pageWord } from './paper-words'
import { promiseTag, supplementForms } from './promises-part'
import { reasonWords, word } from './words'

interface Shown {
  record: OfficeRecord
  control: OfficeControl
  reference: Reference
  /** Of the newest return, while it has not been answered. */
  returned: Reason[]
}

/** Every paper with its pages in order. The fields of each belong to the return form, so that one return takes all that is picked. */
export function papersPart(record: OfficeRecord, control: OfficeControl): Html {
  const { documents, promises } = record.content
  const shown = { record, control, reference: control.reference(), returned: returnedNow(record, control) }
  const kinds = [...new Set([...documents, ...promises].map(({ kind }) => kind))]
  const arrived = documents.filter(({ id }) => control.document(record.recordNo, id) !== undefined).length
  return html`<section class="card" id="papers">
    <h2>
      材料
      ${documents.length > 0 && tag(`${arrived} / ${documents.length} 页已到`, arrived < documents.length ? 'ask' : 'ok')}
    </h2>
    ${kinds.length === 0 && html`<p>没有随申报报送的材料。</p>`} ${kinds.map((kind) => paper(kind, shown))}
    ${
      documents.length > 0 &&
      !isOver(record) &&
      html`<p class="caption">一次可以选几页。没有选到的，申请人不能改。</p>
        <div class="actions">
          <button class="danger" form="${returnFormId}" name="type" value="returned">退回选中的材料</button>
        </div>`
    }
  </section>`
}

function returnedNow({ recordNo, state }: OfficeRecord, control: OfficeControl): Reason[] {
  const newest = control.history(recordNo).find(({ type }) => type === 'returned')
  const reasons = state === 'returned' ? newest?.detail['reasons'] : undefined
  return Array.isArray(reasons) ? reasons : []
}

function paper(kind: string, shown: Shown): Html {
  const { record, control, reference } = shown
  const pages = record.content.documents.filter((entry) => entry.kind === kind)
  return html`<section class="paper">
    <h3>
      ${kindWord(kind, reference)} ${pages.length > 0 && tag(`${pages.length} 页`)} ${promiseTag(kind, record, control)}
    </h3>
    ${returnedTag(`papers.${kind}`, shown)}
    ${
      pages.length > 0 &&
      html`<ol class="pages">
          ${pages.map((page) => pageItem(page, shown))}
        </ol>
        ${returnFields(`papers.${kind}`, '退回这份材料', shown)}`
    }
    ${supplementForms(kind, record, control)}
  </section>`
}

function pageItem(entry: DocumentEntry, shown: Shown): Html {
  const { recordNo } = shown.record
  const name = pageWord(entry, shown.reference)
  const path = `/records/${recordNo}/documents/${entry.id}`
  const content = shown.control.document(recordNo, entry.id)
  return html`<li>
    ${
      content
        ? html`<a href="${path}"><img src="${path}" alt="${name}" loading="lazy" /></a>`
        : html`<p class="absent">${tag('还没到', 'ask')}</p>`
    }
    <span class="caption">第 ${entry.page} 页 · ${Math.ceil(entry.bytes / 1024)} KB</span>
    ${returnedTag(`pages.${entry.id}`, shown)} ${returnFields(`pages.${entry.id}`, '退回此页', shown)}
  </li>`
}

function returnedTag(item: string, { returned }: Shown): Html | false {
  const reason = returned.find((one) => one.item === item)
  return reason !== undefined && html`<p>${tag(`已退回：${word(reasonWords, reason.code)}`, 'no')} ${reason.text}</p>`
}

function returnFields(item: string, label: string, { record }: Shown): Html | false {
  return (
    !isOver(record) &&
    html`<details>
      <summary>${label}…</summary>
      <select form="${returnFormId}" name="reason:${item}" aria-label="${label}：原因">
        ${options({ '': '不退回', ...reasonWords })}
      </select>
      <input
        form="${returnFormId}"
        name="words:${item}"
        maxlength="500"
        aria-label="${label}：说明"
        placeholder="说明，例如：请重拍清楚"
      />
    </details>`
  )
}
