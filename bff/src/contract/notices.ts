import type { Page } from './application-view'

/** Where one tap leads: a page of the mini-program with its query. */
export interface NoticePlace {
  /** `track/status`, `apply/pay`, `unit-desk/person` … as in the phone's list of packages. */
  page: string
  query: Record<string, string>
}

/** One notice in the inbox, in words that were fixed when it happened. */
export interface NoticeView {
  id: string
  /** Name in the catalogue. */
  name: string
  /** As whom one got it. */
  audience: 'applicant' | 'contact'
  /** Instant. */
  at: string
  title: string
  /** What happened. */
  happened: string
  /** What to do; absent: nothing. */
  todo?: string
  /** Instant until which it is to be done. */
  until?: string
  place: NoticePlace
  read: boolean
}

/** GET /api/v1/notices: newest first; of the account itself, and of the units and departments whose contact it is now. */
export type NoticeList = Page<NoticeView> & { unread: number }

/** GET /api/v1/notices/unread */
export interface UnreadCount {
  unread: number
}

/** POST /api/v1/notices/read: these, or all that are there by now. Answers what is left. */
export type ReadNotices = { ids: string[] } | { all: true }

/** Which reminders go out at once, and which as one list in the morning. For unit contacts. */
export type ContactPace = 'at-once' | 'daily'

/** GET and PUT /api/v1/me/notice-settings. The inbox always has everything; these are the ways on which one is told besides. */
export interface NoticeSettings {
  wechat: boolean
  email: boolean
  pace: ContactPace
  /** `z***@example.com`; of a contact the one on the office's list. Absent: none is known. */
  address?: { masked: string; state: 'confirmed' | 'from-list' }
  /** Messages of WeChat that may still be sent, by template. */
  wechatLeft: Record<SubscribeTemplate, number>
}

export interface ChangeNoticeSettings {
  wechat: boolean
  email: boolean
  pace: ContactPace
}

/** POST /api/v1/me/email: a code of six digits goes there, which proves that it is one's own. Empty: the address is forgotten. */
export interface GiveEmail {
  address: string
}
/** POST /api/v1/me/email/confirmation */
export interface ConfirmEmail {
  code: string
}

/** progress: where it stands. todo: something is to be done by a day. exam: where and when. */
export const subscribeTemplates = ['progress', 'todo', 'exam'] as const
export type SubscribeTemplate = (typeof subscribeTemplates)[number]

/** GET /api/v1/subscribe-templates, public: what wx.requestSubscribeMessage is called with; a template that is not set up is not there. */
export type SubscribeTemplateIds = Partial<Record<SubscribeTemplate, string>>
