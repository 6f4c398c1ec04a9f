import { html, type Html } from '../../server/html'
import { type Contact, type Reference } from '../contract/types'
import { officePage, options, tag, type View } from './chrome'
import { openReadings } from './readings'
import { gradeWords, kindWords, word } from './words'
import { yuanOf, yuanPattern } from './yuan'

export function referencePage(reference: Reference, view: View): Html {
  return officePage(
    view,
    html`<h1>基础数据</h1>
      <p class="caption">都是示例数据。改动保存后，报名系统会取到新的一份。</p>
      ${rulings(reference)} ${money(reference)} ${schedule(reference)} ${photo(reference)} ${districts(reference)}
      ${units(reference)}`,
  )
}

function rulings({ pins }: Reference): Html {
  const fields = openReadings.map(({ id, question, options: choices }) =>
    Object.keys(choices).length > 0
      ? html`<label for="pin-${id}">${question}</label>
          <select id="pin-${id}" name="${id}">
            ${options({ '': '没有定', ...choices }, pins[id])}
          </select>`
      : html`<label for="pin-${id}">${question}</label>
          <input id="pin-${id}" name="${id}" type="date" value="${pins[id] ?? ''}" />`,
  )
  return form('pins', `条文未定之处（已定 ${Object.keys(pins).length} 处）`, html`${fields}`)
}

function money({ fees, paymentDeadline }: Reference): Html {
  const fields = Object.entries(gradeWords).map(([grade, name]) => {
    const cents = fees.find((fee) => String(fee.grade) === grade)?.cents
    const value = cents === undefined ? '' : yuanOf(cents)
    return html`<label for="fee-${grade}">${name}（元，空着是没有定，0 是免费）</label>
      <input id="fee-${grade}" name="fee-${grade}" inputmode="decimal" pattern="${yuanPattern}" value="${value}" />`
  })
  const set = fees.length > 0 && paymentDeadline !== undefined
  const sample = html`<form method="post" action="/reference/sample-money" id="${sampleFormId}"></form>`
  const part = form(
    'money',
    `考务费和缴费截止日（${set ? '已定' : '没有定，不能缴费'}）`,
    html`<p class="caption">通知里没有写金额。想先试一遍缴费，可以填入编出来的示例金额，截止日是十四天以后。</p>
      <div class="actions">
        <button form="${sampleFormId}">填入示例考务费和截止日</button>
      </div>
      ${fields}
      <label for="deadline">缴费截止日（空着是没有定）</label>
      <input id="deadline" name="deadline" type="date" value="${paymentDeadline ?? ''}" />`,
    !set,
  )
  return html`${sample} ${part}`
}

/** A form of its own: else the Enter key in a field would take the samples for what was typed. */
const sampleFormId = 'sample-money'

const scheduleWords: Readonly<Record<string, string>> = {
  registrationOpensOn: '报名开始',
  registrationClosesOn: '报名截止（当天 24:00）',
  districtReviewBy: '城区初审截止',
  reviewClosesOn: '资格审查截止',
}
export const scheduleKeys = Object.keys(scheduleWords)

function schedule({ schedule: days }: Reference): Html {
  const fields = scheduleKeys.map(
    (key) =>
      html`<label for="${key}">${word(scheduleWords, key)}（空着照通知）</label>
        <input id="${key}" name="${key}" type="date" value="${days[key] ?? ''}" />`,
  )
  return form('schedule', '日程变更', html`${fields}`)
}

export const backgroundWords = { white: '白色', blue: '蓝色', red: '红色' }

function photo({ photo: wanted }: Reference): Html {
  const number = (name: string, label: string, value: number | undefined): Html =>
    html`<label for="${name}">${label}</label>
      <input id="${name}" name="${name}" type="number" min="1" value="${value ?? ''}" />`
  return form(
    'photo',
    `证件照规格（${wanted ? '已定' : '没有定，不要照片'}）`,
    html`<p class="caption">三个数都空着是没有定：报名时不要照片。通知里没有写，填的是示例。</p>
      ${number('widthPx', '宽（像素）', wanted?.widthPx)} ${number('heightPx', '高（像素）', wanted?.heightPx)}
      ${number('kilobytes', '文件不超过（KB）', wanted && Math.floor(wanted.maxBytes / 1024))}
      <label for="background">底色</label>
      <select id="background" name="background">
        ${options({ '': '没有定，纯色即可', ...backgroundWords }, wanted?.background)}
      </select>`,
  )
}

function districts({ districts: all }: Reference): Html {
  const fields = all.map(
    ({ code, name, kind, office, onlinePayment, returnWorkDays }) =>
      html`<fieldset>
        <legend>${name} ${tag(word(kindWords, kind))}</legend>
        <span class="caption">${office.name} ${office.phone ?? '电话没有给'}</span>
        <label class="pick"
          ><input type="checkbox" name="online-${code}" ${onlinePayment ? checked : ''} /> 开通网上缴费</label
        >
        <label for="limit-${code}">退回后几个工作日内改好（空着是没有定）</label>
        <input id="limit-${code}" name="limit-${code}" type="number" min="1" max="60" value="${returnWorkDays ?? ''}" />
      </fieldset>`,
  )
  return form('districts', '县（市、区）', html`${fields}`)
}

const checked = html`checked`
const opened = html`open`

function units({ units: all, departments }: Reference): Html {
  const lines = (contacts: Contact[]): string =>
    contacts.map(({ name, phone, email }) => [name, phone, email ?? []].flat().join(' ')).join('\n')
  const fields = [...all, ...departments].map(
    ({ code, name, contacts }) =>
      html`<label for="contacts-${code}">${name}</label>
        <textarea id="contacts-${code}" name="contacts-${code}">${lines(contacts)}</textarea>`,
  )
  return form(
    'contacts',
    '单位和主管部门的经办人',
    html`<p class="caption">一行一位：姓名 手机号 邮箱（可以不写）。</p>
      ${fields}`,
  )
}

function form(section: string, title: string, fields: Html, open = false): Html {
  return html`<section class="card" id="${section}">
    <details ${open ? opened : ''}>
      <summary>${title}</summary>
      <form method="post" action="/reference/${section}">
        ${fields}
        <div class="actions"><button class="main">保存</button></div>
      </form>
    </details>
  </section>`
}
