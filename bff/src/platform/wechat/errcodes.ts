/**
 * What an errcode means for us. `repeated`: it had been done before. Everything that is not listed is `unexpected`: logged, answered as busy.
 */
export type WechatFailure = 'code-invalid' | 'blocked' | 'busy' | 'repeated' | 'token' | 'configuration' | 'unexpected'

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

export type WechatResult<T> = { ok: true; value: T } | { ok: false; failure: WechatFailure; errcode?: number }
