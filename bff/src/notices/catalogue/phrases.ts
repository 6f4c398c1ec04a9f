import type { NoticeSubject } from '../../applications/notice-door'
import type { NoticePlace } from '../../contract'
import type { NoticeContent, Occasion, WechatWords } from './notice'
import { plain } from './item-words'
import { untilText } from './times'

/** 您的申报 where there is no name yet. */
type Named = Pick<NoticeSubject, 'name' | 'gradeName'>

const compoundSurnames: readonly string[] = [
  ...['欧阳', '司马', '上官', '诸葛', '东方', '皇甫', '尉迟', '公孙', '令狐', '慕容', '司徒', '夏侯', '端木', '呼延'],
]

/** A name with a dot (买买提·艾力) is called by its first part. */
function surnameOf(name: string): string {
  const first = name.split(/[·•・.]/, 1)[0] ?? ''
  if (first !== name) return first
  return compoundSurnames.find((surname) => name.startsWith(surname)) ?? [...name][0] ?? ''
}

/** How the applicant is addressed: no more than the surname. */
const politely = (name: string): string => `${surnameOf(plain(name))}师傅`

/** 李师傅的三级（高级工）申报: it is said whose, since a helper reads of several. */
export const theirs = ({ name, gradeName }: Named): string => `${name ? politely(name) : '您'}的${gradeName ?? ''}申报`

/** 李师傅的三级（高级工）考核: from the fee on. */
export const theirExam = ({ name, gradeName }: Named): string =>
  `${name ? politely(name) : '您'}的${gradeName ?? ''}考核`

/** 李明的三级（高级工）申报: a contact has to know who it is. */
export const ofPerson = ({ name, gradeName }: Named): string => `${personOf({ name })}的${gradeName ?? ''}申报`

/** 李明的三级（高级工）考核 */
export const examOfPerson = ({ name, gradeName }: Named): string => `${personOf({ name })}的${gradeName ?? ''}考核`

/** In titles, which are short. */
export const personOf = ({ name }: Pick<Named, 'name'>): string => (name ? plain(name, 8) : '有人')

/** 李师傅 三级（高级工） */
export const whom = ({ name, gradeName }: Named): string =>
  [name && politely(name), gradeName].filter(Boolean).join(' ') || '您的申报'

/** 李明 三级（高级工） */
export const whomForContact = ({ name, gradeName }: Named): string =>
  [name && personOf({ name }), gradeName].filter(Boolean).join(' ') || '一份申报'

export const yuan = (cents: number): string => `¥${(cents / 100).toFixed(2)}`

/** ¥80.00 of a fact in cents; undefined where there is none. */
export function yuanOf({ amountCents }: Readonly<Record<string, string>>): string | undefined {
  return amountCents !== undefined && /^\d+$/.test(amountCents) ? yuan(Number(amountCents)) : undefined
}

/** 市工考办（电话 0391-…） */
export function officeText({ officeName, counter: { phone } }: Pick<NoticeSubject, 'officeName' | 'counter'>): string {
  return phone ? `${officeName}（电话 ${phone}）` : officeName
}

/** 在 3月28日（周二）24:00 前提交. What is left is said by whoever shows it: here it would be old by tomorrow. */
export function inTime(until: Date | string, now: Date, doing: string): string {
  if (new Date(until) <= now) return `尽快${doing}（期限到 ${untilText(until)}，已经过了）`
  return `在 ${untilText(until)} 前${doing}`
}

export const nothingToDo = '现在不用做什么，有消息会再告诉您。'

export const toStatus = ({ id }: Pick<NoticeSubject, 'id'>): NoticePlace => ({ page: 'track/status', query: { id } })
export const toPay = ({ id }: Pick<NoticeSubject, 'id'>): NoticePlace => ({ page: 'apply/pay', query: { id } })
export const toPerson = ({ id }: Pick<NoticeSubject, 'id'>): NoticePlace => ({
  page: 'unit-desk/person',
  query: { id },
})
export const toList: NoticePlace = { page: 'unit-desk/list', query: {} }

/** Until when there may be a new application; undefined: registration is over. */
export const registrationUntil = ({ registrationClosesAt }: NoticeSubject, now: Date): string | undefined =>
  now < new Date(registrationClosesAt) ? registrationClosesAt : undefined

interface Saying {
  title: string
  happened: string
  /** Absent or empty: nothing. */
  todo?: string | undefined
  until?: Date | string | undefined
  place: NoticePlace
  wechat: Omit<WechatWords, 'when'> & { when?: Date }
}

/** What is said, with its instants as the contract has them; a subscribe message names the deadline, or else when it happened. */
export function say(
  { at }: Pick<Occasion, 'at'>,
  { title, happened, todo, until, place, wechat }: Saying,
): NoticeContent {
  const limit = until === undefined ? undefined : new Date(until).toISOString()
  const when = wechat.when?.toISOString() ?? limit ?? at.toISOString()
  return {
    ...{ title, happened, place },
    ...(todo && { todo }),
    ...(limit && { until: limit }),
    wechat: { ...wechat, when },
  }
}
