import type { CorrectionLimit, ReturnItem } from '../../contract'
import type { NoticeContent, Occasion } from './notice'
import {
  inTime,
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
import { untilText } from './times'

/** Until when it may be mended; where no limit is set, the close of the review holds all the same. */
export const mendUntil = ({ subject }: Pick<Occasion, 'subject'>): string =>
  subject.limit?.until ?? subject.reviewClosesAt

/** 在 3月27日（周一）24:00 前改好并重新提交 */
function mendInTime(limit: CorrectionLimit | undefined, until: string, now: Date): string {
  const cut = limit?.state === 'set' && limit.nominal !== limit.effective ? '（审查到这一天结束）' : ''
  return `${inTime(until, now, '改好并重新提交')}${cut}`
}

/** What is not set is said, never guessed. */
export function mendText(occasion: Occasion): string {
  const { subject, now } = occasion
  const { limit } = subject
  const until = mendUntil(occasion)
  if (new Date(until) <= now)
    return `改正的期限到 ${untilText(until)} 为止，已经过了。请马上联系单位经办人或${officeText(subject)}。`
  const asked = limit?.state === 'set' ? '' : '具体期限请问退回的单位。'
  return `请${mendInTime(limit, until, now)}。${asked}`
}

/** 要改 3 处。身份证：看不清；… */
export function whatToMend(items: readonly ReturnItem[]): string {
  return items.length > 0 ? `要改 ${items.length} 处。${itemsText(items)}。` : '要改好再交。'
}

/** What the phone's subscribe message and the person's inbox say of a return: what, why, until when. */
export function returned(occasion: Occasion, by: string): NoticeContent {
  const { subject, items, who } = occasion
  return say(occasion, {
    title: `申报被${by}退回，请改好再交`,
    happened: `${who ?? by}退回了${theirs(subject)}，${whatToMend(items)}`,
    todo: mendText(occasion),
    until: mendUntil(occasion),
    place: toStatus(subject),
    wechat: {
      template: 'todo',
      what: `申报被${by}退回`,
      whom: whom(subject),
      hint: items.length > 0 ? `要改 ${items.length} 处，改好重新提交` : '请改好重新提交',
    },
  })
}

/** To the unit, which guides its people (三(五)2). */
export function returnedForContact(occasion: Occasion, by: string): NoticeContent {
  const { subject, items, who, now } = occasion
  const until = mendUntil(occasion)
  const over = new Date(until) <= now
  return say(occasion, {
    title: `${personOf(subject)}的申报被退回`,
    happened: `${who ?? by}退回了${ofPerson(subject)}，${whatToMend(items)}`,
    todo: over
      ? `改正的期限到 ${untilText(until)} 为止，已经过了。请联系${officeText(subject)}。`
      : `请提醒本人${mendInTime(subject.limit, until, now)}。`,
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
