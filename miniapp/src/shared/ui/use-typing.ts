import { useEffect, useRef, useState } from 'react'

interface Typing {
  value: string
  onChange: (typed: string) => void
  format?: ((typed: string) => string) | undefined
  onLeave?: ((value: string) => void) | undefined
}

/**
 * `told` is what the native input must be told: only what it does not know itself (a restored or formatted value), never what was just
 * typed into it. Formatting waits until the field is left: a value changed under the cursor loses letters.
 */
export const useTyping = ({ value, onChange, format = (typed) => typed, onLeave }: Typing) => {
  const known = useRef(value)
  const [told, setTold] = useState(value)
  useEffect(() => {
    if (known.current === value) return
    known.current = value
    setTold(value)
  }, [value])
  const type = (typed: string) => {
    known.current = typed
    onChange(typed)
  }
  const leave = () => {
    const typed = known.current
    const formatted = format(typed)
    if (formatted !== typed) {
      type(formatted)
      // first what it shows, then the new value: told the value that it was last told, it would not change
      setTold(typed)
      setTimeout(() => setTold(formatted), 0)
    }
    onLeave?.(formatted)
  }
  return { told, type, leave }
}
