import { type PayRequest } from '@app/contract'
import { type CashierResult } from './cashier-result'
import { readPreview } from './preview.h5'

/** Whether one can pay where this app runs: the preview has a page that plays the payer; in production only the mini-program can. */
export const cashierHere = async () => (await readPreview())?.pay !== undefined

/** Leaves for the page that plays the payer, which comes back here. Ends only where the browser brings this very page back. */
export const openCashier = async ({ package: prepay }: PayRequest): Promise<CashierResult> => {
  const cashier = (await readPreview())?.pay
  if (cashier === undefined) return 'failed'
  const query = new URLSearchParams({ prepay_id: prepay.replace(/^prepay_id=/, ''), return: window.location.href })
  const back = new Promise<CashierResult>((resolve) => {
    window.addEventListener('pageshow', () => resolve('unknown'), { once: true })
  })
  window.location.assign(`${cashier}/pay?${query.toString()}`)
  return back
}
