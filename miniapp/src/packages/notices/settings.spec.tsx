import { type Account, type NoticeSettings } from '@app/contract'
import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { session } from '../../../test/draft'
import { answerWith } from '../../../test/mocks/server'
import { noticeSettings } from '../../../test/notices'
import { popup, templatesLoaded } from '@/shared/device/subscribe.fixture'
import { keep, tokens } from '@/shared/session/tokens'
import Settings from './pages/settings/index'

jest.mock('@/shared/device/subscribe', () => jest.requireActual('@/shared/device/subscribe.weapp'))

afterEach(() => {
  cleanup()
  act(() => tokens.clear())
})

type Routes = Parameters<typeof answerWith>[0]
const [get, put] = ['GET /me/notice-settings', 'PUT /me/notice-settings']
const [give, confirm] = ['POST /me/email', 'POST /me/email/confirmation']
const ok = (body: NoticeSettings) => ({ status: 200, body })
const templates = { status: 200, body: { progress: 'tmpl-progress', todo: 'tmpl-todo', exam: 'tmpl-exam' } }
const confirmed = { address: { masked: 'z***@example.com', state: 'confirmed' } } as const

const open = async (settings: NoticeSettings, routes: Routes = {}, account: Partial<Account> = {}) => {
  keep({ ...session, account: { ...session.account, ...account } })
  await templatesLoaded()
  const server = answerWith({ [get]: ok(settings), 'GET /subscribe-templates': templates, ...routes })
  render(<Settings />)
  await act(async () => undefined)
  return server
}
const tap = async (role: 'button' | 'switch' | 'radio', name: string | RegExp) => {
  await userEvent.click(screen.getByRole(role, { name }))
  await act(async () => undefined)
}
const sent = (server: Awaited<ReturnType<typeof open>>, method: string) =>
  server.asked.filter((asked) => asked.method === method).map(({ data }) => data)

test('WeChat: how many of each kind may still come, and off is off once the server has it', async () => {
  const server = await open(noticeSettings(), { [put]: ok(noticeSettings({ wechat: false })) })
  expect(screen.getByText('还能发 3 条')).toBeInTheDocument()
  expect(screen.getByText('还能发 0 条')).toBeInTheDocument()
  await tap('switch', '在微信里提醒我')
  expect(sent(server, 'PUT')).toEqual([{ wechat: false, email: true, pace: 'at-once' }])
  expect(screen.getByRole('switch', { name: '在微信里提醒我' })).toHaveAttribute('aria-checked', 'false')
  expect(screen.queryByText('还能发 3 条')).not.toBeInTheDocument()
})

test('a change that did not reach the server does not stand, and it says so', async () => {
  await open(noticeSettings(), {})
  await tap('switch', '在微信里提醒我')
  expect(screen.getByRole('alert')).toHaveTextContent('没有连上服务')
  expect(screen.getByRole('switch', { name: '在微信里提醒我' })).toHaveAttribute('aria-checked', 'true')
})

test('[danger 52] 再允许几条: WeChat is asked first thing in the tap; then the numbers are loaded anew, from the server alone', async () => {
  const server = await open(noticeSettings())
  const wechat = popup()
  await wechat.tap(screen.getByRole('button', { name: '再允许几条' }))
  expect(wechat.asked).toEqual([['tmpl-todo', 'tmpl-progress', 'tmpl-exam']])
  await wechat.answer('accept')
  expect(server.times(get)).toBe(2)
  expect(sent(server, 'POST')).toEqual([])
  expect(screen.getByText(/微信记好以后，上面的条数就会变/)).toBeInTheDocument()
})

test('the main switch of WeChat is off: it says where to turn it on', async () => {
  await open(noticeSettings())
  const wechat = popup()
  await wechat.tap(screen.getByRole('button', { name: '再允许几条' }))
  await wechat.fail(20004)
  expect(screen.getByText(/点“通知管理”，打开开关/)).toBeInTheDocument()
})

test('where no template is set up there is no button, and it says so', async () => {
  await open(noticeSettings(), { 'GET /subscribe-templates': { status: 200, body: {} } })
  expect(screen.getByText(/微信提醒还没有开通/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '再允许几条' })).not.toBeInTheDocument()
})

test('an address is given, proved by the code that went there, and then used', async () => {
  const off = noticeSettings({ email: false })
  const server = await open(off, {
    [give]: ok(off),
    [confirm]: ok({ ...off, ...confirmed }),
    [put]: ok(noticeSettings(confirmed)),
  })
  await userEvent.type(screen.getByLabelText('邮箱地址'), 'zhang＠example。com ')
  await tap('button', '发验证码到这个邮箱')
  expect(screen.getByText(/发到了 zhang@example.com/)).toBeInTheDocument()
  await tap('button', '没收到，再发一次')
  expect(screen.getByText(/又发了一次（第 2 次）/)).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText('验证码'), '12345')
  await tap('button', '确认')
  expect(screen.getByText(/验证码是 6 位数字/)).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText(/^验证码/), '6')
  await tap('button', '确认')
  expect(sent(server, 'POST')).toEqual([
    { address: 'zhang@example.com' },
    { address: 'zhang@example.com' },
    { code: '123456' },
  ])
  expect(sent(server, 'PUT')).toEqual([{ wechat: true, email: true, pace: 'at-once' }])
  expect(screen.getByText('z***@example.com')).toBeInTheDocument()
  expect(screen.getByText('已确认')).toBeInTheDocument()
})

test('a wrong code is said beside the field, with how many tries are left', async () => {
  const wrong = { status: 409, body: { code: 'email-code-wrong', facts: { left: 3 }, requestId: 'r1' } }
  await open(noticeSettings(), { [give]: ok(noticeSettings()), [confirm]: wrong })
  await userEvent.type(screen.getByLabelText('邮箱地址'), 'zhang@example.com')
  await tap('button', '发验证码到这个邮箱')
  await userEvent.type(screen.getByLabelText('验证码'), '123456')
  await tap('button', '确认')
  expect(within(screen.getByRole('region', { name: '电子邮件' })).getByRole('alert')).toHaveTextContent('还可以试 3 次')
})

test.each([
  ['', '请填邮箱地址。'],
  ['zhang', /要有 @/],
  ['zhang@example', /没有填完整/],
  ['张@example.com', /没有汉字和空格/],
])('“%s” is no address: nothing is sent', async (typed, words) => {
  const server = await open(noticeSettings())
  if (typed) await userEvent.type(screen.getByLabelText('邮箱地址'), typed)
  await tap('button', '发验证码到这个邮箱')
  expect(screen.getByText(typeof words === 'string' ? `× ${words}` : words)).toBeInTheDocument()
  expect(sent(server, 'POST')).toEqual([])
})

test('an address is forgotten only after a question', async () => {
  const server = await open(noticeSettings(confirmed), { [give]: ok(noticeSettings()) })
  Object.assign(Taro, {
    showModal: jest.fn().mockResolvedValueOnce({ confirm: false }).mockResolvedValue({ confirm: true }),
  })
  await tap('button', '删掉这个邮箱')
  expect(sent(server, 'POST')).toEqual([])
  await tap('button', '删掉这个邮箱')
  expect(sent(server, 'POST')).toEqual([{ address: '' }])
  expect(screen.getByLabelText('邮箱地址')).toBeInTheDocument()
})

test('a contact’s address is the office’s to change; how often is the contact’s', async () => {
  const listed = noticeSettings({ address: { masked: 'h***@example.com', state: 'from-list' } })
  const contactOf = [{ code: 'u1', name: '示例单位', role: 'unit-contact' as const }]
  const server = await open(listed, { [put]: ok({ ...listed, pace: 'daily' }) }, { contactOf })
  expect(screen.getByText(/要换，请联系工考办改名单/)).toBeInTheDocument()
  expect(screen.queryByLabelText('邮箱地址')).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /换一个|删掉/ })).not.toBeInTheDocument()
  await tap('radio', /^每天早上一张名单/)
  expect(sent(server, 'PUT')).toEqual([{ wechat: true, email: true, pace: 'daily' }])
  expect(screen.getByRole('radio', { name: /^每天早上一张名单/ })).toHaveAttribute('aria-checked', 'true')
})

test('who is no contact is not asked how often', async () => {
  await open(noticeSettings())
  expect(screen.queryByRole('radio')).not.toBeInTheDocument()
})
