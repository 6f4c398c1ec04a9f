import { createTransport } from 'nodemailer'
import { standingClock } from '../clock/clock'
import { type RunningMail, startMail } from './start-mail'

describe('the mail server of the sandbox', () => {
  const clock = standingClock()
  let mail: RunningMail
  beforeEach(async () => (mail = await startMail({ clock })))
  afterEach(() => mail.close())

  const send = (to: string, subject = '验证码 123456', html = '<p>您好</p>') =>
    createTransport(mail.smtpUrl).sendMail({ from: '示例 <post@example.com>', to, subject, text: '您好', html })
  const read = async (path: string) => {
    const response = await fetch(mail.url + path)
    return {
      status: response.status,
      policy: response.headers.get('content-security-policy'),
      text: await response.text(),
    }
  }
  const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    fetch(mail.url + path, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' })

  it('takes mails for everybody and keeps two copies as two', async () => {
    for (const to of ['li@example.com', 'li@example.com', 'zhang@example.com']) await send(to)
    expect(mail.control.mails('li@example.com')).toHaveLength(2)
    expect(mail.control.mails()[2]).toMatchObject({
      ...{ no: 3, to: ['zhang@example.com'], from: 'post@example.com', subject: '验证码 123456' },
      at: new Date(clock.now()).toISOString(),
    })
    expect(await (await fetch(`${mail.url}/sandbox/mails?to=li@example.com`)).json()).toHaveLength(2)
  })

  it('shows them on a page, newest first, in both forms', async () => {
    expect((await read('/')).text).toContain('还没有信')
    await send('li@example.com', '第一封')
    await send('li@example.com', '<b>第二封</b>')
    const list = (await read('/')).text
    expect(list.indexOf('&lt;b&gt;第二封')).toBeGreaterThan(0)
    expect(list.indexOf('第一封')).toBeGreaterThan(list.indexOf('第二封'))
    expect((await read('/mails/1')).text).toContain('您好')
    expect((await read('/mails/1/html')).text).toContain('<p>您好</p>')
    expect((await read('/mails/9')).status).toBe(404)
  })

  it('lets nothing in a mail run or be loaded', async () => {
    await send('li@example.com', 'x', '<script>alert(1)</script><img src="https://example.com/pixel">')
    expect((await read('/mails/1/html')).policy).toContain("default-src 'none'")
    expect((await read('/mails/1/html')).policy).not.toMatch(/script-src|https:/)
  })

  it('can be taken down and emptied from the page, but not from another site’s', async () => {
    await send('li@example.com')
    expect((await post('/server', { down: 'closed' }, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await post('/server', { down: 'closed' })).status).toBe(303)
    expect((await read('/')).text).toContain('停机')
    await expect(send('li@example.com')).rejects.toThrow()
    await post('/server', { down: 'no' })
    await send('li@example.com')
    await post('/forget')
    expect(mail.control.mails()).toEqual([])
  })

  it('greylists each reader by itself, refuses who does not exist, and says how often', async () => {
    Object.assign(mail.control.switches, { greylist: 1, reject: ['nobody@example.com'] })
    await expect(send('li@example.com')).rejects.toThrow('451 4.7.1')
    await expect(send('zhang@example.com')).rejects.toThrow('451 4.7.1')
    await send('li@example.com')
    await expect(send('nobody@example.com')).rejects.toThrow('550 5.1.1')
    expect(mail.control.counts()).toMatchObject({ 'refused:451': 2, 'refused:550': 1, mails: 1 })
  })

  it('cuts the line behind the content, with or without having kept it', async () => {
    mail.control.switches.cutLost = 1
    await expect(send('li@example.com')).rejects.toThrow()
    expect(mail.control.mails()).toHaveLength(0)
    mail.control.switches.cutKept = 1
    await expect(send('li@example.com')).rejects.toThrow()
    expect(mail.control.mails()).toHaveLength(1)
    await send('li@example.com')
  })

  it('takes switches over HTTP, and none that it does not have', async () => {
    const put = (body: object) =>
      fetch(`${mail.url}/sandbox/switches`, {
        ...{ method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
      })
    expect((await put({ greylist: 3 })).status).toBe(200)
    expect(mail.control.switches.greylist).toBe(3)
    expect((await put({ gravelist: 3 })).status).toBe(400)
    await fetch(`${mail.url}/sandbox/switches`, { method: 'DELETE' })
    expect(mail.control.switches.greylist).toBe(0)
  })
})
