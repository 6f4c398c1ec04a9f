import type { NoticePlace } from '../../contract'

/** As the phone names itself and its pages; a test holds them against each other. */
export const appName = '工勤技能等级考核'
export const inboxTitle = '消息'
export const settingsTitle = '消息提醒方式'
export const mailSwitch = '发邮件提醒我'

/** Titles of the pages to which a notice leads. */
export const pageTitles: Readonly<Record<string, string>> = {
  'apply/paper': '拍材料',
  'apply/pay': '缴费',
  'apply/tasks': '申报表',
  'track/status': '申报进度',
  'unit-desk/list': '单位审核',
  'unit-desk/person': '申报人',
  'notices/list': inboxTitle,
  'notices/settings': settingsTitle,
}

/** How to get to the inbox, where every notice lies one tap from its page. */
export const toInbox = `在微信里打开小程序“${appName}”，在“我的”里点“${inboxTitle}”`

/** How to get to the page by hand. */
export function wayTo({ page }: NoticePlace): string {
  const title = pageTitles[page]
  const there = title === undefined || title === inboxTitle ? '' : `，点这一条，就到“${title}”`
  return `${toInbox}${there}`
}

/** Address of the page where its H5 form is served. */
export function pageUrl(origin: string, { page, query }: NoticePlace): string {
  const [name = '', own = ''] = page.split('/')
  const pairs = new URLSearchParams(query).toString()
  return `${origin}/#/packages/${name}/pages/${own}/index${pairs && `?${pairs}`}`
}
