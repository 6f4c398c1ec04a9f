import { standingClock } from '../clock/clock'
import { type RunningWechat, sampleApps, startWechat } from './start-wechat'

const [app] = sampleApps
if (!app) throw new Error('A sample app is needed.')

describe('the WeChat stand-in', () => {
  let wechat: RunningWechat
  beforeEach(async () => (wechat = await startWechat({ clock: standingClock() })))
  afterEach(() => wechat.close())

  const read = async (answer: Response): Promise<any> => JSON.parse(await answer.text())
  const post = async (path: string, body: object) =>
    read(await fetch(wechat.url + path, { method: 'POST', body: JSON.stringify(body) }))
  const token = () => post('/cgi-bin/stable_token', { grant_type: 'client_credential', ...app })
  const signIn = async (code: string) => {
    const fields = { ...app, js_code: code, grant_type: 'authorization_code' }
    return read(await fetch(`${wechat.url}/sns/jscode2session?${new URLSearchParams(fields)}`))
  }

  describe('the preview', () => {
    const choose = (back: string, person = 'li', path = '/preview/sign-in') =>
      fetch(`${wechat.url}${path}?return=${encodeURIComponent(back)}`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ person }),
      })

    it('sends the chosen person back with a code that stands before the #', async () => {
      const answer = await choose('http://127.0.0.1:4300/?a=1#/pages/me/index?b=2')
      const back = new URL(answer.headers.get('location') ?? '')
      expect([answer.status, back.searchParams.get('a'), back.hash]).toEqual([303, '1', '#/pages/me/index?b=2'])
      expect((await signIn(back.searchParams.get('code') ?? '')).openid).toBeDefined()
    })

    it('gives a phone code of its own', async () => {
      const answer = await choose('http://localhost:4300/', 'li', '/preview/phone-number')
      const code = new URL(answer.headers.get('location') ?? '').searchParams.get('phoneCode') ?? ''
      expect(
        await post(`/wxa/business/getuserphonenumber?access_token=${(await token()).access_token}`, { code }),
      ).toMatchObject({ errcode: 0 })
    })

    it('asks only the person who signed in last for the phone number', async () => {
      const cookie = (await choose('http://localhost:4300/', 'wang')).headers.get('set-cookie')?.split(';')[0] ?? ''
      const url = `${wechat.url}/preview/phone-number?return=http%3A%2F%2F127.0.0.1%2F`
      const text = await (await fetch(url, { headers: { cookie } })).text()
      expect([text.includes('示例·王师傅'), text.includes('示例·李师傅')]).toEqual([true, false])
      const all = await (await fetch(`${url}&person=any`, { headers: { cookie } })).text()
      expect(all).toContain('示例·李师傅')
    })

    it.each(['https://example.com/', 'javascript:alert(1)', '', 'http://127.0.0.1@example.com/'])(
      'carries no code to %j',
      async (back) => {
        const answer = await choose(back)
        expect([answer.status, answer.headers.get('location')]).toEqual([400, null])
      },
    )

    it('shows every sample person in Chinese, with zoom allowed', async () => {
      const text = await (await fetch(`${wechat.url}/preview/sign-in?return=http%3A%2F%2F127.0.0.1%2F`)).text()
      expect(text).toContain('lang="zh-CN"')
      expect(text).toContain('示例·李师傅')
      expect(text).not.toMatch(/user-scalable|maximum-scale/)
    })
  })

  describe('the control over HTTP', () => {
    const control = (path: string, method: string, body?: object) =>
      fetch(`${wechat.url}/sandbox/${path}`, {
        method,
        ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      })

    it('mints codes for sample people only', async () => {
      const { code } = await read(await control('login-codes', 'POST', { person: 'li' }))
      expect((await signIn(code)).openid).toBeDefined()
      expect((await control('login-codes', 'POST', { person: 'nobody' })).status).toBe(400)
      expect((await control('phone-codes', 'POST', { person: 'li', appid: 'wx-unknown' })).status).toBe(400)
    })

    it('sets known switches and refuses unknown ones', async () => {
      expect(await read(await control('switches', 'PUT', { failPhone: true }))).toMatchObject({ failPhone: true })
      expect((await control('switches', 'PUT', { failPhones: true })).status).toBe(400)
    })

    it('counts calls', async () => {
      await token()
      expect(await read(await control('counts', 'GET'))).toEqual({ stable_token: 1 })
      expect(await read(await control('counts', 'DELETE'))).toEqual({})
    })
  })
})
