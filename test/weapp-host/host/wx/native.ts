import type { HostLog } from '../log'
import { asyncApi } from './async-api'
import type { Gesture } from './gesture'

export interface SubscribeOptions {
  tmplIds: string[]
}

/**
 * APIs behind which stands something that a test has to bring: WeChat's server, a payer. Each gives the
 * fields of the answer and throws for `fail`.
 */
export interface NativeApis {
  /** A fresh code of wx.login, minted by the WeChat sandbox. */
  login?: () => Promise<{ code: string }>
  requestPayment?: (options: object) => Promise<object>
  /** Asked only where the call comes while a tap lasts. */
  requestSubscribeMessage?: (options: SubscribeOptions) => Promise<object>
}

const names = ['login', 'requestPayment'] as const

export function nativeApis(native: NativeApis, log: HostLog, gesture: Gesture) {
  const missing = (name: string) => {
    const words = `this host has no ${name}: pass native.${name} to launch()`
    log.errors.push(words)
    throw new Error(words)
  }
  const late = () => {
    log.errors.push('requestSubscribeMessage was called when the tap was over')
    throw { errMsg: 'can only be invoked by user TAP gesture.', errCode: 10005 }
  }
  return {
    ...Object.fromEntries(
      names.map((name) => [name, asyncApi(log, name, (options) => native[name]?.(options) ?? missing(name))]),
    ),
    requestSubscribeMessage: (options: object = {}) => {
      const inTap = gesture.lasts
      const ask = (given: SubscribeOptions) =>
        inTap ? (native.requestSubscribeMessage?.(given) ?? missing('requestSubscribeMessage')) : late()
      return asyncApi(log, 'requestSubscribeMessage', ask)(options)
    },
    checkSession: asyncApi(log, 'checkSession', () => undefined),
  }
}
