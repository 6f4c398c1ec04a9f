import type { Recipient } from './ways/way'

/** `account:ID`, `contact:DIGEST`; the place of a contact is that of the notice. */
export const recipientKey = (recipient: Recipient): string =>
  recipient.kind === 'account' ? `account:${recipient.accountId}` : `contact:${recipient.phoneDigest}`

export function recipientOf(key: string, placeKey: string | null): Recipient {
  const [kind, id = ''] = key.split(':')
  return kind === 'account' ? { kind, accountId: id } : { kind: 'contact', phoneDigest: id, placeKey: placeKey ?? '' }
}

export type ContactRole = 'unit-contact' | 'department-contact'

export const placeKeyOf = (role: ContactRole, code: string): string => `${role}:${code}`

export function placeOf(placeKey: string): { role: ContactRole; code: string } {
  const at = placeKey.indexOf(':')
  const role = placeKey.slice(0, at) === 'department-contact' ? 'department-contact' : 'unit-contact'
  return { role, code: placeKey.slice(at + 1) }
}
