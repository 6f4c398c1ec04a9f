import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import type { RunningApp, World } from '../../app.fixture'
import { Transactions } from '../../platform/database/transaction'
import { ObjectStore } from '../../platform/storage/object-store'
import { openStore } from '../../platform/storage/open-store'
import { PageRow } from '../rows/page-row'
import { Pictures } from './pictures'

const fresh = (changes: Partial<PageRow> = {}): PageRow =>
  Object.assign(new PageRow(), {
    id: randomUUID(),
    applicationId: 'a-1',
    paper: 'id-card',
    position: 1,
    uploadKey: randomUUID(),
    uploadPage: 0,
    uploadSha256: '0'.repeat(64),
    uploadBytes: 1,
    uploadMediaType: 'image/jpeg',
    originalObject: `originals/${randomUUID()}`,
    rotation: 0,
    madeRotation: 0,
    state: 'checking',
    createdAt: new Date('2023-09-01T00:00:00Z'),
    changedAt: new Date('2023-09-01T00:00:00Z'),
    attempts: 0,
    version: 1,
    ...changes,
  })

/** The picture worker of a running app, and what it works on. */
export class Desk {
  constructor(
    readonly world: World,
    readonly app: RunningApp,
  ) {}

  get pictures(): Pictures {
    return this.app.app.get(Pictures)
  }

  get store(): ObjectStore {
    return this.app.app.get(ObjectStore)
  }

  /** As the upload leaves it. */
  async arrived(file: Buffer, changes: Partial<PageRow> = {}): Promise<PageRow> {
    const row = fresh(changes)
    const { originalObject, uploadMediaType } = row
    if (originalObject) await this.store.put(originalObject, Readable.from([file]), { mediaType: uploadMediaType })
    await this.app.app.get(Transactions).run((manager) => manager.insert(PageRow, row))
    return row
  }

  async change(id: string, changes: Partial<PageRow>): Promise<void> {
    await this.app.app.get(Transactions).run(async (manager) => {
      const { version } = await manager.findOneByOrFail(PageRow, { id })
      await manager.update(PageRow, { id }, { ...changes, version: version + 1 })
    })
  }

  page({ id }: PageRow): Promise<PageRow> {
    return this.app.app.get(Transactions).read((manager) => manager.findOneByOrFail(PageRow, { id }))
  }

  async bytes(key: string | null): Promise<Buffer | undefined> {
    const found = key === null ? undefined : await this.store.open(key)
    return found && buffer(found)
  }
}

/** A page that is unlike the others. */
export async function page(seed: number, width = 900, height = 1200): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 }
  const coarse = await sharp({ create: { width: 8, height: 8 + (seed % 5), channels: 3, background: 'white', noise } })
    .png()
    .toBuffer()
  return sharp(coarse).resize(width, height, { fit: 'fill' }).jpeg().toBuffer()
}

/** Keys of all copies. */
export const kept = (world: World): Promise<string[]> =>
  openStore({ kind: 'disk', folder: world.pagesFolder }).list('pages/', new Date(8.64e15), 10_000)

export const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve))
}
