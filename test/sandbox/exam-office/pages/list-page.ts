import { html, type Html } from '../../server/html'
import { type OfficeControl } from '../control'
import { type OfficeRecord } from '../storage/rows'
import { beijingInstant } from './beijing'
import { officePage, tag, type View } from './chrome'
import { gradeWords, stateTags, stateWords, verdictTags, verdictWords, word } from './words'

export function listPage(control: OfficeControl, view: View): Html {
  const records = control.records()
  const occupations = control.reference().occupations
  const row = ({ recordNo, state, content, updatedAt }: OfficeRecord): Html =>
    html`<li class="line">
      <a href="/records/${recordNo}"><b>${content.person.name}</b></a>
      <span
        >${word(gradeWords, String(content.grade))} ·
        ${occupations.find(({ code }) => code === content.occupation)?.name ?? content.occupation}</span
      >
      <span class="caption">${content.unit.name}</span>
      ${tag(word(verdictWords, content.verdict.verdict), verdictTags[content.verdict.verdict])}
      ${tag(word(stateWords, state), stateTags[state])}
      <span class="caption end">${recordNo} · ${beijingInstant(updatedAt)}</span>
    </li>`
  return officePage(
    view,
    html`<h1>收到的申报</h1>
      <p class="caption">这里代替工考办的系统：打开一份申报，看事实和结论，然后通过、退回或要求现场审查。</p>
      <div class="card">
        ${
          records.length > 0
            ? html`<ul class="rows">
                ${records.map(row)}
              </ul>`
            : html`<p>还没有申报。单位（和主管部门）审核通过后，几秒钟内会到这里。</p>`
        }
      </div>
      ${lists(control)}`,
  )
}

function lists(control: OfficeControl): Html | undefined {
  const received = control.lists()
  if (received.length === 0) return undefined
  const { units } = control.reference()
  const rows = received.map(
    ({ listNo, unit, at, list }) =>
      html`<li class="line">
        <b>${units.find(({ code }) => code === unit)?.name ?? unit}</b>
        <span>${list.entries.length} 人：${list.entries.map(({ name }) => name).join('、')}</span>
        <span class="caption end">${listNo} · ${beijingInstant(at)}</span>
      </li>`,
  )
  return html`<h2>收到的报送名单</h2>
    <div class="card">
      <ul class="rows">
        ${rows}
      </ul>
    </div>`
}
