import { type ServerTime } from '@app/contract'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { send } from './send'

/** Day and time of the server, asked each time the page is shown; undefined while unknown. Phones' own clocks are wrong too often. */
export const useServerTime = (): ServerTime | undefined => {
  const [time, setTime] = useState<ServerTime>()
  useDidShow(() => {
    void send<ServerTime>({ method: 'GET', path: '/time' }).then((answer) => answer.ok && setTime(answer.body))
  })
  return time
}
