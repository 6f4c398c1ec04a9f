import { randomBytes } from 'node:crypto'
import { openidOf, personOf, unionidOf } from '../people'
import { failure } from './errors'
import { type WechatState } from './state'
import { type Answer, type Code } from './types'

const parameters = ['appid', 'secret', 'js_code', 'grant_type']
const minuteMs = 60_000

/** code2Session: the code of wx.login → openid and session key. A new login's key puts the older one out of use. */
export function signIn(state: WechatState, query: Record<string, unknown>): Answer {
  const code = readCode(state, query)
  if (typeof code === 'number') return failure(code)
  const person = personOf(code.person)
  const openid = openidOf(person, code.appid)
  if (state.frequency(state.signIns, openid, minuteMs) > 100) return failure(45011)
  code.used = true
  if (state.switches.riskyPeople.includes(person.id)) return failure(40226)
  const sessionKey = randomBytes(16).toString('base64')
  state.sessionKeys.set(`${code.appid} ${openid}`, sessionKey)
  return { session_key: sessionKey, openid, unionid: unionidOf(person) }
}

function readCode(state: WechatState, query: Record<string, unknown>): Code | number {
  if (Object.keys(query).some((name) => !parameters.includes(name))) return 40097
  if (!query['appid']) return 41002
  if (!query['secret']) return 41004
  if (!query['js_code']) return 41008
  if (query['grant_type'] !== 'authorization_code') return 40002
  const app = state.apps.find(({ appid }) => appid === query['appid'])
  if (!app) return 40013
  if (app.secret !== query['secret']) return 40125
  const code = typeof query['js_code'] === 'string' ? state.codes.get(query['js_code']) : undefined
  return checkCode(code, 'login', app.appid, state.clock.now())
}

/** A code is good for one use, of its own kind, by its own app, for five minutes. Answers the errcode otherwise. */
export function checkCode(code: Code | undefined, kind: Code['kind'], appid: string, now: number): Code | number {
  if (!code || code.kind !== kind || code.appid !== appid) return 40029
  if (code.used) return 40163
  return now < code.until ? code : 40029
}
