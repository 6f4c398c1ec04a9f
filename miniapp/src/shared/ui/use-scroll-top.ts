import Taro from '@tarojs/taro'
import { useEffect } from 'react'

/** Back to the top whenever another thing stands on the same page: the next question, or a message above the answer. */
export const useScrollTop = (shown: string) => {
  useEffect(() => {
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)
  }, [shown])
}
