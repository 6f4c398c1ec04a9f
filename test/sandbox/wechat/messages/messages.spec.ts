import { standingClock } from '../../clock/clock'
import { openidOf, personOf } from '../../people'
import { type RunningWechat, sampleApps, startWechat } from '../start-wechat'

const [app, otherApp] = sampleApps
if (!app || !otherApp) throw new Error('Two sample apps are needed.')

describe('subscribe messages at the WeChat stand-in', () => {
  let wechat: RunningWechat
  let token: string
  beforeEach(async () => {
    wechat = await startWechat({ clock: standingClock() })
    token = (await post('/cgi-bin/stable_token', { grant_type: 'client_credential', ...app })).access_token
  })
  afterEach(() => wechat.close())

  const messages = () => wechat.control.messages
  const post = async (path: string, body: unknown): Promise<any> =>
    JSON.parse(await (await fetch(wechat.url + path, { method: 'POST', body: JSON.stringify(body) })).text())
  const send = (changes: object = {}, given = token) =>
    post(`/cgi-bin/message/subscribe/send?access_token=${given}`, { ...message(), ...changes })
  const openid = openidOf(personOf('li'), app.appid)
  const data = {
    thing1: { value: '三级申报被退回' },
    thing4: { value: '示例·李师傅' },
    time2: { value: '2023年4月3日 10:05' },
    thing5: { value: '请在 2 个工作日内改好' },
  }
  const message = () => ({
    touser: openid,
    template_id: messages().templates.find(({ name }) => name === 'progress')?.id,
    page: 'packages/track/pages/status/index?id=1',
    miniprogram_state: 'formal',
    lang: 'zh_CN',
    data,
  })

  it('sends one message for each consent, and the same one twice arrives twice', async () => {
    expect(await send()).toMatchObject({ errcode: 43101 })
    await messages().answer('li', { progress: 'accept' })
    await messages().answer('li', { progress: 'accept' })
    expect([await send(), await send(), await send()].map(({ errcode }) => errcode)).toEqual([0, 0, 43101])
    expect(messages().received('li')).toHaveLength(2)
    expect(messages().received()[0]).toMatchObject({ person: 'li', page: 'packages/track/pages/status/index?id=1' })
  })

  it('keeps the consents of each person and template apart, and takes them back', async () => {
    await messages().answer('li', { todo: 'accept', exam: 'reject' })
    await messages().answer('wang', { progress: 'accept' })
    expect(await send()).toMatchObject({ errcode: 43101 })
    expect([messages().left('li', 'todo'), messages().left('li', 'exam')]).toEqual([1, 0])
    await messages().turnOff('wang', 'progress')
    expect(await send({ touser: openidOf(personOf('wang'), app.appid) })).toMatchObject({ errcode: 43101 })
  })

  const wrong: [string, object, number][] = [
    ['a field that is not documented', { url: 'x' }, 47001],
    ['another version', { miniprogram_state: 'beta' }, 47001],
    ['nobody', { touser: 'o-nobody' }, 40003],
    ['an openid of another app', { touser: openidOf(personOf('li'), otherApp.appid) }, 40003],
    ['an unknown template', { template_id: 'Sample-unknown' }, 40037],
    ['a page that is not released', { page: 'pages/none/index' }, 41030],
    ['a slash before the page', { page: '/packages/track/pages/status/index' }, 41030],
  ]
  it.each(wrong)('refuses %s', async (_, changes, errcode) => {
    await messages().answer('li', { progress: 'accept' })
    expect(await send(changes)).toMatchObject({ errcode })
    expect([messages().received(), messages().left('li', 'progress')]).toEqual([[], 1])
  })

  it.each([
    ['thing5', { thing5: undefined }],
    ['thing5', { thing5: { value: '' } }],
    ['thing5', { thing5: { value: '一'.repeat(21) } }],
    ['thing5', { thing5: { value: '两\n行' } }],
    ['thing5', { thing5: { value: 5 } }],
    ['thing5', { thing5: '文字' }],
    ['time2', { time2: { value: '2023年4月3日' } }],
    ['time2', { time2: { value: '2023-04-03 10:05:49.0' } }],
    ['thing9', { thing9: { value: '多出来的' } }],
  ])('names the field whose value it does not take (%s, %j)', async (field, changes) => {
    await messages().answer('li', { progress: 'accept' })
    const answer = await send({ data: { ...data, ...changes } })
    expect(answer.errcode).toBe(47003)
    expect(answer.errmsg).toMatch(new RegExp(`^argument invalid! data\\.${field}\\.value invalid rid: `))
  })

  it('counts 20 characters, not halves of them', async () => {
    await messages().answer('li', { progress: 'accept' })
    expect(await send({ data: { ...data, thing5: { value: '𠮷'.repeat(20) } } })).toMatchObject({ errcode: 0 })
  })

  it('asks for a token that is valid', async () => {
    expect(await send({}, '')).toMatchObject({ errcode: 41001 })
    expect(await send({}, 'x'.repeat(512))).toMatchObject({ errcode: 40001 })
    wechat.control.expireTokens()
    expect(await send()).toMatchObject({ errcode: 42001 })
  })

  it('refuses two at once to one person', async () => {
    await messages().answer('li', { progress: 'accept' })
    await messages().answer('li', { progress: 'accept' })
    messages().switches.sendMilliseconds = 50
    const codes = (await Promise.all([send(), send()])).map(({ errcode }) => errcode)
    expect(codes.sort()).toEqual([0, 43108])
  })

  it.each([-1, 45009, 43107, 40014, 99999])('answers %i where it is told so, and sends nothing', async (errcode) => {
    await messages().answer('li', { progress: 'accept' })
    messages().switches.sendErrors = [errcode]
    expect(await send()).toMatchObject({ errcode })
    expect(messages().received()).toEqual([])
    expect(await send()).toMatchObject({ errcode: 0 })
  })

  it('refuses a word that is on the black list', async () => {
    messages().switches.forbiddenWords = ['退回']
    expect(await send()).toMatchObject({ errcode: 45168 })
  })

  it('loses a call or its answer where it is told so', async () => {
    await messages().answer('li', { progress: 'accept' })
    messages().switches.lostSends = 1
    await expect(send()).rejects.toThrow()
    expect(messages().received()).toEqual([])
    messages().switches.lostAnswers = 1
    await expect(send()).rejects.toThrow()
    expect(messages().received()).toHaveLength(1)
  })

  it('shows what came on a page, where one answers for a person too', async () => {
    const form = new URLSearchParams({ person: 'li', answer: 'accept' })
    const answered = await fetch(`${wechat.url}/messages`, { method: 'POST', body: form, redirect: 'manual' })
    expect([answered.status, messages().left('li', 'exam')]).toEqual([303, 1])
    await send({ data: { ...data, thing5: { value: '<b>改好</b>' } } })
    const page = await (await fetch(`${wechat.url}/messages?told=taken`)).text()
    expect(page).toContain('三级申报被退回')
    expect(page).toContain('&lt;b&gt;改好&lt;/b&gt;')
    expect(page).toContain('lang="zh-CN"')
    const foreign = { method: 'POST', body: form, headers: { origin: 'http://elsewhere.example' } }
    expect((await fetch(`${wechat.url}/messages`, foreign)).status).toBe(403)
  })

  it('answers for a person over HTTP, and takes known switches only', async () => {
    const control = (path: string, method: string, body: object) =>
      fetch(`${wechat.url}/sandbox/messages${path}`, {
        ...{ method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
      })
    const answered = await control('/answers', 'POST', { person: 'li', answers: { todo: 'accept' } })
    expect([await answered.json(), messages().left('li', 'todo')]).toEqual([
      { pushed: false, status: 0, answer: '' },
      1,
    ])
    expect((await control('/answers', 'POST', { person: 'li', answers: { other: 'accept' } })).status).toBe(400)
    expect((await control('/switches', 'PUT', { lostSends: 1 })).status).toBe(200)
    expect((await control('/switches', 'PUT', { lost: 1 })).status).toBe(400)
  })
})
