import type { EntityManager } from 'typeorm'
import type { NoticeContent } from '../catalogue/notice'
import type { WayName } from '../rows/delivery-row'

/** Who is told: an account, or a contact of the office's list who may never have signed in. */
export type Recipient =
  { kind: 'account'; accountId: string } | { kind: 'contact'; phoneDigest: string; placeKey: string }

export interface Parcel {
  /** Of the delivery; for a Message-ID and for logs. */
  id: string
  recipient: Recipient
  /** One, or several where a contact wants one list in the morning. */
  contents: NoticeContent[]
}

/**
 * `sent`: the other side took it. `passing`: it certainly did not, now; try again. `refused`: it never will. `unknown`: it may have, or not; never
 * again on this way.
 */
export type Sent =
  | { kind: 'sent' }
  | { kind: 'passing'; reason: string; afterSeconds?: number }
  | { kind: 'refused'; reason: string }
  | { kind: 'unknown'; reason: string }

/** A way on which one is told besides the inbox. None of them drops repeats, so each parcel is handed to one once. */
export interface Way {
  readonly name: WayName
  /** So long it is tried again where it passes: what is not through by then goes on by the next way. */
  readonly patienceSeconds: number
  /** In the transaction that puts the delivery on its way: takes what is needed for it (one grant of WeChat). False: not open for this reader. */
  reserve(manager: EntityManager, recipient: Recipient, contents: NoticeContent[]): Promise<boolean>
  /** What was reserved was not used, since it did not go out for now. Of what was refused for good `send` keeps its own accounts. */
  giveBack(manager: EntityManager, recipient: Recipient, contents: NoticeContent[]): Promise<void>
  /** Outside any transaction. Never throws. */
  send(parcel: Parcel): Promise<Sent>
}
