import { useEffect, useRef } from 'react'

/** ms; a link lives five minutes, and a picture that cannot be had at all must not be asked for without end. */
const pause = 30_000

/** For pictures whose links are over: asks for new ones, once for however many pictures fail together. */
export const useFreshLinks = (reload: () => void) => {
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])
  return () => {
    if (timer.current !== undefined) return
    timer.current = setTimeout(() => (timer.current = undefined), pause)
    reload()
  }
}
