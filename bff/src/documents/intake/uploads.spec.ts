import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import type { PageChanges } from '../../applications/papers/page-changes'
import type { Transactions } from '../../platform/database/transaction'
import { AppError } from '../../platform/errors/app-error'
import type { Consents } from '../../platform/privacy/consents'
import { DiskStore } from '../../platform/storage/disk-store'
import { ManualClock } from '../../platform/time/clock'
import type { Pictures } from '../pictures/pictures'
import { Arrivals } from './arrival'
import { CountedPdf } from './counted-pdf'
import { Uploads } from './uploads'

const later = new Date('2100-01-01T00:00:00Z')

describe('the file of an upload whose rows', () => {
  let folder: string
  let store: DiskStore
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'uploads-'))
    store = new DiskStore(folder)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** The database ends every transaction so. */
  async function takeWith(failure: Error): Promise<unknown> {
    const transactions = { run: () => Promise.reject(failure) } as unknown as Transactions
    const consents = { demand: () => Promise.resolve() } as unknown as Consents
    const clock = new ManualClock('2023-03-20T01:00:00Z')
    const arrivals = new Arrivals(store, new CountedPdf())
    const uploads = new Uploads(transactions, clock, {} as PageChanges, arrivals, {} as Pictures, consents)
    const file = await sharp({ create: { width: 200, height: 200, channels: 3, background: 'white' } })
      .jpeg()
      .toBuffer()
    const request = { paper: 'id-card', rotation: 0 as const, crop: null, replaces: null }
    const upload = { accountId: 'a', applicationId: 'b', key: 'a-key-of-its-own', request }
    return uploads.take(upload, Readable.from([file], { objectMode: false })).catch((error: unknown) => error)
  }

  test('were refused is removed at once', async () => {
    const refused = new AppError('paper-full', { max: 2 })
    expect(await takeWith(refused)).toBe(refused)
    expect(await store.list('', later, 10)).toEqual([])
  })

  test('may have been committed stays: only the sweeping job, which asks the rows, removes it', async () => {
    const lost = new Error('the connection was lost while committing')
    expect(await takeWith(lost)).toBe(lost)
    expect(await store.list('', later, 10)).toHaveLength(1)
  })
})
