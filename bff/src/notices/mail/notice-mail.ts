import type { Mail } from '../../platform/mail/mail'
import type { NoticeContent } from '../catalogue/notice'
import { leftText, untilText } from '../catalogue/times'
import type { Recipient } from '../ways/way'
import { appName, mailSwitch, pageUrl, settingsTitle, toInbox, wayTo } from './app-words'
import { htmlPage, plainText, type Line, type Part, type Sheet } from './html'

type Written = Pick<Mail, 'subject' | 'text' | 'html'>

interface Mailing {
  kind: Recipient['kind']
  /** Where the H5 form is served; undefined: it is not. */
  origin: string | undefined
  /** What is left until a deadline is said as of now. */
  now: Date
}

/** One notice, or a morning's list. */
export function noticeMail(contents: readonly NoticeContent[], mailing: Mailing): Written {
  const [first, ...others] = contents
  if (!first) throw new Error('a mail about nothing')
  const single = others.length === 0
  const title = single ? first.title : `${contents.length} 条消息`
  const sheet: Sheet = {
    title,
    parts: single ? [{ lines: [...said(first, mailing), ...there(first, mailing)] }] : listed(contents, mailing),
    footer: footers[mailing.kind],
  }
  const subject = single ? `${title}（${appName}）` : `${title}：${first.title}等（${appName}）`
  return { subject, text: plainText(sheet), html: htmlPage(sheet) }
}

function said({ happened, todo, until }: NoticeContent, { now }: Mailing): Line[] {
  return [
    { label: '发生了什么', text: happened },
    { label: '要做什么', text: todo ?? '不用做什么。' },
    ...(until === undefined ? [] : [{ label: '到什么时候', text: `${untilText(until)} 前，${leftText(until, now)}` }]),
  ]
}

function there({ place }: NoticeContent, { origin }: Mailing): Line[] {
  const byHand = { label: '在哪里办', text: `${wayTo(place)}。` }
  return origin === undefined ? [byHand] : [byHand, { text: '也可以点这里打开网页', href: pageUrl(origin, place) }]
}

function listed(contents: readonly NoticeContent[], mailing: Mailing): Part[] {
  const items = contents.map((content, at) => ({
    heading: `${at + 1}. ${content.title}`,
    lines: [
      ...said(content, mailing),
      ...(mailing.origin === undefined ? [] : [{ text: '打开网页', href: pageUrl(mailing.origin, content.place) }]),
    ],
  }))
  const how = `${toInbox}，每一条点一下就到要办的那一页。`
  return [...items, { heading: '在哪里办', lines: [{ text: how }] }]
}

const automatic = '这封信是系统自动发的。'
const howToStop = `不想再收：在小程序“我的”里点“${settingsTitle}”，关掉“${mailSwitch}”。`

const footers: Record<Recipient['kind'], string[]> = {
  account: [`收到这封信，是因为您在小程序“${appName}”里填了这个邮箱。`, howToStop, automatic],
  contact: [
    `收到这封信，是因为您是工考办名单上的经办人。`,
    `${howToStop}名单上的邮箱不对，请告诉工考办改名单。`,
    automatic,
  ],
}
