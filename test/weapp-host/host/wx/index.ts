import type { HostLog } from '../log'
import type { Navigation } from '../navigation'
import { asyncApi } from './async-api'
import { deviceApis, type Phone } from './device'
import { dialogApis, type Dialogs } from './dialogs'
import { type Gesture } from './gesture'
import { fileApis } from './file-apis'
import type { PhoneFiles } from './files'
import { layoutApis } from './layout-queries'
import { nativeApis, type NativeApis } from './native'
import { networkApis, type Network } from './network'
import { type Signals } from './signals'
import { storageApis, type PhoneStorage } from './storage'
import { uploadApi } from './upload'

export interface WxParts {
  log: HostLog
  changed: () => void
  navigation: Navigation
  storage: PhoneStorage
  network: Network
  files: PhoneFiles
  dialogs: Dialogs
  signals: Signals
  gesture: Gesture
  native: NativeApis
  phone?: Partial<Phone>
  launchOptions: () => object
}

/** The `wx` object. A name that it lacks is undefined, as on an old phone, and is noted in log.unknownApis. */
export function createWx(parts: WxParts): object {
  const { log, navigation } = parts
  const apis: Record<string, unknown> = {
    navigateTo: asyncApi<{ url: string }>(log, 'navigateTo', (options) => navigation.navigateTo(options)),
    redirectTo: asyncApi<{ url: string }>(log, 'redirectTo', (options) => navigation.redirectTo(options)),
    navigateBack: asyncApi<{ delta?: number }>(log, 'navigateBack', (options) => navigation.navigateBack(options)),
    reLaunch: asyncApi<{ url: string }>(log, 'reLaunch', (options) => navigation.reLaunch(options)),
    switchTab: asyncApi<{ url: string }>(log, 'switchTab', (options) => navigation.switchTab(options)),
    ...storageApis(parts.storage, log),
    ...networkApis(parts.network, log),
    ...fileApis(parts.files, log),
    uploadFile: uploadApi(parts.network, parts.files, log),
    ...dialogApis(parts.dialogs, log, parts.changed),
    ...deviceApis(log, parts.phone),
    ...layoutApis(),
    ...nativeApis(parts.native, log, parts.gesture),
    ...parts.signals.apis(),
    getLaunchOptionsSync: parts.launchOptions,
    getEnterOptionsSync: parts.launchOptions,
    nextTick: (run: () => void) => setTimeout(run, 0),
  }
  apis.canIUse = (schema: string) => (schema.split('.')[0] ?? '') in apis
  return new Proxy(apis, { get: (target, key) => readNoting(target, key, log) })
}

/** Names that webpack and Taro probe on `wx` themselves. */
const probed = new Set(['webpackJsonp', 'cloud', 'then', 'toJSON'])

function readNoting(apis: Record<string, unknown>, key: string | symbol, log: HostLog): unknown {
  if (typeof key === 'string' && !(key in apis) && !probed.has(key)) log.unknownApis.add(key)
  return Reflect.get(apis, key)
}
