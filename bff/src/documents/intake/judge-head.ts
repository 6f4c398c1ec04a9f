import { imageSize } from 'image-size'
import { AppError } from '../../platform/errors/app-error'
import { fileKindOf, type FileKind } from './file-kind'
import { leastSide, pageLimits } from './limits'

/** Enough for the kind of any file, and for the size of most. */
export const firstHead = 65_536
/** A JPEG's size may stand behind a large thumbnail and colour profile. */
export const longestHead = 1_048_576

/**
 * Judges the beginning of a file without decoding it. Undefined: more of it is needed.
 * @param whole nothing follows, or nothing more is kept
 * @throws AppError `file-empty`, `file-kind-unknown`, `file-broken`, `picture-too-large`, `picture-too-small`
 */
export function judgeHead(head: Buffer, whole: boolean): FileKind | undefined {
  if (head.length === 0) throw new AppError('file-empty')
  const kind = fileKindOf(head)
  if (kind === undefined) throw new AppError('file-kind-unknown')
  if (kind === 'application/pdf') return kind
  const size = sizeIn(head)
  if (size) checkSize(size)
  else if (!whole) return undefined
  // A HEIC may keep its facts at its end: the picture process finds them.
  else if (kind !== 'image/heic' && kind !== 'image/avif') throw new AppError('file-broken')
  return kind
}

interface Size {
  width: number
  height: number
}

function sizeIn(head: Buffer): Size | undefined {
  try {
    const { width, height } = imageSize(head)
    return width > 0 && height > 0 ? { width, height } : undefined
  } catch {
    return undefined
  }
}

function checkSize({ width, height }: Size): void {
  const limitPixels = pageLimits.pixels
  if (width * height > limitPixels) throw new AppError('picture-too-large', { width, height, limitPixels })
  if (Math.min(width, height) < leastSide)
    throw new AppError('picture-too-small', { width, height, leastPixels: leastSide })
}
