/** POST /api/v1/session: a code of wx.login, used once. Never repeated by the server. */
export interface SignIn {
  code: string
}

/** POST /api/v1/session/refresh. A repeat within a minute gets the same pair; later use of an old token ends the session. */
export interface Refresh {
  refreshToken: string
}

export interface SessionTokens {
  accessToken: string
  refreshToken: string
  /** Of the access token. */
  expiresInSeconds: number
  account: Account
}

export type ContactRole = 'unit-contact' | 'department-contact'

/** What one is a contact of today, by the office's list. Gone from the list: gone from here at the next request. */
export interface ContactUnit {
  code: string
  name: string
  role: ContactRole
}

/** GET /api/v1/me */
export interface Account {
  id: string
  phone?: AccountPhone
  contactOf: ContactUnit[]
  consents: Consent[]
}

export interface AccountPhone {
  /** `120****0001` */
  masked: string
  /** Verified by WeChat; a typed number never gives the rights of a contact. */
  verified: boolean
}

/** POST /api/v1/me/phone: the code of a getPhoneNumber button, used once. */
export interface PhoneByCode {
  code: string
}

/** PUT /api/v1/me/phone: typed, where WeChat gives none. */
export interface PhoneTyped {
  phone: string
}

export const consentKinds = ['privacy', 'sensitive-data', 'helper'] as const
export type ConsentKind = (typeof consentKinds)[number]

/** Versions of the words that can be agreed to, oldest first. The words stand on the phone; another wording is another version. */
export const consentVersions: Readonly<Record<ConsentKind | 'declaration' | 'undertaking', readonly string[]>> = {
  privacy: ['2023-1'],
  /** From 2023-2 on with the photos of papers. */
  'sensitive-data': ['2023-2'],
  helper: ['2023-1'],
  declaration: ['2023-1'],
  /** 容缺承诺书 (三(三)). */
  undertaking: ['2023-1'],
}

/** POST /api/v1/me/consents: which words (version) the person agreed to. */
export interface GiveConsent {
  kind: ConsentKind
  version: string
}

export interface Consent extends GiveConsent {
  /** Instant. */
  at: string
}
