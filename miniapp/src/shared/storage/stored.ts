import { useSyncExternalStore } from 'react'
import { read, remove, write } from './storage'

export interface Stored<T> {
  get: () => T
  /** False: kept only while the app is open (the phone's storage is full or refused). */
  set: (value: T) => boolean
  clear: () => void
  subscribe: (listener: () => void) => () => void
}

/** One value on the phone that pages can watch. `parse` turns what was stored, by whatever version, into a value of today. */
export const stored = <T>(key: string, parse: (raw: unknown) => T): Stored<T> => {
  const listeners = new Set<() => void>()
  let value: { now: T } | undefined
  const tell = () => listeners.forEach((listener) => listener())
  return {
    get: () => (value ??= { now: parse(read(key)) }).now,
    set: (next) => {
      value = { now: next }
      const kept = write(key, next)
      tell()
      return kept
    },
    clear: () => {
      remove(key)
      value = undefined
      tell()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The value now; the page is drawn again when it changes. */
export const useStored = <T>(from: Stored<T>): T => useSyncExternalStore(from.subscribe, from.get, from.get)
