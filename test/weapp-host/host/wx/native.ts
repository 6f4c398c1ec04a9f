import type { HostLog } from '../log'
import { asyncApi } from './async-api'

/**
 * APIs behind which stands something that a test has to bring: WeChat's server, a payer. Each gives the
 * fields of the answer and throws for `fail`.
 */
export interface NativeApis {
  /** A fresh code of wx.login, minted by the WeChat sandbox. */
  login?: () => Promise<{ code: string }>
  requestPayment?: (options: object) => Promise<object>
  requestSubscribeMessage?: (options: object) => Promise<object>
}

const names = ['login', 'requestPayment', 'requestSubscribeMessage'] as const

export function nativeApis(native: NativeApis, log: HostLog) {
  const missing = (name: string) => {
    const words = `this host has no ${name}: pass native.${name} to launch()`
    log.errors.push(words)
    throw new Error(words)
  }
  return {
    ...Object.fromEntries(
      names.map((name) => [name, asyncApi(log, name, (options) => native[name]?.(options) ?? missing(name))]),
    ),
    checkSession: asyncApi(log, 'checkSession', () => undefined),
  }
}
