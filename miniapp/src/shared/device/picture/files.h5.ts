import { del, get, set } from 'idb-keyval'
import { blobOf, forgetPath, pathOf } from './blobs.h5'
import { headBytes, kindByName, kindOf } from './file-kind'
import type { FileKind, PickedFile } from './picked'

/** Where a file lies until it has arrived. */
export interface KeptFile {
  /** What `sendFile`, `pictureOf` and `dropFile` know it by. */
  handle: string
  /** False: it ends with the page (the browser keeps nothing, e.g. in private mode). */
  safe: boolean
}

/** Also of files that are in the browser's store: no reading for each look. */
const open = new Map<string, Blob>()
const pictures = new Map<string, string>()

/** undefined: there is no such file. */
export const kindOfFile = async (path: string, name = ''): Promise<FileKind | undefined> => {
  const blob = blobOf(path)
  if (!blob) return undefined
  try {
    const kind = kindOf(new Uint8Array(await blob.slice(0, headBytes).arrayBuffer()))
    return kind === 'other' && kindByName(name) === 'pdf' ? 'pdf' : kind
  } catch {
    // a file that was deleted, or lies in a cloud that cannot be reached
    return undefined
  }
}

/** undefined: there is no such file. */
export const bytesOf = async (path: string) => blobOf(path)?.size

/** A copy of the bytes: the picked file itself may be changed or deleted on the disk. */
export const keepFile = async (key: string, { path }: PickedFile): Promise<KeptFile | undefined> => {
  const picked = blobOf(path)
  if (!picked) return undefined
  const handle = `upload-${key}`
  try {
    const copy = new Blob([await picked.arrayBuffer()], { type: picked.type })
    open.set(handle, copy)
    await set(handle, copy)
    return { handle, safe: true }
  } catch {
    return open.has(handle) ? { handle, safe: false } : undefined
  }
}

/** A picked file that is kept, or no longer wanted. */
export const letGo = forgetPath

/** The bytes of a kept file; undefined: gone. */
export const keptBlob = async (handle: string): Promise<Blob | undefined> => {
  const known = open.get(handle)
  if (known) return known
  const stored = await get<unknown>(handle).catch(() => undefined)
  if (!(stored instanceof Blob)) return undefined
  open.set(handle, stored)
  return stored
}

export const dropFile = async (handle: string) => {
  const picture = pictures.get(handle)
  if (picture) URL.revokeObjectURL(picture)
  pictures.delete(handle)
  open.delete(handle)
  await del(handle).catch(() => undefined)
}

/** For an Image's `src`. */
export const pictureOf = async (handle: string): Promise<string | undefined> => {
  const blob = await keptBlob(handle)
  if (!blob) return undefined
  const known = pictures.get(handle) ?? pathOf(blob)
  pictures.set(handle, known)
  return known
}
