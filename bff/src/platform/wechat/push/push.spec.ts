import { checkUrl, pushRequest, seal } from '../../../../../test/sandbox/wechat/messages/sealing'
import type { RawRequest } from '../../http/raw-routes'
import { Settings } from '../../settings/settings'
import { ManualClock } from '../../time/clock'
import { MessagePush } from './message-push'
import { readPushBody } from './push-body'
import { openSealed } from './push-cipher'

const start = '2023-03-20T01:00:00Z'
const seconds = Date.parse(start) / 1000
const appid = 'wx0000000000000001'
const aesKey = 'SampleEncodingAESKeyOfForty3LettersAndDigit'
const bytesOf = (key: string) => Buffer.from(`${key}=`, 'base64')

function settingsWith(changes: Partial<Settings>): Settings {
  return Object.assign(new Settings(), { wechatAppId: appid, wechatMessageToken: 'SampleToken' }, changes)
}

describe('a message of safe mode', () => {
  // The sample of WeChat's own library (WXBizMsgCrypt).
  const published = {
    key: bytesOf('abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'),
    appid: 'wxb11529c136998cb6',
    sealed: 'jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==',
  }

  test('is opened as in the sample that WeChat publishes', () => {
    expect(openSealed(published.key, published.appid, published.sealed)).toBe('我是中文abcd123')
  })

  test('is not opened for another app, with another key, or when it was changed', () => {
    expect(openSealed(published.key, appid, published.sealed)).toBeUndefined()
    expect(openSealed(bytesOf(aesKey), published.appid, published.sealed)).toBeUndefined()
    for (const sealed of ['', 'AAAA', published.sealed.slice(0, 40), `A${published.sealed.slice(1)}`])
      expect([sealed, openSealed(published.key, `${published.appid}x`, sealed)]).toEqual([sealed, undefined])
  })

  test.each([0, 1, 11, 12, 31, 32, 33, 1000])('of %i characters is opened whole', (length) => {
    const text = '申'.repeat(length)
    expect(openSealed(bytesOf(aesKey), appid, seal(aesKey, appid, text))).toBe(text)
  })
})

describe('the text of a message', () => {
  test('is the same in XML and in JSON; nothing becomes a number', () => {
    const xml = `<xml><CreateTime>0161</CreateTime><A><List><B><![CDATA[x&amp;]]></B></List><List><B>2</B></List></A></xml>`
    expect(readPushBody(xml)).toEqual({ CreateTime: '0161', A: { List: [{ B: 'x&amp;' }, { B: '2' }] } })
    expect(readPushBody('{"CreateTime":"0161","List":{"B":"2"}}')).toEqual({ CreateTime: '0161', List: { B: '2' } })
  })

  test.each([
    ['entities that grow', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><xml><A>&b;</A></xml>'],
    ['a file', '<!doctype x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml><A>&a;</A></xml>'],
    ['a nest', `<xml>${'<a>'.repeat(3000)}${'</a>'.repeat(3000)}</xml>`],
    ['a prototype', '<xml><__proto__><admin>1</admin></__proto__></xml>'],
    ['half of it', '<xml><A>1</xml>'],
    ['another root', '<html><A>1</A></html>'],
    ['text alone', '<xml>text</xml>'],
    ['no message', 'success'],
    ['an array', '[{"Event":"x"}]'],
    ['nothing', ''],
  ])('with %s is none', (_, text) => expect(readPushBody(text)).toBeUndefined())

  test('names of entities stay as they were written', () => {
    expect(readPushBody('<xml><A>&lt;b&gt;&#20013;</A></xml>')).toEqual({ A: '&lt;b&gt;&#20013;' })
  })
})

describe.each([['plain', undefined] as const, ['safe', aesKey] as const])('a push in %s mode', (_, key) => {
  const clock = new ManualClock(start)
  beforeEach(() => clock.set(start))
  const push = new MessagePush(settingsWith({ wechatMessageAesKey: key && bytesOf(key) }), clock)
  const address = {
    url: '/wechat/messages',
    token: 'SampleToken',
    ...(key && { aesKey: key }),
    format: 'json' as const,
  }
  const text = '{"MsgType":"event","Event":"x"}'

  const arriving = (
    changes: { at?: number; query?: Record<string, string>; body?: string; token?: string } = {},
  ): RawRequest => {
    const { url, body } = pushRequest(
      { ...address, token: changes.token ?? address.token },
      appid,
      text,
      changes.at ?? seconds,
    )
    const [path, query] = url.split('?')
    const target = `${path}?${new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(query)), ...changes.query })}`
    return { method: 'POST', target, headers: {}, body: Buffer.from(changes.body ?? body), requestId: 'r' }
  }

  test('is read', () => {
    expect(push.read(arriving())).toMatchObject({ ok: true, pushed: { fields: { Event: 'x' } } })
  })

  test.each([
    ['with another token', { token: 'OtherToken' }],
    ['of six minutes ago', { at: seconds - 360 }],
    ['of the future', { at: seconds + 360 }],
    ['with another time', { query: { timestamp: String(seconds + 1) } }],
    ['with another nonce', { query: { nonce: '1' } }],
    ['without a signature', { query: { signature: '', msg_signature: '' } }],
    ['with half a signature', { query: { signature: 'abcdef', msg_signature: 'abcdef' } }],
    ['with a nonce of many lines', { query: { nonce: 'a\nb' } }],
  ])('%s is forged', (_title, changes) => {
    expect(push.read(arriving(changes))).toEqual({ ok: false, reason: 'forged' })
  })

  test('the address is confirmed to whoever knows the token, and to nobody else', () => {
    const asking = (url: string): RawRequest => ({ ...arriving(), method: 'GET', target: url })
    expect(push.checkAddress(asking(checkUrl(address, '4812345678', seconds)))).toBe('4812345678')
    for (const wrong of [
      checkUrl({ ...address, token: 'Other' }, '4812345678', seconds),
      checkUrl(address, '4812345678', seconds - 360),
      checkUrl(address, '<script>\n', seconds),
      '/wechat/messages',
    ])
      expect(push.checkAddress(asking(wrong))).toBeUndefined()
  })
})

test('with an AES key nothing in the clear is taken, whatever its signature', () => {
  const push = new MessagePush(settingsWith({ wechatMessageAesKey: bytesOf(aesKey) }), new ManualClock(start))
  const plain = pushRequest({ url: '/m', token: 'SampleToken', format: 'json' }, appid, '{"Event":"x"}', seconds)
  const request = { method: 'POST', target: plain.url, headers: {}, body: Buffer.from(plain.body), requestId: 'r' }
  expect(push.read(request)).toEqual({ ok: false, reason: 'forged' })
})

test('without an AES key a sealed message cannot be read, and says so', () => {
  const push = new MessagePush(settingsWith({}), new ManualClock(start))
  const sealed = pushRequest({ url: '/m', token: 'SampleToken', aesKey, format: 'xml' }, appid, '{}', seconds)
  const request = { method: 'POST', target: sealed.url, headers: {}, body: Buffer.from(sealed.body), requestId: 'r' }
  expect(push.read(request)).toEqual({ ok: false, reason: 'unreadable' })
})
