import Taro from '@tarojs/taro'

/** What could not be written to the phone: it holds until the app is closed. */
const memory = new Map<string, unknown>()

/** The stored value as it was written, still untrusted: an older version of the app may have written it. */
export const read = (key: string): unknown => {
  if (memory.has(key)) return memory.get(key)
  try {
    const stored: unknown = Taro.getStorageSync(key)
    return stored === '' ? undefined : stored
  } catch {
    return undefined
  }
}

/** Keeps a small value (drafts, answers; never photos: a key holds 1 MB). False: the phone refused, it is kept only while the app is open. */
export const write = (key: string, value: unknown): boolean => {
  try {
    Taro.setStorageSync(key, value)
    memory.delete(key)
    return true
  } catch {
    memory.set(key, value)
    return false
  }
}

export const remove = (key: string) => {
  memory.delete(key)
  try {
    Taro.removeStorageSync(key)
  } catch {
    memory.set(key, undefined)
  }
}
