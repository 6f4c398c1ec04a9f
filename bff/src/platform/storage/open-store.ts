import { DiskStore } from './disk-store'
import type { ObjectStore } from './object-store'
import { S3Store } from './s3-store'
import type { StorageSettings } from './storage-settings'

/** Needs neither Nest nor a database: the picture process opens it too. */
export function openStore(settings: StorageSettings): ObjectStore {
  return settings.kind === 'disk' ? new DiskStore(settings.folder) : new S3Store(settings)
}

export type { StorageSettings }
