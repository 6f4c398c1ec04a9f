/** Files behind object URLs. The page may not fetch `blob:` (its security policy), so they are held here. */
const blobs = new Map<string, Blob>()

export const pathOf = (blob: Blob) => {
  const path = URL.createObjectURL(blob)
  blobs.set(path, blob)
  return path
}

export const blobOf = (path: string) => blobs.get(path)

export const forgetPath = (path: string) => {
  blobs.delete(path)
  URL.revokeObjectURL(path)
}
