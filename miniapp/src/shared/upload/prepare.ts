import { bytesOf, dropFile, keepFile, letGo } from '../device/picture/files'
import type { PickedFile } from '../device/picture/picked'
import { shrink } from '../device/picture/shrink'
import { papersOf } from './papers-store'
import type { QueueItem } from './queue'

/** What the server takes where it has not said so yet. */
const usualLimit = 20 * 1024 * 1024

type Prepared = Pick<QueueItem, 'state'> & Partial<QueueItem>

/**
 * Made smaller where it is large, then kept until it has arrived. Its size is judged only now: what the phone said when it was picked is
 * often of another copy.
 */
export const prepared = async (item: QueueItem, picked: PickedFile): Promise<Prepared> => {
  const limit = papersOf(item.applicationId).view?.limits.fileBytes ?? usualLimit
  const file = await shrink(picked)
  const bytes = await bytesOf(file.path)
  if (bytes === undefined) return { state: { kind: 'gone' } }
  const refused = (code: 'file-empty' | 'file-too-large'): Prepared => ({
    bytes,
    state: { kind: 'refused', code, facts: { limitBytes: limit, bytes } },
  })
  if (bytes === 0) return refused('file-empty')
  if (bytes > limit) return refused('file-too-large')
  const kept = await keepFile(item.key, file)
  if (!kept) return { state: { kind: 'gone' } }
  if (kept.safe) [file.path, picked.path].forEach(letGo)
  return { ...kept, bytes, kind: file.kind, state: { kind: 'waiting' } }
}

/** The file is of no more use here. */
export const discard = ({ handle }: Pick<QueueItem, 'handle'>) =>
  handle === undefined ? undefined : void dropFile(handle)
