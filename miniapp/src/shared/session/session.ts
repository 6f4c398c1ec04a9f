import { type SessionTokens } from '@app/contract'
import { hasReturnedCode, signsInSilently, wechatCode } from '../device/sign-in'
import { type Answer, failed } from '../api/failure'
import { send } from '../api/send'
import { keep, tokens } from './tokens'

type Token = Answer<string>

/** Ours, so that the server's own expiry decides; WeChat's session_key is never asked for. */
const signInOnce = async (): Promise<Token> => {
  let code: string
  try {
    code = await wechatCode()
  } catch {
    return failed('wechat-busy')
  }
  const answer = await send<SessionTokens>({ method: 'POST', path: '/session', body: { code } })
  if (!answer.ok) return answer
  keep(answer.body)
  return { ...answer, body: answer.body.accessToken }
}

/** A code may be over or used: once more with a new one, never with the same. */
const signInTwice = async (): Promise<Token> => {
  const first = await signInOnce()
  return !first.ok && first.failure.code === 'wechat-code-invalid' && signsInSilently ? signInOnce() : first
}

const refreshOrSignIn = async (refreshToken: string): Promise<Token> => {
  const answer = await send<SessionTokens>({ method: 'POST', path: '/session/refresh', body: { refreshToken } })
  if (answer.ok) {
    keep(answer.body)
    return { ...answer, body: answer.body.accessToken }
  }
  if (answer.failure.code !== 'refresh-invalid' && answer.failure.code !== 'session-missing') return answer
  tokens.clear()
  return signsInSilently ? signInTwice() : failed('sign-in-needed')
}

let running: Promise<Token> | undefined
/** However many requests start at once, one of them signs in or refreshes and the others wait for it. */
const alone = (work: () => Promise<Token>): Promise<Token> => {
  running ??= work().finally(() => {
    running = undefined
  })
  return running
}

/** A sign-in that the person asked for by a tap. On the web the page is left for it. */
export const signIn = (): Promise<Token> => alone(signInTwice)

/** The stored token, or one of a sign-in that asks the person nothing. */
export const validToken = async (): Promise<Token> => {
  const stored = tokens.get()
  if (running) return running
  if (stored) return { ok: true, status: 200, body: stored.accessToken }
  return signsInSilently || hasReturnedCode() ? signIn() : failed('sign-in-needed')
}

/** A new token in place of one that the server called over. */
export const renewToken = async (over: string): Promise<Token> => {
  if (running) return running
  const stored = tokens.get()
  if (!stored) return validToken()
  if (stored.accessToken !== over) return { ok: true, status: 200, body: stored.accessToken }
  return alone(() => refreshOrSignIn(stored.refreshToken))
}

/** Signed out on this phone; answers and drafts stay. */
export const signOut = () => tokens.clear()
