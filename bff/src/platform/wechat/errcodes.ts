/**
 * What an errcode means for us. `repeated`: it had been done before. `refused`: the person wants no such message, or no more of them. `invalid`: this
 * one will never be taken as it is. Everything that is not listed is `unexpected`: logged, answered as busy.
 */
export type WechatFailure =
  'code-invalid' | 'blocked' | 'busy' | 'repeated' | 'refused' | 'invalid' | 'token' | 'configuration' | 'unexpected'

/** A payment that has not reached the books of shipping yet; it may take a minute. */
export const paymentNotYetKnown = 10060001

const meanings: ReadonlyMap<number, WechatFailure> = new Map([
  // over or never ours; used before
  [40029, 'code-invalid'],
  [40163, 'code-invalid'],
  [40226, 'blocked'],
  // busy; too often per minute, per day
  [-1, 'busy'],
  [45009, 'busy'],
  [45011, 'busy'],
  [paymentNotYetKnown, 'busy'],
  [10060012, 'busy'],
  [10060019, 'busy'],
  // shipping: reported, reported twice, reported just so
  [10060002, 'repeated'],
  [10060003, 'repeated'],
  [10060023, 'repeated'],
  // subscribe messages: refused or used up; two at once to one person; a field's value, a word on WeChat's black list
  [43101, 'refused'],
  [43108, 'busy'],
  [47003, 'invalid'],
  [45168, 'invalid'],
  // template unknown, page not in the released version, no subscribe messages for this app
  [40037, 'configuration'],
  [41030, 'configuration'],
  [43107, 'configuration'],
  // replaced, over, malformed
  [40001, 'token'],
  [42001, 'token'],
  [40014, 'token'],
  // appid, secret, address not on WeChat's list, missing parameters
  [40013, 'configuration'],
  [40125, 'configuration'],
  [40164, 'configuration'],
  [41002, 'configuration'],
  [41004, 'configuration'],
  [89503, 'configuration'],
])

export const meaningOf = (errcode: number): WechatFailure => meanings.get(errcode) ?? 'unexpected'

/** `unanswered`: it may have been done or not. `field`: the one whose value WeChat does not take. */
export interface WechatRefusal {
  ok: false
  failure: WechatFailure
  errcode?: number
  unanswered?: true
  field?: string
}

export type WechatResult<T> = { ok: true; value: T } | WechatRefusal
