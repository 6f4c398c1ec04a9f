import type { HostLog } from '../log'
import { asyncApi } from './async-api'

export const maxKeyBytes = 1024 * 1024
export const maxStorageBytes = 10 * maxKeyBytes

/** What lies on the phone: survives closing the app, so a test may hand it to the next launch. */
export class PhoneStorage {
  private readonly values = new Map<string, string>()
  /** A phone whose storage is full or broken: every write fails. */
  failWrites = false

  get keys(): string[] {
    return [...this.values.keys()]
  }

  get bytes(): number {
    return [...this.values.values()].reduce((sum, value) => sum + Buffer.byteLength(value), 0)
  }

  get(key: string): unknown {
    const value = this.values.get(key)
    return value === undefined ? undefined : (JSON.parse(value) as unknown)
  }

  set(key: string, value: unknown) {
    const json = JSON.stringify(value) ?? '""'
    const bytes = Buffer.byteLength(json)
    const others = this.bytes - Buffer.byteLength(this.values.get(key) ?? '')
    if (this.failWrites) throw new Error('write refused by this phone')
    if (bytes > maxKeyBytes) throw new Error(`${key} has ${bytes} bytes, 1 MB a key at most`)
    if (others + bytes > maxStorageBytes) throw new Error('10 MB in all at most')
    this.values.set(key, json)
  }

  remove(key: string) {
    this.values.delete(key)
  }

  clear() {
    this.values.clear()
  }
}

export function storageApis(storage: PhoneStorage, log: HostLog) {
  const info = () => ({ keys: storage.keys, currentSize: Math.ceil(storage.bytes / 1024), limitSize: 10240 })
  const sync = {
    // WeChat answers the empty string for a key that is not there.
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => {
      try {
        storage.set(key, value)
      } catch (error) {
        throw new Error(`setStorageSync:fail ${(error as Error).message}`)
      }
    },
    removeStorageSync: (key: string) => storage.remove(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: info,
  }
  return {
    ...sync,
    getStorage: asyncApi<{ key: string }>(log, 'getStorage', ({ key }) => {
      const data = storage.get(key)
      if (data === undefined) throw new Error('data not found')
      return { data }
    }),
    setStorage: asyncApi<{ key: string; data: unknown }>(log, 'setStorage', ({ key, data }) => storage.set(key, data)),
    removeStorage: asyncApi<{ key: string }>(log, 'removeStorage', ({ key }) => storage.remove(key)),
    clearStorage: asyncApi(log, 'clearStorage', () => storage.clear()),
    getStorageInfo: asyncApi(log, 'getStorageInfo', info),
  }
}
