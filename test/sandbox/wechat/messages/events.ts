/** An event of subscribe messages before it has a format. */
export interface MessageEvent {
  event: 'subscribe_msg_popup_event' | 'subscribe_msg_change_event' | 'subscribe_msg_sent_event'
  openid: string
  /** Seconds since 1970. */
  at: number
  items: Record<string, string>[]
}

const groups = {
  subscribe_msg_popup_event: 'SubscribeMsgPopupEvent',
  subscribe_msg_change_event: 'SubscribeMsgChangeEvent',
  subscribe_msg_sent_event: 'SubscribeMsgSentEvent',
} as const

const account = 'gh_sample0000001'

/** One item stands by itself, several in an array, as in WeChat's own examples; `array`: one, too. */
export function eventAsJson({ event, openid, at, items }: MessageEvent, array: boolean): string {
  const [only] = items
  const head = { ToUserName: account, FromUserName: openid, CreateTime: String(at), MsgType: 'event', Event: event }
  return JSON.stringify({ ...head, List: items.length === 1 && !array ? only : items })
}

export function eventAsXml({ event, openid, at, items }: MessageEvent): string {
  const group = groups[event]
  const lists = items.map((item) => `<List>${Object.entries(item).map(tag).join('')}</List>`)
  const head = [
    ['ToUserName', account],
    ['FromUserName', openid],
    ['CreateTime', String(at)],
    ['MsgType', 'event'],
    ['Event', event],
  ] as const
  return `<xml>${head.map(tag).join('')}<${group}>${lists.join('')}</${group}></xml>`
}

/** Numbers stand bare, as WeChat has them; whatever else in CDATA. */
function tag([name, value]: readonly [string, string]): string {
  const isNumber = ['CreateTime', 'PopupScene', 'MsgID', 'ErrorCode'].includes(name)
  return `<${name}>${isNumber ? value : `<![CDATA[${value}]]>`}</${name}>`
}
