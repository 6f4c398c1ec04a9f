import { html, type Html } from '../../server/html'
import { type Content, type Reason, type Reference } from '../contract/types'
import { type OfficeControl } from '../control'
import { type OfficeRecord } from '../storage/rows'
import { beijingInstant } from './beijing'
import { officePage, tag, type View } from './chrome'
import { decisionForms } from './decision-forms'
import { factText } from './fact-values'
import { moneyPart, moneyText } from './money-part'
import { kindWord, pageWord } from './paper-words'
import { papersPart } from './papers-part'
import * as words from './words'

const { word } = words

export function recordPage(control: OfficeControl, record: OfficeRecord, view: Omit<View, 'title' | 'tab'>): Html {
  const { content, state, recordNo, revision } = record
  const reference = control.reference()
  return officePage(
    { ...view, title: content.person.name, tab: '/' },
    html`<h1>${content.person.name} ${tag(word(words.stateWords, state), words.stateTags[state])}</h1>
      <p class="caption">${recordNo} · 第 ${revision} 版 · 提交于 ${beijingInstant(record.submittedAt)}</p>
      <div class="two">
        <div class="first">${decisionForms(record)} ${moneyPart(record, control, view.now)}</div>
        <div>
          ${person(content, reference)} ${verdict(content)} ${papersPart(record, control)} ${history(record, control)}
        </div>
      </div>`,
  )
}

function person(content: Content, reference: Reference): Html {
  const { idNumber, phone } = content.person
  const district = reference.districts.find(({ code }) => code === content.district)
  const rows: [string, string][] = [
    ['申报等级', word(words.gradeWords, String(content.grade))],
    ['申报工种', factText(content.occupation, reference)],
    ['身份证号', idNumber],
    ['手机号', phone],
    ['单位', content.unit.name],
    ...(content.department ? [['主管部门', content.department] as [string, string]] : []),
    ['所属', district ? `${district.name}（${word(words.kindWords, district.kind)}）` : '未列出'],
    ...Object.keys(words.factWords)
      .filter((key) => content.facts[key] !== undefined)
      .map((key): [string, string] => [word(words.factWords, key), factText(content.facts[key], reference)]),
    [
      '工作经历',
      content.workExperience
        .map(({ from, to, employer, post }) => `${from} 至 ${to ?? '今'} ${employer} ${post}`)
        .join('；') || '未填',
    ],
    ...content.opinions.map(({ by, name, contact, at, note }): [string, string] => [
      by === 'unit' ? '单位意见' : '主管部门意见',
      `同意：${name} ${contact ?? ''} ${beijingInstant(at)} ${note ?? ''}`,
    ]),
  ]
  return html`<section class="card">
    <h2>本人填报</h2>
    <dl>
      ${rows.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
  </section>`
}

function verdict({ verdict: { verdict: code, lean, criteria, openReadings, warnings } }: Content): Html {
  const rows = criteria.map(
    ({ clause, quote, outcome, needed, actual }) =>
      html`<li>
        <span class="line"
          >${tag(word(words.outcomeWords, outcome), words.outcomeTags[outcome])}
          <span class="caption">${clause}</span>
          ${needed !== undefined && html`<span>要求 ${needed}，本人 ${actual ?? '未填'}</span>`}</span
        >
        ${quote && html`<br /><span class="caption">“${quote}”</span>`}
      </li>`,
  )
  return html`<section class="card">
    <h2>系统结论 ${tag(word(words.verdictWords, code), words.verdictTags[code])}</h2>
    ${lean && html`<p>倾向：${word(words.verdictWords, lean)}</p>`}
    ${openReadings.length > 0 && html`<p>条文未定之处：${openReadings.join('、')}（可在“基础数据”里定下来）</p>`}
    ${warnings.map(({ text }) => html`<p>提醒：${text}</p>`)}
    <details>
      <summary>逐条看（${criteria.length} 条）</summary>
      <ul class="rows">
        ${rows}
      </ul>
    </details>
  </section>`
}

function history({ recordNo, content }: OfficeRecord, control: OfficeControl): Html {
  const reference = control.reference()
  const rows = control.history(recordNo).map((entry) => {
    const { at, revision, side, type, detail } = entry
    const money = moneyText(entry)
    return html`<li>
      <b>${word(words.stepWords, type)}</b> ${type === 'supplement' && kindWord(String(detail['kind']), reference)}
      <span class="caption"
        >${beijingInstant(at)} · 第 ${revision} 版 · ${side === 'office' ? '工考办' : '报名系统'}</span
      >
      ${money && html`<br />${money}`}
      ${reasonsOf(detail).map((reason) => html`<br />${reasonText(reason, content, reference)}`)}
    </li>`
  })
  return html`<section class="card">
    <h2>经过</h2>
    <ul class="rows">
      ${rows}
    </ul>
  </section>`
}

function reasonsOf({ reasons }: Record<string, unknown>): Reason[] {
  return Array.isArray(reasons) ? reasons : []
}

function reasonText({ item, code, text }: Reason, content: Content, reference: Reference): string {
  const reason = code === words.inOrder ? '没有问题' : word(words.reasonWords, code)
  return `${itemWord(item, content, reference)}：${reason} ${text}`
}

function itemWord(item: string, { documents }: Content, reference: Reference): string {
  const [, prefix, name = item] = /^(facts|papers|pages)\.(.+)$/.exec(item) ?? []
  if (prefix === 'pages') {
    const entry = documents.find(({ id }) => id === name)
    return entry ? pageWord(entry, reference) : '已经换掉的一页'
  }
  return words.formWords[item] ?? (prefix === 'papers' ? kindWord(name, reference) : word(words.factWords, name))
}
