import type { FileKind } from './picked'

export interface Size {
  width: number
  height: number
}

/** Beyond one of these a picture is made smaller before it is sent. */
const largestBytes = 2.5 * 1024 * 1024
const longestSide = 3000
/** A4 at 205 dpi: what the smallest print of a certificate needs. Never less, where there was as much. */
export const legibleSide = 2400

export const longSide = ({ width, height }: Size) => Math.max(width, height)

export interface ShrinkPlan {
  /** Upright pixels at which to draw it. */
  size: Size
  /** 0-100, of JPEG. */
  quality: number
}

const drawn = new Set<FileKind>(['jpeg', 'png', 'webp'])

/** undefined: sent as it is. HEIC and PDF are never touched: no phone draws them reliably, the server does. */
export const shrinkPlan = (bytes: number, kind: FileKind, size: Size): ShrinkPlan | undefined => {
  if (!drawn.has(kind)) return undefined
  const long = longSide(size)
  if (bytes <= largestBytes && long <= longestSide) return undefined
  const scale = Math.min(1, longestSide / long)
  const scaled = { width: Math.round(size.width * scale), height: Math.round(size.height * scale) }
  return { size: scaled, quality: bytes > 3 * largestBytes ? 80 : 85 }
}

interface Result {
  bytes: number
  size: Size
}

/**
 * Whether what came out may be sent in place of the original: smaller, legible, and of the same shape. A phone that drops the camera's
 * turn without turning the pixels gives a picture on its side: that one is thrown away.
 */
export const isFaithful = (before: Result, after: Result) => {
  if (after.bytes === 0 || after.bytes >= before.bytes) return false
  if (longSide(after.size) < Math.min(legibleSide, longSide(before.size))) return false
  const ratio = (size: Size) => size.width / size.height
  return Math.abs(ratio(after.size) / ratio(before.size) - 1) < 0.02
}
