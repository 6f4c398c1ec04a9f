import Taro from '@tarojs/taro'
import { answerWith } from '../../../test/mocks/server'
import { call } from '../api/api'
import { signOut } from './session'
import { tokens } from './tokens'

// the phone signs in by wx.login; the web's page is another file
jest.mock('../device/sign-in', () => jest.requireActual('../device/sign-in.weapp'))

const pair = (n: number) => ({
  accessToken: `access-${n}`,
  refreshToken: `refresh-${n}`,
  expiresInSeconds: 1800,
  account: { id: 'a1', contactOf: [], consents: [] },
})
const refused = (code: string, status = 401) => ({ status, body: { code, facts: {}, requestId: 'r1' } })
const me = () => call<{ id: string }>({ method: 'GET', path: '/me' })
const bearer = (header: Record<string, string> | undefined) => header?.authorization

afterEach(() => signOut())

/** wx.login gives another code each time, each for one use. */
const freshCodes = () => {
  let n = 0
  const login = jest.fn(async () => ({ code: `code-${++n}`, errMsg: 'login:ok' }))
  Object.assign(Taro, { login })
  return login
}

test('[danger 35] five requests at a cold start make one wx.login and send one code', async () => {
  const login = freshCodes()
  const server = answerWith({
    'POST /session': { status: 201, body: pair(1) },
    'GET /me': { status: 200, body: { id: 'a1' } },
  })
  const answers = await Promise.all([me(), me(), me(), me(), me()])
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect(login).toHaveBeenCalledTimes(1)
  expect(server.times('POST /session')).toBe(1)
})

test('[danger 38] a session that the server ended is begun again without a word, whatever checkSession says', async () => {
  const login = freshCodes()
  tokens.set(pair(1))
  Object.assign(Taro, { checkSession: jest.fn().mockResolvedValue({ errMsg: 'checkSession:ok' }) })
  const server = answerWith({
    'GET /me': ({ header }) =>
      bearer(header) === 'Bearer access-2' ? { status: 200, body: { id: 'a1' } } : refused('session-missing'),
    'POST /session/refresh': refused('refresh-invalid'),
    'POST /session': { status: 201, body: pair(2) },
  })
  expect(await me()).toMatchObject({ ok: true, body: { id: 'a1' } })
  expect(login).toHaveBeenCalledTimes(1)
  expect(server.times('GET /me')).toBe(2)
})

test('[danger 34] a code that WeChat refuses is tried once more with a new wx.login, never again with the same', async () => {
  freshCodes()
  const server = answerWith({
    'POST /session': (_, before) => (before === 0 ? refused('wechat-code-invalid') : { status: 201, body: pair(1) }),
    'GET /me': { status: 200, body: { id: 'a1' } },
  })
  expect(await me()).toMatchObject({ ok: true })
  expect(server.asked.filter(({ url }) => url.endsWith('/session')).map(({ data }) => data)).toEqual([
    { code: 'code-1' },
    { code: 'code-2' },
  ])
})

test('refused twice, the person is told to sign in again', async () => {
  freshCodes()
  const server = answerWith({ 'POST /session': refused('wechat-code-invalid') })
  expect(await me()).toMatchObject({ ok: false, failure: { code: 'wechat-code-invalid' } })
  expect(server.times('POST /session')).toBe(2)
})

test('requests that find the token over refresh it once together and are repeated', async () => {
  tokens.set(pair(1))
  const server = answerWith({
    'GET /me': ({ header }) =>
      bearer(header) === 'Bearer access-2' ? { status: 200, body: { id: 'a1' } } : refused('session-expired'),
    'POST /session/refresh': { status: 200, body: pair(2) },
  })
  const answers = await Promise.all([me(), me(), me()])
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect(server.times('POST /session/refresh')).toBe(1)
  expect(tokens.get()?.accessToken).toBe('access-2')
})

test('without network the tokens stay', async () => {
  tokens.set(pair(1))
  Object.assign(Taro, { getNetworkType: jest.fn().mockResolvedValue({ networkType: 'none' }) })
  expect(await me()).toMatchObject({ ok: false, failure: { code: 'offline' } })
  expect(tokens.get()?.accessToken).toBe('access-1')
})
