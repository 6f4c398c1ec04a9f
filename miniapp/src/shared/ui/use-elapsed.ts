import { useEffect, useState } from 'react'

/** The last of the given steps (ms, rising) that `running` has lasted; 0 before the first. */
export const useElapsed = (running: boolean, steps: readonly number[]) => {
  const [elapsed, setElapsed] = useState(0)
  const key = steps.join()
  useEffect(() => {
    setElapsed(0)
    if (!running) return undefined
    const timers = key.split(',').map((step) => setTimeout(() => setElapsed(Number(step)), Number(step)))
    return () => timers.forEach(clearTimeout)
  }, [running, key])
  return elapsed
}
