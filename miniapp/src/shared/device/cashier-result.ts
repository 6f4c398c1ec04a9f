import { wxError } from './picture/pick-failure'

/**
 * How the cashier ended, as the phone tells it. Never proof: `ok` comes without money, `cancelled` and `failed` with it. It only says when to
 * ask the server. `not-permitted`: WeChat lets this app take no money. `unknown`: nobody said anything.
 */
export type CashierResult = 'ok' | 'cancelled' | 'not-permitted' | 'failed' | 'unknown'

const byWords: readonly (readonly [RegExp, CashierResult])[] = [
  [/:\s*ok$/i, 'ok'],
  [/cancel/i, 'cancelled'],
  [/permission|banned|forbidden|违规|限制|封禁|暂停服务/i, 'not-permitted'],
]

/** WeChat's number for a call that an app may not make. */
const noPermission = 102

/** What the promise ended with, or what `complete` was called with: an errMsg, an errno, or nothing at all. */
export const cashierResultOf = (raw: unknown): CashierResult => {
  const { words, errno } = wxError(raw)
  if (errno === noPermission) return 'not-permitted'
  return byWords.find(([pattern]) => pattern.test(words))?.[1] ?? 'failed'
}
