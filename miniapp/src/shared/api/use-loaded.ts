import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { call } from './api'
import { type Failure } from './failure'

interface Loaded<T> {
  body?: T
  failure?: Failure
}

/**
 * What the server has at a path, asked each time the page is shown, and at once by a part that comes when the page is shown already; an
 * older answer stays while a newer one fails. Without a path nothing is asked.
 */
export const useLoaded = <T>(path: string | undefined) => {
  const [loaded, setLoaded] = useState<Loaded<T>>({})
  const running = useRef(false)
  const load = async () => {
    if (path === undefined || running.current) return
    running.current = true
    const answer = await call<T>({ method: 'GET', path })
    running.current = false
    setLoaded((before) => (answer.ok ? { body: answer.body } : { ...before, failure: answer.failure }))
  }
  useDidShow(() => void load())
  useEffect(() => void load(), [path]) // eslint-disable-line react-hooks/exhaustive-deps -- asked anew for another path
  return { ...loaded, reload: () => void load(), set: (body: T) => setLoaded({ body }) }
}
