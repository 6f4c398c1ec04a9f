import { type Account, type SessionTokens } from '@app/contract'
import { stored } from '../storage/stored'

export interface Tokens {
  accessToken: string
  refreshToken: string
  account: Account
}

const parse = (raw: unknown): Tokens | undefined => {
  if (typeof raw !== 'object' || raw === null) return undefined
  if (!('accessToken' in raw && 'refreshToken' in raw && 'account' in raw)) return undefined
  if (typeof raw.accessToken !== 'string' || typeof raw.refreshToken !== 'string') return undefined
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by `keep` below from the server's answer
  return { accessToken: raw.accessToken, refreshToken: raw.refreshToken, account: raw.account as Account }
}

/** Who is signed in on this phone; undefined: no one. */
export const tokens = stored('session', parse)

export const keep = ({ accessToken, refreshToken, account }: SessionTokens) => {
  tokens.set({ accessToken, refreshToken, account })
}
