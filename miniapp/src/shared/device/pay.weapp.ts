import { type PayRequest } from '@app/contract'
import Taro from '@tarojs/taro'
import { type CashierResult, cashierResultOf } from './cashier-result'

/** Whether one can pay where this app runs. */
export const cashierHere = async () => true

const isPromise = (raw: unknown): raw is PromiseLike<unknown> =>
  typeof raw === 'object' && raw !== null && 'then' in raw

/**
 * Opens WeChat's cashier; ends when WeChat says anything at all. It may never say anything: who waits for it asks the server meanwhile.
 * The only place that calls requestPayment.
 */
export const openCashier = ({ timeStamp, nonceStr, package: prepay, signType, paySign }: PayRequest) =>
  new Promise<CashierResult>((resolve) => {
    const end = (raw: unknown) => resolve(cashierResultOf(raw))
    try {
      // `complete` comes with every end; on old iPhones a cancel brings nothing else. With a callback WeChat answers no promise, so
      // awaiting the call would end it at once: only where a promise does come, it is listened to as well
      const answered: unknown = Taro.requestPayment({
        ...{ timeStamp, nonceStr, package: prepay, signType, paySign },
        complete: end,
      })
      if (isPromise(answered)) void Promise.resolve(answered).then(end, end)
    } catch (error) {
      end(error)
    }
  })
