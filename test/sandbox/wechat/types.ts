export interface App {
  appid: string
  secret: string
}

export interface Code {
  kind: 'login' | 'phone'
  /** Id of a sample person. */
  person: string
  appid: string
  /** Milliseconds since 1970; from here on the code is refused. */
  until: number
  used: boolean
}

export interface IssuedToken {
  appid: string
  value: string
  issuedAt: number
  /** End of the time that was told (`expires_in`). */
  until: number
  /** Set when a newer token took its place: the last moment at which this one still works. */
  graceUntil?: number
}

/** That nothing is sent by post for a payment. */
export interface Shipment {
  transactionId: string
  openid: string
  description: string
  uploadTime: string
}

/** What the stand-in can be told to do wrong. */
export interface Switches {
  /** So many next calls answer -1 (system busy). */
  busy: number
  /** Every phone number call answers -1. */
  failPhone: boolean
  /** Answers are labelled text/plain, as the real code2Session's are. */
  textPlain: boolean
  countryCodeAsString: boolean
  tokenLifeSeconds: number
  /** Ids of people whose login is refused with 40226. */
  riskyPeople: string[]
  /** So many next shipping reports are about a payment that is not in the books yet (10060001). */
  unknownPayments: number
  /** Every payment stands so that nothing can be shipped for it (10060004). */
  unshippable: boolean
}

/** An answer of WeChat: always HTTP 200, `errcode` tells. */
export type Answer = Record<string, unknown>
