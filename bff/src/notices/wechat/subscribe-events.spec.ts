import { readPushBody } from '../../platform/wechat/push/push-body'
import { readSubscribeEvent } from './subscribe-events'

/** The samples of WeChat's documentation (订阅消息事件推送), whichever format. */
const read = (text: string) => readSubscribeEvent(readPushBody(text) ?? {})
const head =
  '<ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[o-li]]></FromUserName><CreateTime>1610969440</CreateTime><MsgType><![CDATA[event]]></MsgType>'
const answer = (id: string, status: string) =>
  `<List><TemplateId><![CDATA[${id}]]></TemplateId><SubscribeStatusString><![CDATA[${status}]]></SubscribeStatusString><PopupScene>2</PopupScene></List>`
const popup = (...lists: string[]) =>
  `<xml>${head}<Event><![CDATA[subscribe_msg_popup_event]]></Event><SubscribeMsgPopupEvent>${lists.join('')}</SubscribeMsgPopupEvent></xml>`
const json = (Event: string, rest: object) =>
  JSON.stringify({
    ToUserName: 'gh_1',
    FromUserName: 'o-li',
    CreateTime: '1610969440',
    MsgType: 'event',
    Event,
    ...rest,
  })
const one = { TemplateId: 'a', SubscribeStatusString: 'accept', PopupScene: '0' }
const item = (templateId: string, status: string) => ({ templateId, status, errorCode: 0, messageId: '' })

test('an answer for two templates comes as XML', () => {
  expect(read(popup(answer('b', 'reject'), answer('a', 'accept')))).toMatchObject({
    ...{ kind: 'popup', openid: 'o-li', items: [item('a', 'accept'), item('b', 'reject')] },
  })
})

test.each([
  ['an object', { List: one }],
  ['an array', { List: [one] }],
  ['a group', { SubscribeMsgPopupEvent: { List: one } }],
  ['a group that is an array', { SubscribeMsgPopupEvent: [one] }],
])('one answer comes as JSON with its list as %s', (_, rest) => {
  expect(read(json('subscribe_msg_popup_event', rest))).toMatchObject({ kind: 'popup', items: [item('a', 'accept')] })
  expect(read(popup(answer('a', 'accept')))?.key).toBe(read(json('subscribe_msg_popup_event', rest))?.key)
})

test('what became of a message has its number and its error', () => {
  const sent = { TemplateId: 'a', MsgID: '1864323726461255680', ErrorCode: '0', ErrorStatus: 'success' }
  expect(read(json('subscribe_msg_sent_event', { List: sent }))).toMatchObject({
    kind: 'sent',
    items: [{ templateId: 'a', errorCode: 0, status: 'success', messageId: '1864323726461255680' }],
  })
})

test('two answers are told apart by time, person, template and answer; a repeat is the same', () => {
  const keys = [
    popup(answer('a', 'accept')),
    popup(answer('a', 'reject')),
    popup(answer('b', 'accept')),
    popup(answer('a', 'accept'), answer('b', 'accept')),
    popup(answer('a', 'accept')).replace('1610969440', '1610969441'),
    popup(answer('a', 'accept')).replace('o-li', 'o-wang'),
  ].map((text) => read(text)?.key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(read(popup(answer('b', 'accept'), answer('a', 'accept')))?.key).toBe(keys[3])
})

test.each([
  ['another event', json('wxa_media_check', { List: one })],
  ['a message of a person', JSON.stringify({ FromUserName: 'o-li', MsgType: 'text', Content: '你好' })],
  ['nobody', json('subscribe_msg_popup_event', { FromUserName: '', List: one })],
  ['a person of another shape', json('subscribe_msg_popup_event', { FromUserName: { a: 1 }, List: one })],
])('%s is none of these', (_, text) => expect(read(text)).toBeUndefined())

test.each([[null], ['text'], [[null, 1, 'x', {}]], [{ TemplateId: 5 }], [{ List: { List: [] } }]])(
  'a list of another shape (%j) counts nothing',
  (List) => expect(read(json('subscribe_msg_popup_event', { List }))?.items).toEqual([]),
)
