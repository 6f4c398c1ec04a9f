import { standingClock } from '../clock/clock'
import { openidOf, personOf } from '../people'
import { type RunningWechat, sampleApps, startWechat } from './start-wechat'

const minute = 60_000
const [app, otherApp] = sampleApps
if (!app || !otherApp) throw new Error('Two sample apps are needed.')

describe('the WeChat stand-in', () => {
  const clock = standingClock()
  let wechat: RunningWechat
  beforeEach(async () => (wechat = await startWechat({ clock })))
  afterEach(() => wechat.close())

  const read = async (answer: Response): Promise<any> => JSON.parse(await answer.text())
  const signIn = async (change: Record<string, string> = {}) => {
    const fields = { ...app, js_code: '', grant_type: 'authorization_code', ...change }
    return read(await fetch(`${wechat.url}/sns/jscode2session?${new URLSearchParams(fields)}`))
  }
  const post = async (path: string, body: unknown) =>
    read(
      await fetch(wechat.url + path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }),
    )
  const token = async (change: object = {}) =>
    post('/cgi-bin/stable_token', { grant_type: 'client_credential', ...app, ...change })
  const phone = async (accessToken: string, code: string) =>
    post(`/wxa/business/getuserphonenumber?access_token=${accessToken}`, { code })
  const phoneOf = async (accessToken: string) => (await phone(accessToken, wechat.control.mintPhoneCode('li'))).errcode

  describe('code2Session', () => {
    it('answers openid and a 16-byte session key, as text/plain', async () => {
      const code = wechat.control.mintLoginCode('li')
      const fields = new URLSearchParams({
        appid: app.appid,
        secret: app.secret,
        js_code: code,
        grant_type: 'authorization_code',
      })
      const answer = await fetch(`${wechat.url}/sns/jscode2session?${fields}`)
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
      const session = await read(answer)
      expect(session.openid).toBe(openidOf(personOf('li'), app.appid))
      expect(Buffer.from(session.session_key, 'base64')).toHaveLength(16)
    })

    it('takes a code once', async () => {
      const code = wechat.control.mintLoginCode('li')
      expect((await signIn({ js_code: code })).openid).toBeDefined()
      expect(await signIn({ js_code: code })).toMatchObject({ errcode: 40163 })
    })

    it('takes a code for five minutes of its own clock', async () => {
      const [early, late] = [wechat.control.mintLoginCode('li'), wechat.control.mintLoginCode('li')]
      clock.advance(5 * minute - 1)
      expect((await signIn({ js_code: early })).openid).toBeDefined()
      clock.advance(1)
      expect(await signIn({ js_code: late })).toMatchObject({ errcode: 40029 })
    })

    it('refuses the code of another app, and that of the phone button', async () => {
      expect(await signIn({ js_code: wechat.control.mintLoginCode('li', otherApp.appid) })).toMatchObject({
        errcode: 40029,
      })
      expect(await signIn({ js_code: wechat.control.mintPhoneCode('li') })).toMatchObject({ errcode: 40029 })
    })

    it.each([
      [40013, { appid: 'wx-unknown' }],
      [40125, { secret: 'wrong' }],
      [40002, { grant_type: 'client_credential' }],
      [41008, { js_code: '' }],
      [40097, { extra: '1' }],
    ])('answers %i with the number of the request in its words for %j', async (errcode, change) => {
      const answer = await signIn({ js_code: wechat.control.mintLoginCode('li'), ...change })
      expect(answer.errcode).toBe(errcode)
      expect(answer.errmsg).toMatch(/ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
    })

    it('refuses the 101st login of one person within a minute', async () => {
      const logins = Array.from({ length: 100 }, () => signIn({ js_code: wechat.control.mintLoginCode('li') }))
      expect((await Promise.all(logins)).every(({ openid }) => openid)).toBe(true)
      expect(await signIn({ js_code: wechat.control.mintLoginCode('li') })).toMatchObject({ errcode: 45011 })
      expect((await signIn({ js_code: wechat.control.mintLoginCode('wang') })).openid).toBeDefined()
    })

    it('is busy as often as told, and the code stays good', async () => {
      wechat.control.switches.busy = 1
      const code = wechat.control.mintLoginCode('li')
      expect(await signIn({ js_code: code })).toMatchObject({ errcode: -1 })
      expect((await signIn({ js_code: code })).openid).toBeDefined()
      expect(wechat.control.counts()).toEqual({ jscode2session: 2 })
    })

    it('blocks a person whom WeChat holds for risky', async () => {
      wechat.control.switches.riskyPeople = ['li']
      expect(await signIn({ js_code: wechat.control.mintLoginCode('li') })).toMatchObject({ errcode: 40226 })
    })
  })

  describe('stable_token', () => {
    it('answers the same token of 512 characters until five minutes before its end', async () => {
      const first = await token()
      expect(first.access_token).toHaveLength(512)
      expect(first.expires_in).toBe(7200)
      clock.advance(115 * minute - 1)
      expect((await token()).access_token).toBe(first.access_token)
      clock.advance(1)
      expect((await token()).access_token).not.toBe(first.access_token)
    })

    it('lets the old one work for five minutes beside the new one', async () => {
      const old = (await token()).access_token
      clock.advance(115 * minute)
      const fresh = (await token()).access_token
      expect([await phoneOf(old), await phoneOf(fresh)]).toEqual([0, 0])
      clock.advance(5 * minute)
      expect([await phoneOf(old), await phoneOf(fresh)]).toEqual([40001, 0])
    })

    it('ends the old one at once by force, but not twice within 30 seconds', async () => {
      const old = (await token()).access_token
      clock.advance(31_000)
      const forced = await token({ force_refresh: true })
      expect([await phoneOf(old), await phoneOf(forced.access_token)]).toEqual([40001, 0])
      expect(await token({ force_refresh: true })).toMatchObject({ errcode: 45011 })
    })

    it.each([
      [40013, { appid: 'wx-unknown' }],
      [40125, { secret: 'wrong' }],
      [40002, { grant_type: 'authorization_code' }],
      [47001, { force_refresh: 'yes' }],
      [47001, { extra: 1 }],
    ])('answers %i for %j', async (errcode, change) => {
      expect(await token(change)).toMatchObject({ errcode })
    })

    it('refuses what is no JSON, and GET', async () => {
      expect(await post('/cgi-bin/stable_token', '{')).toMatchObject({ errcode: 47001 })
      expect(await read(await fetch(`${wechat.url}/cgi-bin/stable_token`))).toMatchObject({ errcode: 43002 })
    })
  })

  describe('the phone number', () => {
    it('is given for the code of the button, with the appid in the watermark', async () => {
      const { access_token: accessToken } = await token()
      const answer = await phone(accessToken, wechat.control.mintPhoneCode('li'))
      expect(answer.phone_info).toMatchObject({ purePhoneNumber: '12000001001', watermark: { appid: app.appid } })
    })

    it('is refused for a login code, a used one, one of another app and one older than five minutes', async () => {
      const { access_token: accessToken } = await token()
      const used = wechat.control.mintPhoneCode('li')
      await phone(accessToken, used)
      const old = wechat.control.mintPhoneCode('li')
      clock.advance(6 * minute)
      const codes = [wechat.control.mintLoginCode('li'), used, wechat.control.mintPhoneCode('li', otherApp.appid), old]
      const answers = await Promise.all(codes.map((code) => phone(accessToken, code)))
      expect(answers.map(({ errcode }) => errcode)).toEqual([40029, 40163, 40029, 40029])
    })

    it('still works after a second login has replaced the session key', async () => {
      const { access_token: accessToken } = await token()
      await signIn({ js_code: wechat.control.mintLoginCode('li') })
      const code = wechat.control.mintPhoneCode('li')
      await signIn({ js_code: wechat.control.mintLoginCode('li') })
      expect(await phone(accessToken, code)).toMatchObject({ errcode: 0 })
    })

    it('fails every time when told to', async () => {
      const { access_token: accessToken } = await token()
      wechat.control.switches.failPhone = true
      expect([await phoneOf(accessToken), await phoneOf(accessToken)]).toEqual([-1, -1])
    })

    it('tells an expired, a replaced, a misspelt and a missing token apart', async () => {
      const { access_token: accessToken } = await token()
      wechat.control.expireTokens()
      expect(await phoneOf(accessToken)).toBe(42001)
      const fresh = (await token()).access_token
      wechat.control.replaceTokens()
      expect(await phoneOf(fresh)).toBe(40001)
      expect([await phoneOf('a.b'), await phoneOf('')]).toEqual([40014, 41001])
    })
  })
})
