import type { NoticeName } from '../../applications/table/edge'
import { factsText } from './fact-words'
import { itemsText, pathsText } from './item-words'
import type { CatalogueEntry, NoticeContent, Occasion } from './notice'
import {
  inTime,
  nothingToDo,
  officeText,
  ofPerson,
  personOf,
  registrationUntil,
  say,
  theirs,
  toPerson,
  toStatus,
  whom,
  whomForContact,
} from './phrases'
import { returned, returnedForContact } from './returns'
import { supplementPlace, supplementUntil } from './supplements'

/** What the office said: its reasons and the facts that it sent; empty where it said nothing. */
function saidText({ items, facts }: Occasion): string {
  const reasons = itemsText(items)
  return [reasons && `原因：${reasons}。`, factsText(facts)].filter(Boolean).join('')
}

function manualDecision(occasion: Occasion): NoticeContent {
  const { subject } = occasion
  return say(occasion, {
    title: '人工审核有了结论',
    happened: `${subject.officeName}对${theirs(subject)}作了人工审核。${saidText(occasion)}审查接着进行，${nothingToDo}`,
    place: toStatus(subject),
    wechat: { template: 'progress', what: '人工审核有了结论', whom: whom(subject), hint: '点开看结论' },
  })
}

/** The originals are brought together by the unit (三(一)), before the review closes (五(二)). */
function onsite(occasion: Occasion): NoticeContent {
  const { subject, now } = occasion
  const { reviewClosesAt: until } = subject
  return say(occasion, {
    title: '需要现场审查',
    happened: `${subject.officeName}要看${theirs(subject)}的原件（现场审查确认）。由单位集中去办，您本人不用去。${saidText(occasion)}`,
    todo: `请${inTime(until, now, '把证书、文件的原件交给单位经办人')}。`,
    until,
    place: toStatus(subject),
    wechat: { template: 'todo', what: '需要现场审查', whom: whom(subject), hint: '请把原件交给单位经办人' },
  })
}

function onsiteForUnit(occasion: Occasion): NoticeContent {
  const { subject, now } = occasion
  const { reviewClosesAt: until, counter } = subject
  const where = counter.address ? `地址：${counter.address}。` : ''
  return say(occasion, {
    title: `${personOf(subject)}要现场审查`,
    happened: `${subject.officeName}要看${ofPerson(subject)}的原件（现场审查确认）。${saidText(occasion)}`,
    todo: `请收齐原件，${inTime(until, now, `集中送${officeText(subject)}审查`)}。${where}`,
    until,
    place: toPerson(subject),
    wechat: { template: 'todo', what: '有人需要现场审查', whom: whomForContact(subject), hint: '请收齐原件送工考办' },
  })
}

function rejected(occasion: Occasion): NoticeContent {
  const { subject, now } = occasion
  const until = registrationUntil(subject, now)
  const again = until ? `想重新申报的，请${inTime(until, now, '提交')}。` : ''
  return say(occasion, {
    title: '审查没有通过',
    happened: `${subject.officeName}审查后，没有通过${theirs(subject)}。${saidText(occasion)}`,
    todo: `有疑问请联系${officeText(subject)}。${again}`,
    place: toStatus(subject),
    wechat: { template: 'progress', what: '审查没有通过', whom: whom(subject), hint: '点开看原因' },
  })
}

function rejectedForUnit(occasion: Occasion): NoticeContent {
  const { subject } = occasion
  return say(occasion, {
    title: `${personOf(subject)}审查没有通过`,
    happened: `${subject.officeName}没有通过${ofPerson(subject)}。${saidText(occasion)}本人已经收到通知。`,
    place: toPerson(subject),
    wechat: { template: 'progress', what: '有人审查没有通过', whom: whomForContact(subject), hint: '点开看原因' },
  })
}

function disqualified(occasion: Occasion): NoticeContent {
  const { subject } = occasion
  return say(occasion, {
    title: '已被取消资格',
    happened: `${subject.officeName}取消了${theirs(subject)}的资格。${saidText(occasion)}`,
    todo: `有疑问请联系${officeText(subject)}。`,
    place: toStatus(subject),
    wechat: { template: 'progress', what: '已被取消资格', whom: whom(subject), hint: '点开看原因' },
  })
}

function disqualifiedForUnit(occasion: Occasion): NoticeContent {
  const { subject } = occasion
  return say(occasion, {
    title: `${personOf(subject)}被取消资格`,
    happened: `${subject.officeName}取消了${ofPerson(subject)}的资格。${saidText(occasion)}本人已经收到通知。`,
    place: toPerson(subject),
    wechat: { template: 'progress', what: '有人被取消资格', whom: whomForContact(subject), hint: '点开看原因' },
  })
}

function supplementAccepted(occasion: Occasion): NoticeContent {
  const { subject } = occasion
  const open = subject.openSupplements
  const rest = open.length > 0 ? `还要补交：${pathsText(open)}。` : '承诺补交的都交齐了，现在不用做什么。'
  return say(occasion, {
    title: '补交的材料已收下',
    happened: `${subject.officeName}收下了${theirs(subject)}补交的材料。${rest}`,
    place: toStatus(subject),
    wechat: {
      template: 'progress',
      what: '补交的材料已收下',
      whom: whom(subject),
      hint: open.length > 0 ? '还有材料要补交' : '现在不用做什么',
    },
  })
}

function supplementRejected(occasion: Occasion): NoticeContent {
  const { subject } = occasion
  const { until, text } = supplementUntil(occasion)
  return say(occasion, {
    title: '补交的材料没有收下',
    happened: `${subject.officeName}没有收下${theirs(subject)}补交的材料。${saidText(occasion)}`,
    todo: `请重新拍好，${text}。`,
    until,
    place: supplementPlace(subject),
    wechat: { template: 'todo', what: '补交的材料没有收下', whom: whom(subject), hint: '请重新拍好，考试前补交' },
  })
}

type OfficeStage = Extract<
  NoticeName,
  | 'returned-by-office'
  | 'manual-decision'
  | 'onsite-required'
  | 'rejected'
  | 'disqualified'
  | 'supplement-accepted'
  | 'supplement-rejected'
>

const department = { none: 'the unit guides its people from here on (三(五))' }

/** 资格审查 and 容缺后补 (三(三)-(五)). */
export const officeStage: Record<OfficeStage, CatalogueEntry> = {
  'returned-by-office': {
    applicant: { words: (occasion) => returned(occasion, '工考办') },
    unit: { words: (occasion) => returnedForContact(occasion, '工考办') },
    department,
  },
  'manual-decision': {
    applicant: { words: manualDecision },
    unit: { none: 'the review goes on, and nothing is asked of the unit' },
    department,
  },
  'onsite-required': { applicant: { words: onsite }, unit: { words: onsiteForUnit }, department },
  rejected: { applicant: { words: rejected }, unit: { words: rejectedForUnit }, department },
  disqualified: { applicant: { words: disqualified }, unit: { words: disqualifiedForUnit }, department },
  'supplement-accepted': {
    applicant: { words: supplementAccepted },
    unit: { none: 'nothing is asked of the unit' },
    department,
  },
  'supplement-rejected': {
    applicant: { words: supplementRejected },
    unit: { none: 'the person sends it again; the desk shows it' },
    department,
  },
}
