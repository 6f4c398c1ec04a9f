import type { NoticePlace, SubscribeTemplate } from '../../contract'
import type { SubscribeTemplateSetting, SubscribeTemplateSettings } from '../../platform/settings/message-settings'
import { fieldValue } from '../../platform/wechat/subscribe-fields'
import type { NoticeContent, WechatWords } from '../catalogue/notice'

export interface WordedMessage {
  templateId: string
  page: string
  data: Record<string, string>
}

/** The page of the inbox: where several notices lead. */
const inboxPlace: NoticePlace = { page: 'notices/list', query: {} }

/** One message for one notice, or for a morning's list. Undefined: its template is not set up, or cannot say this. */
export function wordMessage(
  contents: readonly NoticeContent[],
  templates: SubscribeTemplateSettings,
): WordedMessage | undefined {
  const [first] = contents
  if (!first) return undefined
  const words = contents.length === 1 ? first.wechat : wordsOfList(contents)
  const template = templates[words.template]
  const data = template && fill(template, words)
  if (!template || !data) return undefined
  return { templateId: template.id, page: pagePath(contents.length === 1 ? first.place : inboxPlace), data }
}

function fill({ fields }: SubscribeTemplateSetting, words: WechatWords): Record<string, string> | undefined {
  const data: Record<string, string> = {}
  for (const slot of ['what', 'whom', 'when', 'hint'] as const) {
    const key = fields[slot]
    if (key === undefined) continue
    const value = fieldValue(key, words[slot])
    if (value === undefined) return undefined
    data[key] = value
  }
  return data
}

/** What is to be done first gives the time. */
function wordsOfList(contents: readonly NoticeContent[]): WechatWords {
  const all = contents.map(({ wechat }) => wechat)
  const template: SubscribeTemplate = all.some((words) => words.template === 'todo')
    ? 'todo'
    : (all[0]?.template ?? 'progress')
  const [earliest = ''] = all
    .filter((words) => words.template === template)
    .map(({ when }) => when)
    .sort((one, other) => Date.parse(one) - Date.parse(other))
  const names = [...new Set(all.map(({ whom }) => whom))]
  return {
    template,
    what: `${contents.length}条通知，请查看`,
    whom: names.length > 1 ? `${names[0]}等` : (names[0] ?? ''),
    when: earliest,
    hint: '打开小程序看全部通知',
  }
}

/** `track/status` → `packages/track/pages/status/index?…`; a tab (`home`) has no package. No slash before it: WeChat would not find it (41030). */
export function pagePath({ page, query }: NoticePlace): string {
  const [first = '', second] = page.split('/')
  const path = second === undefined ? `pages/${first}/index` : `packages/${first}/pages/${second}/index`
  const pairs = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
}
