import type { FileKind } from './picked'

/** Bytes that tell the kind of any file that is taken. */
export const headBytes = 16

const starts = (head: Uint8Array, bytes: readonly number[], at = 0) => bytes.every((byte, i) => head[at + i] === byte)
const letters = (word: string) => Array.from(word, (letter) => letter.charCodeAt(0))
const heic = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']

/** By the first bytes: a phone names its files as it likes, and its “.jpg” may be HEIC. */
export const kindOf = (head: Uint8Array): FileKind => {
  if (starts(head, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (starts(head, [0x89, ...letters('PNG')])) return 'png'
  if (starts(head, letters('GIF8'))) return 'gif'
  if (starts(head, letters('%PDF'))) return 'pdf'
  if (starts(head, letters('RIFF')) && starts(head, letters('WEBP'), 8)) return 'webp'
  if (starts(head, letters('ftyp'), 4) && heic.some((brand) => starts(head, letters(brand), 8))) return 'heic'
  return 'other'
}

const extensions: Record<string, FileKind> = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  heic: 'heic',
  heif: 'heic',
  pdf: 'pdf',
  gif: 'gif',
}

/** Where the phone does not show the bytes. */
export const kindByName = (name: string): FileKind => extensions[name.split('.').pop()?.toLowerCase() ?? ''] ?? 'other'

export const mayBeSent = (kind: FileKind) => kind !== 'gif' && kind !== 'other'
