import { dueNow, amountText, howToPay } from './paying'
import { pathsText } from './item-words'
import type { CatalogueEntry, NoticeContent, Occasion } from './notice'
import { inTime, say, theirExam, theirs, toList, toPay, toStatus, whom } from './phrases'
import { mendText, mendUntil, whatToMend } from './returns'
import { supplementPlace, supplementUntil } from './supplements'

export const personReminders = ['reminder-submit', 'reminder-correct', 'reminder-pay', 'reminder-supplement'] as const
export type PersonReminder = (typeof personReminders)[number]

export const placeReminderNames = ['reminder-review', 'reminder-list'] as const
export type PlaceReminder = (typeof placeReminderNames)[number]

/** 三(二): a draft that is forgotten is an application that never was. */
function submit(occasion: Occasion): NoticeContent {
  const { subject, now } = occasion
  const { registrationClosesAt: until } = subject
  return say(occasion, {
    title: '申报还没有提交',
    happened: `${theirs(subject)}还没有提交，填过的内容都在。`,
    todo: `请${inTime(until, now, '填好并提交')}，过了就不能再报名。`,
    until,
    place: { page: 'apply/tasks', query: { id: subject.id } },
    wechat: { template: 'todo', what: '申报还没有提交', whom: whom(subject), hint: '请在截止前填好并提交' },
  })
}

function correct(occasion: Occasion): NoticeContent {
  const { subject } = occasion
  return say(occasion, {
    title: '退回的申报还没有改好',
    happened: `${theirs(subject)}被退回后还没有重新提交，${whatToMend(subject.items)}`,
    todo: mendText(occasion),
    until: mendUntil(occasion),
    place: toStatus(subject),
    wechat: { template: 'todo', what: '退回的申报还没改好', whom: whom(subject), hint: '请改好并重新提交' },
  })
}

function pay(occasion: Occasion): NoticeContent {
  const { subject } = occasion
  const due = dueNow(occasion)
  return say(occasion, {
    title: '还没有缴费',
    happened: `还没有收到${theirExam(subject)}费${amountText(subject)}。已经付了的不用管。`,
    todo: due && `请${howToPay(occasion, due)}到期没有缴的，按通知视为放弃报考。`,
    until: due,
    place: toPay(subject),
    wechat: { template: 'todo', what: '还没有缴费', whom: whom(subject), hint: '过期没有缴，视为放弃报考' },
  })
}

function supplement(occasion: Occasion): NoticeContent {
  const { subject } = occasion
  const { until, text } = supplementUntil(occasion)
  return say(occasion, {
    title: '承诺的材料还没有补交',
    happened: `${theirs(subject)}承诺考试前补交的材料还没有交：${pathsText(subject.openSupplements)}。`,
    todo: `请拍好，${text}。`,
    until,
    place: supplementPlace(subject),
    wechat: { template: 'todo', what: '承诺的材料还没补交', whom: whom(subject), hint: '请在考试前补交' },
  })
}

type PlaceFacts = Readonly<Record<string, string>>

/**
 * What a reminder to a place is written from.
 * @param facts `now` and `until` (instants), `count` of applications, `name` of the unit or department, `kind` of review or of the moment
 */
function review(facts: PlaceFacts): NoticeContent {
  const { now, until } = instantsOf(facts)
  const [count, what] = [facts['count'] ?? '', facts['review'] === 'department' ? '主管部门审核' : '单位审核']
  return say(
    { at: now },
    {
      title: `还有 ${count} 份申报等您审核`,
      happened: `${facts['name'] ?? ''}还有 ${count} 份申报没有审核（${what}）。`,
      todo: `请${inTime(until, now, '通过或退回')}，过了就不能再审核。`,
      until,
      place: toList,
      wechat: {
        template: 'todo',
        what: `${count} 份申报等您审核`,
        whom: facts['name'] ?? '您的单位',
        hint: '过了期限就不能再审核',
      },
    },
  )
}

function list(facts: PlaceFacts): NoticeContent {
  const { now, until } = instantsOf(facts)
  const [count, office] = [facts['count'] ?? '', facts['office'] ?? '工考办']
  return say(
    { at: now },
    {
      title: '请报送申报人员名单',
      happened: `网上报名已经截止，${facts['name'] ?? ''}有 ${count} 人申报。`,
      todo: `请${inTime(until, now, `把本单位申报人员名单（报送名单）报给${office}`)}。已经报了的不用管。`,
      until,
      place: toList,
      wechat: {
        template: 'todo',
        what: '请报送申报人员名单',
        whom: facts['name'] ?? '您的单位',
        hint: `${count} 人，请按期报送`,
      },
    },
  )
}

function instantsOf({ now, until }: PlaceFacts): { now: Date; until: Date } {
  if (now === undefined || until === undefined) throw new Error('a reminder to a place needs now and until')
  return { now: new Date(now), until: new Date(until) }
}

/** Written for a place as a whole, not for one application. */
export const placeReminders: Record<PlaceReminder, (facts: Record<string, string>) => NoticeContent> = {
  'reminder-review': review,
  'reminder-list': list,
}

const own = {
  unit: { none: 'the person is reminded; the unit is told of what it has to do itself' },
  department: { none: 'the person is reminded' },
  reminder: true as const,
}
const ofPlace = (words: (facts: Record<string, string>) => NoticeContent) => ({
  words: ({ facts }: Occasion) => words(facts),
})

/** Deadlines: at half time and on the last morning. */
export const reminders: Record<PersonReminder | PlaceReminder, CatalogueEntry> = {
  'reminder-submit': { ...own, applicant: { words: submit } },
  'reminder-correct': { ...own, applicant: { words: correct } },
  'reminder-pay': { ...own, applicant: { words: pay } },
  'reminder-supplement': { ...own, applicant: { words: supplement } },
  'reminder-review': {
    applicant: { none: 'it is for the contact to do' },
    unit: ofPlace(review),
    department: ofPlace((facts) => review({ ...facts, review: 'department' })),
    reminder: true,
  },
  'reminder-list': {
    applicant: { none: 'it is for the contact to do' },
    unit: ofPlace(list),
    department: { none: 'the list comes from the unit (三(五)1)' },
    reminder: true,
  },
}
