import { createHmac } from 'node:crypto'
import { type Clock } from '../clock/clock'
import { type OfficeSwitches, wellBehaved } from './faults/switches'
import { ReferenceStore } from './reference/reference-store'
import { type OfficeKey } from './signing/signature'
import { PageCalls } from './play/page-calls'
import { Feed } from './storage/feed'
import { Nonces } from './storage/nonces'
import { openStorage, type Storage } from './storage/open-storage'
import { Records } from './storage/records'
import { UnitLists } from './storage/unit-lists'

export interface OfficeSettings {
  clock: Clock
  /** All are valid in requests; the first signs webhooks. */
  keys: OfficeKey[]
  /** Shared with the service, for `idDigest`. */
  digestKey: Buffer
  /** Origin of the service, to which webhooks go; none are sent without it. */
  bffUrl?: string
  /** The office's SQLite file; absent: memory. */
  file?: string
}

/** All that the office has: its storage, its keys and the ways in which it may misbehave. */
export class Office {
  readonly clock: Clock
  readonly storage: Storage
  readonly records: Records
  readonly feed: Feed
  readonly lists: UnitLists
  readonly nonces: Nonces
  readonly reference: ReferenceStore
  readonly switches: OfficeSwitches = { ...wellBehaved }
  readonly counts = new Map<string, number>()
  readonly pageCalls = new PageCalls()
  keys: OfficeKey[]
  bffUrl: string | undefined
  private readonly digestKey: Buffer

  constructor(settings: OfficeSettings) {
    this.clock = settings.clock
    this.keys = settings.keys
    this.bffUrl = settings.bffUrl
    this.digestKey = settings.digestKey
    this.storage = openStorage(settings.file)
    this.records = new Records(this.storage)
    this.feed = new Feed(this.storage)
    this.lists = new UnitLists(this.storage)
    this.nonces = new Nonces(this.storage)
    this.reference = new ReferenceStore(this.storage)
  }

  /** The present instant as the contract writes it. */
  instant(): string {
    return new Date(this.clock.now()).toISOString()
  }

  idDigest(idNumber: string): string {
    return createHmac('sha256', this.digestKey).update(idNumber).digest('hex')
  }
}
