import type { Announcement } from '../../applications/announcements'
import type { NoticeName } from '../../applications/table/edge'
import { plain } from './item-words'
import type { CatalogueEntry, NoticeContent, Occasion } from './notice'
import {
  examOfPerson,
  nothingToDo,
  officeText,
  ofPerson,
  personOf,
  say,
  theirExam,
  theirs,
  toPay,
  toPerson,
  toStatus,
  whom,
  whomForContact,
  yuan,
  yuanOf,
} from './phrases'
import { amountText, dueNow, howToPay, whyClosed } from './paying'
import { untilText } from './times'

const lapses = '到期没有缴的，按通知视为放弃报考。'

/** 五(二). Where amount or last day is not set, that is said, and nothing is to be done. */
function accepted(occasion: Occasion): NoticeContent {
  const { subject } = occasion
  const due = dueNow(occasion)
  if (!due)
    return say(occasion, {
      title: '审查通过，等缴费通知',
      happened: `${theirs(subject)}通过了资格审查。${whyClosed(subject)}公布后会提醒您，现在不用做什么。`,
      place: toPay(subject),
      wechat: { template: 'progress', what: '审查通过，等缴费通知', whom: whom(subject), hint: '现在不用做什么' },
    })
  return say(occasion, {
    title: '审查通过，请缴费',
    happened: `${theirs(subject)}通过了资格审查。下一步缴考核费${amountText(subject)}，缴了报名才算确认。`,
    todo: `请${howToPay(occasion, due)}${lapses}`,
    until: due,
    place: toPay(subject),
    wechat: {
      template: 'todo',
      what: '审查通过，请缴费',
      whom: whom(subject),
      hint: subject.payment.state === 'counter' ? '带身份证到窗口缴费' : `缴费${amountText(subject)}，过期视为放弃`,
    },
  })
}

/** 五(二): units tell their people to pay. */
function acceptedForUnit(occasion: Occasion): NoticeContent {
  const { subject } = occasion
  const due = dueNow(occasion)
  const happened = `${ofPerson(subject)}通过了资格审查。`
  if (!due)
    return say(occasion, {
      title: `${personOf(subject)}审查通过`,
      happened: `${happened}${whyClosed(subject)}现在不用做什么。`,
      place: toPerson(subject),
      wechat: { template: 'progress', what: '有人审查通过', whom: whomForContact(subject), hint: '现在不用做什么' },
    })
  return say(occasion, {
    title: `${personOf(subject)}审查通过，待缴费`,
    happened: `${happened}要缴考核费${amountText(subject)}。`,
    todo: `请提醒本人${howToPay(occasion, due)}${lapses}`,
    until: due,
    place: toPerson(subject),
    wechat: {
      template: 'todo',
      what: '有人审查通过，待缴费',
      whom: whomForContact(subject),
      hint: '请提醒本人按期缴费',
    },
  })
}

function confirmed(occasion: Occasion): NoticeContent {
  const { subject, facts } = occasion
  const amount = yuanOf(facts)
  const received = amount ? `收到考核费 ${amount}，` : ''
  return say(occasion, {
    title: '报名已确认',
    happened: `${received}${theirExam(subject)}报名已经确认。下一步是培训和考试，${nothingToDo}`,
    place: toStatus(subject),
    wechat: { template: 'progress', what: '报名已确认', whom: whom(subject), hint: '等培训和考试通知' },
  })
}

function abandoned(occasion: Occasion): NoticeContent {
  const { subject } = occasion
  const until = subject.payUntil ? `到 ${untilText(subject.payUntil)} 为止，` : ''
  return say(occasion, {
    title: '过期没有缴费',
    happened: `${until}没有收到${theirExam(subject)}费，按通知视为放弃报考。`,
    todo: `期限前已经付了钱的照样算数：请打开缴费页点“再查一次”，还是没有，请联系${officeText(subject)}。`,
    place: toPay(subject),
    wechat: {
      template: 'progress',
      what: '过期没有缴费，视为放弃',
      whom: whom(subject),
      hint: '已经付了的，点开再查一次',
    },
  })
}

function abandonedForUnit(occasion: Occasion): NoticeContent {
  const { subject } = occasion
  const until = subject.payUntil ? `到 ${untilText(subject.payUntil)} 为止，` : ''
  return say(occasion, {
    title: `${personOf(subject)}过期没有缴费`,
    happened: `${until}没有收到${examOfPerson(subject)}费，按通知视为放弃报考。本人已经收到通知。`,
    place: toPerson(subject),
    wechat: {
      template: 'progress',
      what: '有人过期没有缴费',
      whom: whomForContact(subject),
      hint: '按通知视为放弃报考',
    },
  })
}

function refundDecided(occasion: Occasion): NoticeContent {
  const { subject, facts } = occasion
  const amount = yuanOf(facts)
  const reason = facts['reason'] ? `原因：${plain(facts['reason'])}。` : ''
  return say(occasion, {
    title: '工考办决定退费',
    happened: `${subject.officeName}决定退还${theirExam(subject)}费${amount ? ` ${amount}` : ''}。${reason}在微信里付的，按原来付款的路退回，不用申请；在窗口缴的，请问${officeText(subject)}。`,
    place: toPay(subject),
    wechat: {
      template: 'progress',
      what: '工考办决定退费',
      whom: whom(subject),
      hint: amount ? `退 ${amount}` : '点开看怎么退',
    },
  })
}

/** Of one refund: where it stands. */
const refund =
  (title: string, after: string, hint: string) =>
  (occasion: Occasion): NoticeContent => {
    const { subject, facts } = occasion
    const amount = yuanOf(facts)
    return say(occasion, {
      title,
      happened: `${theirExam(subject)}费退款${amount ? ` ${amount}` : ''}：${after}`,
      place: toPay(subject),
      wechat: { template: 'progress', what: title, whom: whom(subject), hint },
    })
  }

function refundStuck(occasion: Occasion): NoticeContent {
  const { subject } = occasion
  const words = refund(
    '退款要人工处理',
    '没有办成，工作人员在另外安排。钱不会丢。',
    '钱不会丢，工作人员在安排',
  )(occasion)
  return { ...words, todo: `着急的话，请联系${officeText(subject)}。` }
}

function held(occasion: Occasion): NoticeContent {
  const { subject, facts } = occasion
  const fee = subject.payment.feeCents
  const [came, owed] = [yuanOf(facts), fee === undefined ? undefined : yuan(fee)]
  const amounts = came && owed && came !== owed ? ` ${came}，应缴 ${owed}，` : '，'
  return say(occasion, {
    title: '钱已收到，正在核对',
    happened: `${theirExam(subject)}费已经收到${amounts}还对不上，工作人员在核对。请不要再付，有结果会再告诉您。`,
    todo: `着急的话，请联系${officeText(subject)}。`,
    place: toPay(subject),
    wechat: { template: 'progress', what: '钱已收到，正在核对', whom: whom(subject), hint: '请不要再付' },
  })
}

type PaymentStage =
  | Extract<
      NoticeName,
      'accepted-pay-online' | 'accepted-pay-at-counter' | 'confirmed' | 'abandoned' | 'refund-decided'
    >
  | Announcement['name']

const department = { none: 'the fee is between the person and the office; the unit tells its people (五(二))' }
const money = { unit: { none: 'it is the payer’s money' }, department }

/** 缴费 (五(二)) and what goes back. */
export const paymentStage: Record<PaymentStage, CatalogueEntry> = {
  'accepted-pay-online': { applicant: { words: accepted }, unit: { words: acceptedForUnit }, department },
  'accepted-pay-at-counter': { applicant: { words: accepted }, unit: { words: acceptedForUnit }, department },
  confirmed: {
    applicant: { words: confirmed },
    unit: { none: 'nothing is asked of the unit; the desk shows it' },
    department,
  },
  abandoned: { applicant: { words: abandoned }, unit: { words: abandonedForUnit }, department },
  'refund-decided': { ...money, applicant: { words: refundDecided } },
  'refund-asked': {
    ...money,
    applicant: {
      words: refund('退款已申请', '已经申请，按原来付款的路退回零钱或银行卡。退到了会再告诉您。', '退到了会再告诉您'),
    },
  },
  'refund-done': {
    ...money,
    applicant: { words: refund('退款已退回', '已经退回，请在微信“服务通知”或银行卡里看。', '已退回原来付款的地方') },
  },
  'refund-stuck': { ...money, applicant: { words: refundStuck } },
  'payment-held': { ...money, applicant: { words: held } },
}
