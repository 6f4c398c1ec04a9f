import { type Account, type ConsentKind } from '@app/contract'
import { call } from '../api/api'
import { type Answer } from '../api/failure'
import { keptNotices } from '../storage/kept-notices'
import { forgetDrafts } from '../storage/local-draft'
import { privacy, sensitive } from '../texts/consents'
import { forgetUploads } from '../upload/uploads'
import { tokens } from './tokens'

const kept = (answer: Answer<Account>) => {
  const now = tokens.get()
  if (answer.ok && now) tokens.set({ ...now, account: answer.body })
  return answer
}

/** Phone, roles and consents as the server has them now; signs in where that asks the person nothing. */
export const refreshAccount = async () => kept(await call<Account>({ method: 'GET', path: '/me' }))

/** Records that the person agreed to these words. */
export const giveConsent = async (kind: ConsentKind, version: string) =>
  kept(await call<Account>({ method: 'POST', path: '/me/consents', body: { kind, version } }))

const agreedTo = (account: Account | undefined, to: ConsentKind, words: string) =>
  account?.consents.some(({ kind, version }) => kind === to && version === words) === true

/** Whether the words on person data were agreed to on any phone of this account. */
export const agreedToPrivacy = (account: Account | undefined) => agreedTo(account, 'privacy', privacy.version)

/** Whether both words that an application needs were agreed to, as they are now. */
export const agreedToAll = (account: Account | undefined) =>
  agreedToPrivacy(account) && agreedTo(account, 'sensitive-data', sensitive.version)

/** A phone number is person data: the words stand beside the button that sends it, and its tap agrees to them. */
const agreeing = async (send: () => Promise<Answer<Account>>): Promise<Answer<Account>> => {
  if (agreedToPrivacy(tokens.get()?.account)) return send()
  const given = await giveConsent('privacy', privacy.version)
  return given.ok ? send() : given
}

/** The phone number that WeChat gives for the code of its button. A code is used once. */
export const phoneByCode = async (code: string) =>
  agreeing(async () => kept(await call<Account>({ method: 'POST', path: '/me/phone', body: { code } })))

/** A typed number: for being reached; it gives no rights. */
export const typePhone = async (phone: string) =>
  agreeing(async () => kept(await call<Account>({ method: 'PUT', path: '/me/phone', body: { phone } })))

/** Ends the session at the server, where it can be reached, and on this phone, which keeps no ID number then. */
export const endSession = async () => {
  if (tokens.get()) await call<unknown>({ method: 'DELETE', path: '/session' })
  tokens.clear()
  forgetDrafts()
  keptNotices.clear()
  forgetUploads()
}
