import type { NoticeName } from '../../applications/table/edge'
import type { CatalogueEntry, NoticeContent, Occasion } from './notice'
import {
  inTime,
  nothingToDo,
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
import { plain } from './item-words'
import { returned, returnedForContact } from './returns'

/** A contact has one to look at. */
function toReview(occasion: Occasion, what: '单位审核' | '主管部门审核'): NoticeContent {
  const { subject, now } = occasion
  const occupation = subject.occupation ? `，工种：${plain(subject.occupation)}` : ''
  return say(occasion, {
    title: `${personOf(subject)}的申报等您审核`,
    happened: `${ofPerson(subject)}到了您这里，等您审核（${what}）${occupation}。`,
    todo: `请核对情况和材料，${inTime(subject.reviewClosesAt, now, '通过或退回')}。`,
    until: subject.reviewClosesAt,
    place: toPerson(subject),
    wechat: {
      template: 'todo',
      what: '有申报等您审核',
      whom: whomForContact(subject),
      hint: '请核对材料，通过或退回',
    },
  })
}

function withDepartment(occasion: Occasion): NoticeContent {
  const { subject } = occasion
  return say(occasion, {
    title: '现在由主管部门审核',
    happened: `${theirs(subject)}现在由主管部门${subject.departmentName ?? ''}审核。${nothingToDo}`,
    place: toStatus(subject),
    wechat: { template: 'progress', what: '申报到了主管部门', whom: whom(subject), hint: '现在不用做什么' },
  })
}

function withOffice(occasion: Occasion): NoticeContent {
  const { subject, who } = occasion
  return say(occasion, {
    title: '审核通过，送工考办审查',
    happened: `${who ?? '单位'}审核通过了${theirs(subject)}，接着由${subject.officeName}审查（资格审查）。${nothingToDo}`,
    place: toStatus(subject),
    wechat: { template: 'progress', what: '审核通过，送工考办审查', whom: whom(subject), hint: '现在不用做什么' },
  })
}

function withdrawn(occasion: Occasion): NoticeContent {
  const { subject, now } = occasion
  const until = registrationUntil(subject, now)
  const again = until ? `想重新申报的，请${inTime(until, now, '提交')}。` : '报名已经截止，不能再重新申报。'
  return say(occasion, {
    title: '申报已经撤回',
    happened: `${theirs(subject)}已经撤回，单位和工考办不再审查。${again}`,
    place: toStatus(subject),
    wechat: {
      template: 'progress',
      what: '申报已经撤回',
      whom: whom(subject),
      hint: until ? '报名截止前可以重新申报' : '不是您撤回的，请问单位',
    },
  })
}

function withdrawnForUnit(occasion: Occasion): NoticeContent {
  const { subject, facts } = occasion
  const reason = facts['reason'] ? `原因：${plain(facts['reason'])}。` : ''
  return say(occasion, {
    title: `${personOf(subject)}撤回了申报`,
    happened: `${ofPerson(subject)}撤回了，您不用再审核。${reason}`,
    place: toPerson(subject),
    wechat: { template: 'progress', what: '有人撤回了申报', whom: whomForContact(subject), hint: '不用再审核' },
  })
}

type UnitStage = Extract<
  NoticeName,
  | 'unit-to-review'
  | 'department-to-review'
  | 'sent-to-office'
  | 'returned-by-unit'
  | 'returned-by-department'
  | 'withdrawn-tell-unit'
>

/** 单位审核 and 主管部门审核 (三(三)). */
export const unitStage: Record<UnitStage, CatalogueEntry> = {
  'unit-to-review': {
    applicant: {
      none: 'whoever has just sent it sees on the screen that the unit has it; a message of WeChat is kept for what comes',
    },
    unit: { words: (occasion) => toReview(occasion, '单位审核') },
    department: { none: 'it is with the unit' },
  },
  'department-to-review': {
    applicant: { words: withDepartment },
    unit: { none: 'its contact has just passed it on, or the person has answered the department' },
    department: { words: (occasion) => toReview(occasion, '主管部门审核') },
  },
  'sent-to-office': {
    applicant: { words: withOffice },
    unit: { none: 'whoever passed it on has it on the screen; the desk shows where it is' },
    department: { none: 'whoever passed it on has it on the screen; the desk shows where it is' },
  },
  'returned-by-unit': {
    applicant: { words: (occasion) => returned(occasion, '单位') },
    unit: { none: 'its contact has just returned it' },
    department: { none: 'it is between the unit and the person' },
  },
  'returned-by-department': {
    applicant: { words: (occasion) => returned(occasion, '主管部门') },
    unit: { words: (occasion) => returnedForContact(occasion, '主管部门') },
    department: { none: 'its contact has just returned it' },
  },
  'withdrawn-tell-unit': {
    applicant: { words: withdrawn },
    unit: { words: withdrawnForUnit },
    department: { none: 'nothing is to be done: it leaves its list by itself, and the unit knows' },
  },
}
