import { useEffect, useState } from 'react'
import { watchKeyboard } from '../device/keyboard'

/** px of the page that the on-screen keyboard covers now. */
export const useKeyboardHeight = () => {
  const [height, setHeight] = useState(0)
  useEffect(() => watchKeyboard(setHeight), [])
  return height
}
