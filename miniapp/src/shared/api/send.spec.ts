import Taro from '@tarojs/taro'
import { answerWith } from '../../../test/mocks/server'
import { failureText } from '../texts/errors'
import { newKey } from './api'
import { failed } from './failure'
import { send } from './send'

const time = () => send<{ day: string }>({ method: 'GET', path: '/time' })

test('an answer comes with its body and ETag', async () => {
  answerWith({ 'GET /time': { status: 200, body: { day: '2023-03-20' }, header: { ETag: '"7"' } } })
  expect(await time()).toEqual({ ok: true, status: 200, body: { day: '2023-03-20' }, etag: '"7"' })
})

test('a refusal comes with its code, its facts and the id to find it by', async () => {
  answerWith({
    'GET /time': { status: 409, body: { code: 'registration-closed', facts: { closedAt: 'x' }, requestId: 'r9' } },
  })
  expect(await time()).toEqual({
    ok: false,
    failure: { code: 'registration-closed', facts: { closedAt: 'x' }, requestId: 'r9' },
  })
})

test('an answer that is not ours, like the page of a hotel network, is told from one of ours', async () => {
  answerWith({ 'GET /time': { status: 502, body: '<html>登录上网</html>' } })
  expect(await time()).toMatchObject({ ok: false, failure: { code: 'unreadable' } })
})

test('no network and no connection are told apart', async () => {
  expect(await time()).toMatchObject({ failure: { code: 'unreachable' } })
  Object.assign(Taro, { getNetworkType: jest.fn().mockResolvedValue({ networkType: 'none' }) })
  expect(await time()).toMatchObject({ failure: { code: 'offline' } })
})

test('a request that never ends is given up by our own timer', async () => {
  jest.useFakeTimers()
  Object.assign(Taro, { request: jest.fn(() => new Promise(() => undefined)) })
  const answer = send({ method: 'GET', path: '/time', patience: 1000 })
  await jest.advanceTimersByTimeAsync(2000)
  expect(await answer).toMatchObject({ failure: { code: 'timeout' } })
  jest.useRealTimers()
})

test('every failure is said in Chinese, without a bare code, and so is a code that this app does not know', () => {
  expect(failureText(failed('timeout').failure)).toContain('不会重复提交')
  const newer = JSON.parse('{"code":"from-a-newer-server","facts":{}}')
  expect(failureText(newer)).toMatch(/^这一步没有办成/)
})

test('a key for one intent is long and never the same', () => {
  const keys = new Set(Array.from({ length: 100 }, newKey))
  expect(keys.size).toBe(100)
  expect([...keys][0]).toMatch(/^[0-9a-f]{32}$/)
})
