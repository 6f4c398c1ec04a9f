import { createHash } from 'node:crypto'

/** A person who does not exist. `facts` has the format of the self-check (`npm run self-check`). */
export interface SamplePerson {
  id: string
  name: string
  /** 120 0000 xxxx: a number nobody has. */
  phone: string
  /** Of contacts, on the office's list. No mail can go there: .invalid is nobody's (RFC 2606). */
  email?: string
  idNumber: string
  role: 'applicant' | 'unit-contact' | 'department-contact'
  /** Code of the unit or department in the office's sample reference data. */
  unit: string
  /** What this person shows, in Chinese; said where one chooses a person. */
  story: string
  facts?: Record<string, unknown>
}

/** 28 characters as WeChat's; another appid, another openid. */
export function openidOf(person: SamplePerson, appid: string): string {
  return 'o' + digest(`${appid} ${person.id}`).slice(0, 27)
}

/** The same for all apps of one owner. */
export function unionidOf(person: SamplePerson): string {
  return 'o' + digest(`owner ${person.id}`).slice(0, 27)
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
