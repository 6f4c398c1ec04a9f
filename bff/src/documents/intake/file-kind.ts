/** Kinds that are taken, by their first bytes; neither name nor Content-Type is asked. */
export type FileKind = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic' | 'image/avif' | 'application/pdf'

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']
const avifBrands = ['avif', 'avis']

const startsWith = (bytes: Buffer, hex: string): boolean => bytes.subarray(0, hex.length / 2).toString('hex') === hex
const textAt = (bytes: Buffer, from: number, length: number): string =>
  bytes.subarray(from, from + length).toString('latin1')

/** Undefined: none of them. */
export function fileKindOf(bytes: Buffer): FileKind | undefined {
  if (startsWith(bytes, 'ffd8ff')) return 'image/jpeg'
  if (startsWith(bytes, '89504e470d0a1a0a')) return 'image/png'
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'image/webp'
  if (textAt(bytes, 0, 5) === '%PDF-') return 'application/pdf'
  if (textAt(bytes, 4, 4) !== 'ftyp') return undefined
  const brand = textAt(bytes, 8, 4)
  if (avifBrands.includes(brand)) return 'image/avif'
  return heicBrands.includes(brand) ? 'image/heic' : undefined
}
