import { pathOf } from './blobs.h5'
import { mayBeSent } from './file-kind'
import { kindOfFile } from './files.h5'
import type { LeftOut, Picked, PickedFile, PickOptions } from './picked'

/** The browser shows the folders of the phone or computer. */
export const pdfComesFromChat = false

interface Asked {
  accept: string
  multiple: boolean
  /** The phone's camera at once, where it has one; a computer shows its folders. */
  camera: boolean
}

/** The dialog before the one that is open now, where the browser never said that it was closed. */
let abandon: (() => void) | undefined

const ask = ({ accept, multiple, camera }: Asked) =>
  new Promise<File[]>((resolve) => {
    abandon?.()
    const input = document.createElement('input')
    const end = (files: File[]) => {
      input.remove()
      abandon = undefined
      resolve(files)
    }
    abandon = () => end([])
    Object.assign(input, { type: 'file', accept, multiple })
    if (camera) input.setAttribute('capture', 'environment')
    input.hidden = true
    input.addEventListener('change', () => end(Array.from(input.files ?? [])))
    input.addEventListener('cancel', () => end([]))
    document.body.append(input)
    input.click()
  })

const sort = async (chosen: readonly File[], count: number): Promise<Picked> => {
  if (chosen.length === 0) return { ok: false, why: 'cancelled' }
  const files: PickedFile[] = []
  const leftOut: LeftOut[] = []
  for (const [nth, file] of chosen.entries()) {
    const { name, size } = file
    if (nth >= count) {
      leftOut.push({ name, why: 'too-many', kind: 'other' })
      continue
    }
    const path = pathOf(file)
    const kind = await kindOfFile(path, name)
    if (kind === undefined) leftOut.push({ name, why: 'gone', kind: 'other' })
    else if (size === 0) leftOut.push({ name, why: 'empty', kind })
    else if (!mayBeSent(kind)) leftOut.push({ name, why: 'kind', kind })
    else files.push({ path, bytes: size, kind, name })
  }
  return { ok: true, files, leftOut }
}

/** Photographs or chooses pictures; among the chosen may be PDFs. Call it straight from a tap. */
export const pickPages = async ({ count, source }: PickOptions): Promise<Picked> => {
  const camera = source === 'camera'
  const accept = camera ? 'image/*' : 'image/*,application/pdf'
  return sort(await ask({ accept, multiple: !camera && count > 1, camera }), count)
}

export const pickPdf = async (count: number): Promise<Picked> =>
  sort(await ask({ accept: 'application/pdf', multiple: count > 1, camera: false }), count)

/** A browser has no such page: its own words say the way. */
export const openPermissions = async () => undefined
