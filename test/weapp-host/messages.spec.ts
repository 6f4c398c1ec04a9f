import { draftView, session } from '../../miniapp/test/draft'
import { news, notice, noticeSettings } from '../../miniapp/test/notices'
import { paid, paymentStatus, payRequest } from '../../miniapp/test/payment'
import { launch, PhoneStorage, type Driver, type NativeApis, type SubscribeOptions } from './index'
import { StubServer } from './stub-server.fixture'
import { serverName, weappBuild } from './weapp-build.fixture'

// Real work on a machine that may be busy: everything waits for a condition, nothing for this time.
jest.setTimeout(60_000)

let server: StubServer
let app: Driver

beforeEach(async () => {
  server = await StubServer.open()
  server.answers = {
    'POST /session': session,
    'GET /me': session.account,
    'GET /time': { now: '2023-03-24T11:00:00.000Z', day: '2023-03-24', time: '19:00:00' },
    'GET /subscribe-templates': { progress: 'tmpl-progress', todo: 'tmpl-todo', exam: 'tmpl-exam' },
    'GET /me/notice-settings': noticeSettings(),
  }
})
afterEach(async () => {
  app.close()
  await server.close()
  const { errors, unknownApis } = app.host.log
  expect({ errors, unknown: [...unknownApis] }).toEqual({ errors: [], unknown: [] })
})

/** The app at a page, once it knows the ids of WeChat's templates. */
const openAt = async (url: string, native: NativeApis = {}) => {
  const storage = new PhoneStorage()
  app = launch(weappBuild, {
    url,
    storage,
    network: { routes: { [serverName]: server.url }, offline: false },
    native: { login: () => Promise.resolve({ code: 'code-1' }), ...native },
  })
  // nothing that a person could see tells of it
  while (!storage.keys.includes('subscribe-templates')) await new Promise(setImmediate)
}

/** WeChat's popup, answered at once; when it was asked stands in the server's order of events. */
const answering = (answer: (ids: string[]) => Promise<object>): NativeApis => ({
  requestSubscribeMessage: ({ tmplIds }: SubscribeOptions) => {
    server.asked.push(`popup ${tmplIds.join()}`)
    return answer(tmplIds)
  },
})
const each = (said: string) => (ids: string[]) => Promise.resolve(Object.fromEntries(ids.map((id) => [id, said])))
const all = 'popup tmpl-todo,tmpl-progress,tmpl-exam'

test('from 我的 to the messages, from one of them to its page; it is told as read', async () => {
  server.answers['GET /notices'] = { items: [notice(), news('n-0')], unread: 2 }
  server.answers['GET /notices/unread'] = { unread: 2 }
  server.answers['POST /notices/read'] = { unread: 1 }
  server.answers['GET /applications/app-1'] = draftView({ state: 'office-review', stage: 'with-office' })
  await openAt('pages/me/index')
  await app.tap('微信登录')
  await app.waitForText('2 条未读')
  await app.tap(/^消息，/)
  await app.waitForPage('packages/notices/pages/list/index')
  await app.waitForText('还剩 3 天')
  await app.tap(/^未读，三级申报被退回/)
  await app.waitForPage('packages/track/pages/status/index')
  await app.waitUntil(() => server.asked.includes('POST /notices/read'), 'it was not told as read')
})

test.each<[string, (ids: string[]) => Promise<object>, RegExp]>([
  ['accepted', each('accept'), /微信记好以后/],
  ['refused', each('reject'), /微信记好以后/],
  ['failed, the main switch is off', () => Promise.reject({ errMsg: 'switched off', errCode: 20004 }), /通知管理/],
  ['failed', () => Promise.reject({ errMsg: 'network', errCode: 10003 }), /微信的窗口没有打开/],
])(
  '[danger 52] on the weapp build the settings’ tap itself opens WeChat’s popup; %s, the page goes on',
  async (_how, answer, words) => {
    await openAt('packages/notices/pages/settings/index', answering(answer))
    await app.waitForText('还能发 3 条')
    await app.tap('再允许几条')
    await app.waitForText(words)
    expect(server.asked.filter((what) => what.startsWith('popup'))).toEqual([all])
  },
)

test.each<[string, (ids: string[]) => Promise<object>]>([
  ['accepted', each('accept')],
  ['refused', each('reject')],
  ['failed', () => Promise.reject({ errMsg: 'hidden', errCode: 10005 })],
])(
  '[danger 53] on the weapp build 去缴费 asks before the order is made; %s, it is paid all the same',
  async (_how, answer) => {
    server.answers['GET /applications/app-1/payment'] = paymentStatus()
    server.answers['POST /applications/app-1/payment'] = { status: paymentStatus(), request: payRequest }
    server.answers['POST /applications/app-1/payment/check'] = paid
    await openAt('packages/apply/pages/pay/index?id=app-1', {
      ...answering(answer),
      requestPayment: () => Promise.resolve({}),
    })
    await app.tap('去缴费 ¥80.00')
    await app.waitForText('把凭证存成图片')
    const order = server.asked.filter((what) => /^popup|^POST .*payment/.test(what))
    expect(order).toEqual([
      'popup tmpl-progress,tmpl-exam,tmpl-todo',
      'POST /applications/app-1/payment',
      'POST /applications/app-1/payment/check',
    ])
  },
)
