import type { CorrectionLimit } from '../../contract'
import type { NoticeContent, Occasion } from './notice'
import {
  byText,
  ofPerson,
  officeText,
  personOf,
  say,
  theirs,
  toPerson,
  toStatus,
  whom,
  whomForContact,
} from './phrases'
import { itemsText } from './item-words'
import { daysLeft, leftText, untilText } from './times'

/** Until when it may be mended; where no limit is set, the close of the review holds all the same. */
export const mendUntil = ({ subject }: Pick<Occasion, 'subject'>): string =>
  subject.limit?.until ?? subject.reviewClosesAt

/** 3月27日（周一）24:00 前，还剩 1 个工作日 */
function limitText(limit: CorrectionLimit | undefined, until: string, now: Date): string {
  if (limit?.state !== 'set') return byText(until, now)
  const days = limit.workDaysLeft
  const left = days > 0 && daysLeft(until, now) > 0 ? `还剩 ${days} 个工作日` : leftText(until, now)
  const cut = limit.nominal === limit.effective ? '' : '（审查到这一天结束）'
  return `${untilText(until)} 前${cut}，${left}`
}

/** 请在 … 前改好，还剩 1 个工作日。 What is not set is said, never guessed. */
export function mendText(occasion: Occasion): string {
  const { subject, now } = occasion
  const { limit } = subject
  const until = mendUntil(occasion)
  if (new Date(until) <= now)
    return `改正的期限到 ${untilText(until)} 为止，已经过了。请马上联系单位经办人或${officeText(subject)}。`
  const asked = limit?.state === 'set' ? '' : '具体期限请问退回的单位。'
  return `请改好并重新提交：${limitText(limit, until, now)}。${asked}`
}

const countText = (count: number): string => (count > 0 ? `要改 ${count} 处` : '要改好再交')

/** What the phone's subscribe message and the person's inbox say of a return: what, why, until when. */
export function returned(occasion: Occasion, by: string): NoticeContent {
  const { subject, items, who } = occasion
  const what = items.length > 0 ? `：${itemsText(items)}` : ''
  return say(occasion, {
    title: `申报被${by}退回，请改好再交`,
    happened: `${who ?? by}退回了${theirs(subject)}，${countText(items.length)}${what}。`,
    todo: mendText(occasion),
    until: mendUntil(occasion),
    place: toStatus(subject),
    wechat: {
      template: 'todo',
      what: `申报被${by}退回`,
      whom: whom(subject),
      hint: items.length > 0 ? `${countText(items.length)}，改好重新提交` : '请改好重新提交',
    },
  })
}

/** To the unit, which guides its people (三(五)2). */
export function returnedForContact(occasion: Occasion, by: string): NoticeContent {
  const { subject, items, who, now } = occasion
  const until = mendUntil(occasion)
  const what = items.length > 0 ? `：${itemsText(items)}` : ''
  const over = new Date(until) <= now
  return say(occasion, {
    title: `${personOf(subject)}的申报被退回`,
    happened: `${who ?? by}退回了${ofPerson(subject)}，${countText(items.length)}${what}。`,
    todo: over
      ? `改正的期限到 ${untilText(until)} 为止，已经过了。请联系${officeText(subject)}。`
      : `请提醒本人改好并重新提交：${limitText(subject.limit, until, now)}。`,
    until,
    place: toPerson(subject),
    wechat: {
      template: 'todo',
      what: `有申报被${by}退回`,
      whom: whomForContact(subject),
      hint: '请提醒本人改好再交',
    },
  })
}
