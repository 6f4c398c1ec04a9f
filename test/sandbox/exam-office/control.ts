import { type Change, type Reason, type Reference } from './contract/types'
import { type OfficeSwitches, wellBehaved } from './faults/switches'
import { type Office } from './office'
import { announce, decide, type Decision } from './play/decide'
import { type Nudges } from './play/nudge'
import { type PageCount } from './play/page-calls'
import { type OfficeKey } from './signing/signature'
import { type Entry, type OfficeRecord } from './storage/rows'
import { type StoredList } from './storage/unit-lists'

/** What a test or the office's page does: it plays the people who work there. */
export interface OfficeControl {
  /** Change its fields to make the office misbehave. */
  readonly switches: OfficeSwitches
  behaveWell(): void
  records(): OfficeRecord[]
  record(recordNo: string): OfficeRecord | undefined
  /** Newest first; what came from the service and what the office did. */
  history(recordNo: string): Entry[]
  /** Bytes of one page as they arrived. */
  document(recordNo: string, id: string): Buffer | undefined
  /** How often each page of the record was sent, by page id. */
  pageCalls(recordNo: string): Record<string, PageCount>
  lists(): StoredList[]
  changes(): Change[]
  accept(recordNo: string): Change
  returnFor(recordNo: string, reasons: Reason[]): Change
  decide(recordNo: string, decision: Decision): Change
  announce(decision: Decision): Change
  reference(): Reference
  /** Replaces the given parts; undefined takes one back to "not set". Throws where the outcome does not conform. */
  changeReference(changed: Partial<Reference>): Reference
  /** Calls so far by operationId of the contract. */
  counts(): Record<string, number>
  resetCounts(): void
  setKeys(keys: OfficeKey[]): void
  setBffUrl(url: string | undefined): void
  idDigest(idNumber: string): string
  nudge(): void
  /** Until no webhook is on its way. */
  nudgesSettled(): Promise<void>
}

export function controlOf(office: Office, nudges: Nudges): OfficeControl {
  const decideNow = (recordNo: string, decision: Decision): Change => decide(office, nudges, recordNo, decision)
  return {
    switches: office.switches,
    behaveWell: () => void Object.assign(office.switches, wellBehaved),
    records: () => office.records.all(),
    record: (recordNo) => office.records.find(recordNo),
    history: (recordNo) => office.records.entries(recordNo),
    document: (recordNo, id) => office.records.document(recordNo, id)?.content,
    pageCalls: (recordNo) => office.pageCalls.of(recordNo),
    lists: () => office.lists.all(),
    changes: () => office.feed.after(0, 1_000_000),
    accept: (recordNo) => decideNow(recordNo, { type: 'accepted' }),
    returnFor: (recordNo, reasons) => decideNow(recordNo, { type: 'returned', reasons }),
    decide: decideNow,
    announce: (decision) => announce(office, nudges, decision),
    reference: () => office.reference.current(),
    changeReference: (changed) => office.reference.change(changed),
    counts: () => Object.fromEntries(office.counts),
    resetCounts: () => (office.counts.clear(), office.pageCalls.clear()),
    setKeys: (keys) => void (office.keys = keys),
    setBffUrl: (url) => void (office.bffUrl = url),
    idDigest: (idNumber) => office.idDigest(idNumber),
    nudge: () => nudges.send(),
    nudgesSettled: () => nudges.settled(),
  }
}
