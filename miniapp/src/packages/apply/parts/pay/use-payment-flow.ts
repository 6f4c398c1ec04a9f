import { useDidShow } from '@tarojs/taro'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { cashierHere } from '@/shared/device/pay'
import { PaymentFlow } from './payment-flow'

/** The payment of an application on this page, asked for each time the page is shown. */
export const usePaymentFlow = (id: string) => {
  const [flow] = useState(() => new PaymentFlow(id))
  const state = useSyncExternalStore(flow.subscribe, flow.get, flow.get)
  useDidShow(flow.shown)
  useEffect(() => flow.left, [flow])
  return { flow, state }
}

/** Whether one can pay where the app runs; undefined while unknown. */
export const useCashierHere = () => {
  const [here, setHere] = useState<boolean>()
  useEffect(() => void cashierHere().then(setHere), [])
  return here
}
