import { createHash, createHmac, randomBytes } from 'node:crypto'

export interface TokenPair {
  accessToken: string
  refreshToken: string
}

export const accessSeconds = 30 * 60
export const refreshSeconds = 30 * 24 * 3600
/** So long may an exchange be repeated: its answer may have been lost on the way. */
export const graceSeconds = 60

export const newPair = (): TokenPair => ({
  accessToken: randomBytes(32).toString('base64url'),
  refreshToken: randomBytes(32).toString('base64url'),
})

/**
 * The pair that follows a refresh token. It is derived, not drawn: a repeat of the exchange gives the same pair without any token being stored
 * in the clear.
 */
export function nextPair(key: Buffer, refreshToken: string): TokenPair {
  const derive = (kind: string): string =>
    createHmac('sha256', key).update(`${kind}\n${refreshToken}`).digest('base64url')
  return { accessToken: derive('next-access-token'), refreshToken: derive('next-refresh-token') }
}

export const tokenDigest = (token: string): string => createHash('sha256').update(token).digest('hex')
