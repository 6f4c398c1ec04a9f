import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { call } from './api'
import { type Failure } from './failure'

interface Loaded<T> {
  body?: T
  failure?: Failure
}

/** What the server has at a path, asked each time the page is shown; an older answer stays while a newer one fails. */
export const useLoaded = <T>(path: string) => {
  const [loaded, setLoaded] = useState<Loaded<T>>({})
  const load = async () => {
    const answer = await call<T>({ method: 'GET', path })
    setLoaded((before) => (answer.ok ? { body: answer.body } : { ...before, failure: answer.failure }))
  }
  useDidShow(() => void load())
  return { ...loaded, reload: () => void load(), set: (body: T) => setLoaded({ body }) }
}
