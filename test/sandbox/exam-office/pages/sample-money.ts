import { type Reference } from '../contract/types'

const yuan: Readonly<Record<number, number>> = { 1: 200, 2: 160, 3: 120, 4: 100, 5: 80 }
const daysAhead = 14
const dayMs = 86_400_000
const beijingMs = 8 * 3_600_000

/** Invented amounts, and two weeks to pay: for whoever wants to see a payment without knowing the office's numbers. */
export function sampleMoney(now: number): Pick<Reference, 'fees' | 'paymentDeadline'> {
  return {
    fees: Object.entries(yuan).map(([grade, amount]) => ({ grade: Number(grade), cents: amount * 100 })),
    paymentDeadline: new Date(now + beijingMs + daysAhead * dayMs).toISOString().slice(0, 10),
  }
}
