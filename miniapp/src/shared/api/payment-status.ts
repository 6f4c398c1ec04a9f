import { type ApplicationState, type PaymentStatus } from '@app/contract'
import { useLoaded } from './use-loaded'

const awaiting = new Set<ApplicationState>(['awaiting-payment', 'awaiting-counter-payment'])

/** The fee is what is waited for. */
export const awaitsPayment = (state: ApplicationState) => awaiting.has(state)

/** The fee of an application, its receipt and its refunds; nothing is asked without an id. */
export const usePaymentStatus = (id: string | undefined): PaymentStatus | undefined =>
  useLoaded<PaymentStatus>(id && `/applications/${id}/payment`).body
