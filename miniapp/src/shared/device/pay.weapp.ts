import { type PayRequest } from '@app/contract'
import Taro from '@tarojs/taro'
import { type CashierResult, cashierResultOf } from './cashier-result'

/** Whether one can pay where this app runs. */
export const cashierHere = async () => true

/**
 * Opens WeChat's cashier; ends when WeChat says anything at all. It may never say anything: who waits for it asks the server meanwhile.
 * The only place that calls requestPayment.
 */
export const openCashier = ({ timeStamp, nonceStr, package: prepay, signType, paySign }: PayRequest) =>
  new Promise<CashierResult>((resolve) => {
    const end = (raw: unknown) => resolve(cashierResultOf(raw))
    const ask = async () => {
      try {
        // WeChat of old iPhones calls nothing but `complete` when the person cancels: the promise alone would never end
        end(await Taro.requestPayment({ timeStamp, nonceStr, package: prepay, signType, paySign, complete: end }))
      } catch (error) {
        end(error)
      }
    }
    void ask()
  })
