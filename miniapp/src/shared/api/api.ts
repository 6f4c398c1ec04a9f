import { renewToken, validToken } from '../session/session'
import { type Answer } from './failure'
import { send, type Sending } from './send'

export interface Call extends Omit<Sending, 'headers'> {
  /** Version of the row that is edited: `If-Match`. */
  version?: number | undefined
  /** Of `newKey()`, the same for every repeat of one tap: `Idempotency-Key`. */
  key?: string | undefined
}

const over = (code: string) => code === 'session-expired' || code === 'session-missing'

/**
 * A request as the person who is signed in. Signs in where no one is (on the web only after the person asked for it), renews what is
 * over once, and repeats the request then.
 */
export const call = async <T>({ version, key, ...sending }: Call): Promise<Answer<T>> => {
  const token = await validToken()
  if (!token.ok) return token
  const headers = (access: string) => ({
    authorization: `Bearer ${access}`,
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  })
  const first = await send<T>({ ...sending, headers: headers(token.body) })
  if (first.ok || !over(first.failure.code)) return first
  const renewed = await renewToken(token.body)
  if (!renewed.ok) return renewed
  return send<T>({ ...sending, headers: headers(renewed.body) })
}

const hex = () =>
  Math.floor(Math.random() * 0x10000)
    .toString(16)
    .padStart(4, '0')

/** A key for one intent (one tap on “提交”): kept until an answer came, so that a repeat makes no second application. */
export const newKey = () => Array.from({ length: 8 }, hex).join('')
