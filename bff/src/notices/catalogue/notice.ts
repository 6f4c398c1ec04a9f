import type { NoticePlace, SubscribeTemplate } from '../../contract'
import type { NoticeSubject } from '../../applications/notice-door'
import type { ReturnItem } from '../../contract'

/** What happened, as far as its words need it. */
export interface Occasion {
  subject: NoticeSubject
  /** Instant at which it happened; by the office's clock where the office did it. */
  at: Date
  /** Instant at which it is told: what is left is counted from here. */
  now: Date
  /** Who acted: name of the unit or office. */
  who: string | undefined
  /** Of a return, rejection or decision. */
  items: ReturnItem[]
  /** Further facts of the step (opinion, place, date …) or of the reminder. */
  facts: Record<string, string>
}

/** The words of one notice for one kind of reader. All are whole sentences that stand alone; times are said with date, weekday and hour. */
export interface NoticeContent {
  /** At most 20 characters. */
  title: string
  /** What happened. */
  happened: string
  /** What to do; absent: nothing. */
  todo?: string
  /** Instant until which it is to be done. */
  until?: string
  place: NoticePlace
  wechat: WechatWords
}

/** For a subscribe message: what its slots say, the most important words first; they are cut to WeChat's limits when it is sent. */
export interface WechatWords {
  template: SubscribeTemplate
  /** What it is about: 三级申报被退回. */
  what: string
  /** Whom or what it concerns, never an ID number. */
  whom: string
  /** Instant: when it happened, or until when something is to be done. */
  when: string
  /** What to do, or what it means. */
  hint: string
}

type Words = (occasion: Occasion) => NoticeContent

/** To a reader, or not and why. */
export type Told = { words: Words } | { none: string }

export interface CatalogueEntry {
  applicant: Told
  /** Contacts of the unit. */
  unit: Told
  /** Contacts of the 主管部门, where there is one. */
  department: Told
  /** A reminder waits for the morning where it would come between 21:00 and 08:00; whatever else goes out at once. */
  reminder?: true
}
