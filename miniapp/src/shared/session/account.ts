import { type Account, type ConsentKind } from '@app/contract'
import { call } from '../api/api'
import { type Answer } from '../api/failure'
import { forgetDrafts } from '../storage/local-draft'
import { tokens } from './tokens'

const kept = (answer: Answer<Account>) => {
  const now = tokens.get()
  if (answer.ok && now) tokens.set({ ...now, account: answer.body })
  return answer
}

/** Phone, roles and consents as the server has them now; signs in where that asks the person nothing. */
export const refreshAccount = async () => kept(await call<Account>({ method: 'GET', path: '/me' }))

/** The phone number that WeChat gives for the code of its button. A code is used once. */
export const phoneByCode = async (code: string) =>
  kept(await call<Account>({ method: 'POST', path: '/me/phone', body: { code } }))

/** A typed number: for being reached; it gives no rights. */
export const typePhone = async (phone: string) =>
  kept(await call<Account>({ method: 'PUT', path: '/me/phone', body: { phone } }))

/** Records that the person agreed to these words. */
export const giveConsent = async (kind: ConsentKind, version: string) =>
  kept(await call<Account>({ method: 'POST', path: '/me/consents', body: { kind, version } }))

/** Ends the session at the server, where it can be reached, and on this phone, which keeps no ID number then. */
export const endSession = async () => {
  if (tokens.get()) await call<unknown>({ method: 'DELETE', path: '/session' })
  tokens.clear()
  forgetDrafts()
}
