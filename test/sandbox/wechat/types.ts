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
}

/** An answer of WeChat: always HTTP 200, `errcode` tells. */
export type Answer = Record<string, unknown>
