import type { ApplicationState, PaymentView } from '../../contract'
import type { FeeSetting, Place } from '../place'

/** What the fee is and how it is paid; with no fee or deadline set, payment is closed and says so. */
export function paymentOf(state: ApplicationState, place: Place, { feeCents, deadline }: FeeSetting): PaymentView {
  const known = { ...(feeCents !== undefined && { feeCents }), ...(deadline && { deadline }) }
  if (feeCents === 0) return { state: 'free', ...known }
  if (state !== 'awaiting-payment' && state !== 'awaiting-counter-payment') return { state: 'not-due', ...known }
  if (feeCents === undefined) return { state: 'closed', reason: 'fee-not-set', ...known }
  if (!deadline) return { state: 'closed', reason: 'deadline-not-set', ...known }
  return { state: place.onlinePayment ? 'online' : 'counter', ...known }
}
