import { useEffect, useRef, useState } from 'react'

/** Seconds in which a decision may be taken back. */
const seconds = 10

/** Waits before `act`, so that a slip of the thumb costs nothing; leaving the page acts at once. */
export const useUndo = (act: () => void) => {
  const [left, setLeft] = useState<number>()
  const waiting = useRef(false)
  const latest = useRef(act)
  latest.current = act
  const fire = () => {
    if (!waiting.current) return
    waiting.current = false
    setLeft(undefined)
    latest.current()
  }
  useEffect(() => {
    if (left === undefined) return undefined
    const timer = setTimeout(() => (left > 1 ? setLeft(left - 1) : fire()), 1000)
    return () => clearTimeout(timer)
  }, [left])
  useEffect(() => fire, [])
  const begin = () => {
    waiting.current = true
    setLeft(seconds)
  }
  const undo = () => {
    waiting.current = false
    setLeft(undefined)
  }
  return { left, begin, undo, now: fire }
}
