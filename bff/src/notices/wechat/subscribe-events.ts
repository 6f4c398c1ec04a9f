import type { PushFields } from '../../platform/wechat/push/push-body'

/** `popup`: the person answered the question. `change`: they turned a template off in WeChat. `sent`: what became of a message. */
type SubscribeEventKind = 'popup' | 'change' | 'sent'

export interface SubscribeEventItem {
  templateId: string
  /** `accept`, `reject`, `ban`, `filter` …; of a sent one its ErrorStatus. */
  status: string
  /** Of a sent one; 0: it arrived. */
  errorCode: number
  /** Of a sent one, WeChat's number of the message. */
  messageId: string
}

export interface SubscribeEvent {
  kind: SubscribeEventKind
  openid: string
  /** The same for every repeat of the same event. */
  key: string
  items: SubscribeEventItem[]
}

const kinds: ReadonlyMap<unknown, { kind: SubscribeEventKind; group: string }> = new Map([
  ['subscribe_msg_popup_event', { kind: 'popup' as const, group: 'SubscribeMsgPopupEvent' }],
  ['subscribe_msg_change_event', { kind: 'change' as const, group: 'SubscribeMsgChangeEvent' }],
  ['subscribe_msg_sent_event', { kind: 'sent' as const, group: 'SubscribeMsgSentEvent' }],
])

/** So many templates are asked for at once at most, with room. */
const longest = 20

/** An event of subscribe messages; undefined: something else. XML has its list inside a group, JSON mostly not; one item comes without a list. */
export function readSubscribeEvent(fields: PushFields): SubscribeEvent | undefined {
  const known = kinds.get(fields['Event'])
  const { FromUserName: openid, CreateTime: at } = fields
  if (!known || typeof openid !== 'string' || openid === '') return undefined
  const items = listOf(fields[known.group] ?? fields['List'])
    .flatMap(itemOf)
    .slice(0, longest)
  // In one order for all, so that two events never wait for each other's rows.
  items.sort((one, other) => (idOf(one) < idOf(other) ? -1 : 1))
  return { kind: known.kind, openid, key: JSON.stringify([known.kind, openid, String(at), ...items.map(idOf)]), items }
}

const idOf = ({ templateId, status, messageId }: SubscribeEventItem): string => `${templateId} ${messageId} ${status}`

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return []
  return 'List' in value ? listOf(value.List) : [value]
}

function itemOf(value: unknown): SubscribeEventItem[] {
  if (typeof value !== 'object' || value === null) return []
  const fields: PushFields = Object.fromEntries(Object.entries(value))
  const { TemplateId: templateId, SubscribeStatusString, ErrorStatus, ErrorCode, MsgID, MsgId } = fields
  if (typeof templateId !== 'string' || templateId === '') return []
  const status = String(SubscribeStatusString ?? ErrorStatus ?? '').toLowerCase()
  return [{ templateId, status, errorCode: Number(ErrorCode ?? 0), messageId: String(MsgID ?? MsgId ?? '') }]
}
