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
    const formatted = format(known.current)
    if (formatted !== known.current) {
      type(formatted)
      setTold(formatted)
    }
    onLeave?.(formatted)
  }
  return { told, type, leave }
}
