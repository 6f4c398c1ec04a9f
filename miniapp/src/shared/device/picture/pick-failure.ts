import type { PickFailure } from './picked'

interface WxError {
  words: string
  errno: number | undefined
}

/** What `fail` was called with: an errMsg, an errno, both or nothing at all. */
export const wxError = (raw: unknown): WxError => {
  if (typeof raw !== 'object' || raw === null) return { words: String(raw), errno: undefined }
  const words =
    'errMsg' in raw && typeof raw.errMsg === 'string' ? raw.errMsg : 'message' in raw ? String(raw.message) : ''
  return { words, errno: 'errno' in raw && typeof raw.errno === 'number' ? raw.errno : undefined }
}

const byErrno: Record<number, PickFailure> = { 104: 'privacy', 112: 'undeclared' }

/** In this order: “system permission denied” is no refusal of the person, “privacy permission” is neither. */
const byWords: readonly (readonly [RegExp, PickFailure])[] = [
  [/cancel/i, 'cancelled'],
  [/not declared in the privacy/i, 'undeclared'],
  [/privacy/i, 'privacy'],
  [/system (permission|auth)/i, 'system-permission'],
  [/auth[a-z]*[ :]*(deny|denied|no response)|permission denied|no permission/i, 'permission'],
  [/not support|not implement|不支持|is not a function|undefined is not|no such api/i, 'unavailable'],
]

export const pickFailureOf = (raw: unknown): PickFailure => {
  const { words, errno } = wxError(raw)
  const known = errno === undefined ? undefined : byErrno[errno]
  return known ?? byWords.find(([pattern]) => pattern.test(words))?.[1] ?? 'failed'
}
