import { randomBytes } from 'node:crypto'
import { failure } from './errors'
import { type WechatState } from './state'
import { type Answer, type App, type IssuedToken } from './types'

const overlapMs = 5 * 60_000
const dayMs = 24 * 3_600_000
const fields = ['grant_type', 'appid', 'secret', 'force_refresh']

/**
 * stable_token: the same token until five minutes before its end, then a new one; for five minutes both work.
 * `force_refresh` ends the old one at once, 20 times a day and not within 30 seconds of the last.
 */
export function stableToken(state: WechatState, body: unknown): Answer {
  const app = readApp(state, body)
  if (typeof app === 'number') return failure(app)
  const force = readForce(body)
  const limit = force ? forceLimit(state, app.appid) : undefined
  if (limit) return failure(limit)
  const now = state.clock.now()
  const current = newestToken(state, app.appid)
  if (current && !force && now < current.until - overlapMs) return told(current, now)
  if (current) current.graceUntil = force ? now : now + overlapMs
  return told(issue(state, app.appid), now)
}

/** The token's app, or the errcode. */
export function checkToken(state: WechatState, value: unknown): string | number {
  if (typeof value !== 'string' || !value) return 41001
  if (!/^[\w-]+$/.test(value)) return 40014
  const token = state.tokens.get(value)
  if (!token) return 40001
  const now = state.clock.now()
  if (token.graceUntil !== undefined) return now < token.graceUntil ? token.appid : 40001
  return now < token.until ? token.appid : 42001
}

/** As if another program had asked for a token by force: ours is dead, and we are not told. */
export function replaceTokens(state: WechatState): void {
  for (const token of state.tokens.values()) token.graceUntil = state.clock.now()
  for (const { appid } of state.apps) issue(state, appid)
}

export function expireTokens(state: WechatState): void {
  for (const token of state.tokens.values()) token.until = state.clock.now()
}

function issue(state: WechatState, appid: string): IssuedToken {
  const now = state.clock.now()
  // 512 characters: WeChat asks its callers to keep room for so many.
  const value = randomBytes(384).toString('base64url')
  const token = { appid, value, issuedAt: now, until: now + state.switches.tokenLifeSeconds * 1000 }
  state.tokens.set(value, token)
  return token
}

function told(token: IssuedToken, now: number): Answer {
  return { access_token: token.value, expires_in: Math.floor((token.until - now) / 1000) }
}

function newestToken(state: WechatState, appid: string): IssuedToken | undefined {
  const now = state.clock.now()
  return [...state.tokens.values()].findLast(
    (token) => token.appid === appid && token.graceUntil === undefined && now < token.until,
  )
}

function readApp(state: WechatState, body: unknown): App | number {
  if (!body || typeof body !== 'object') return 47001
  if (Object.keys(body).some((name) => !fields.includes(name))) return 47001
  if (!('grant_type' in body) || body.grant_type !== 'client_credential') return 40002
  if (!('appid' in body) || !body.appid) return 41002
  if (!('secret' in body) || !body.secret) return 41004
  if ('force_refresh' in body && typeof body.force_refresh !== 'boolean') return 47001
  const app = state.apps.find(({ appid }) => appid === body.appid)
  if (!app) return 40013
  return app.secret === body.secret ? app : 40125
}

function readForce(body: unknown): boolean {
  return !!body && typeof body === 'object' && 'force_refresh' in body && body.force_refresh === true
}

function forceLimit(state: WechatState, appid: string): number | undefined {
  const last = state.forced.get(appid)?.at(-1)
  if (last !== undefined && state.clock.now() - last < 30_000) return 45011
  return state.frequency(state.forced, appid, dayMs) > 20 ? 45009 : undefined
}
