import { type CashierResult } from '@/shared/device/cashier-result'
import { stored } from '@/shared/storage/stored'

/** By application: what the cashier said of a payment whose end the server has not told yet. */
type Attempts = Readonly<Record<string, CashierResult>>

const results = new Set<unknown>(['ok', 'cancelled', 'not-permitted', 'failed', 'unknown'] satisfies CashierResult[])
const isResult = (raw: unknown): raw is CashierResult => results.has(raw)

const parse = (raw: unknown): Attempts => {
  const pairs = typeof raw === 'object' && raw !== null ? Object.entries(raw) : []
  return Object.fromEntries(pairs.filter((pair): pair is [string, CashierResult] => isResult(pair[1])))
}

const all = stored('payment-attempts', parse)

/** Payments begun on this phone: kept over a killed app, so that the first thing it does is to ask how they ended. */
export const attempts = {
  of: (id: string): CashierResult | undefined => all.get()[id],
  keep: (id: string, said: CashierResult) => void all.set({ ...all.get(), [id]: said }),
  forget: (id: string) => {
    const { [id]: gone, ...others } = all.get()
    if (gone !== undefined) all.set(others)
  },
}
