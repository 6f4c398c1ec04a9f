import { createContext, useContext } from 'react'

/** Where the pieces of the self-check stand: in it, or on a page of the application that asks one thing again. */
export interface Frame {
  title: string
  /** Label of the button that takes the answer; absent: the question's own. */
  done?: string
  back: string
  /** How many are answered and left: only in the self-check. */
  counts: boolean
}

const FrameContext = createContext<Frame>({ title: '资格自查', back: '上一题', counts: true })

export const FrameProvider = FrameContext.Provider
export const useFrame = () => useContext(FrameContext)
