import type { Grey } from './grey'

/** The picture as so many parts across and down: on a page, a part is about a character. */
const side = 64
const bits = 64

/** How many of the 64 bits may differ between two copies of one picture. */
const alikeBits = 8

/**
 * 64 bits as 16 hexadecimal digits, near each other for copies of one picture (sent twice, compressed again, made smaller or brighter).
 * Fine detail hashed by random hyperplanes (Charikar 2002, "Similarity estimation techniques from rounding algorithms"): each bit says
 * on which side of one of 64 fixed planes the picture's detail lies. The usual pHash and dHash keep coarse shapes only, and by those all
 * certificates of one form are one picture. Stored hashes depend on every constant here: change none.
 */
export function perceptualHash(grey: Grey): string {
  const detail = clipped(detailOf(levelsOf(grey)))
  const sign = signs()
  let digits = ''
  for (let digit = 0; digit < bits / 4; digit++) {
    let value = 0
    for (let bit = 0; bit < 4; bit++) value = value * 2 + (sideOfPlane(detail, sign) ? 1 : 0)
    digits += value.toString(16)
  }
  return digits
}

/**
 * Whether two hashes are of copies of one picture. The same page photographed anew is mostly not found (a hand never holds still to
 * the width of a character); two photographs of different certificates of one form stay apart.
 */
export const looksAlike = (a: string, b: string): boolean => differingBits(a, b) <= alikeBits

function differingBits(a: string, b: string): number {
  let differing = 0
  for (let at = 0; at < bits / 4; at++)
    for (let rest = parseInt(a[at] ?? '0', 16) ^ parseInt(b[at] ?? '0', 16); rest > 0; rest &= rest - 1) differing++
  return differing
}

/** Mean level of each part. */
function levelsOf({ data, width, height }: Grey): Float64Array {
  const levels = new Float64Array(side * side)
  const edge = (part: number, length: number) => Math.ceil((part * length) / side)
  for (let part = 0; part < levels.length; part++) {
    const [row, column] = [Math.floor(part / side), part % side]
    const [left, right] = [edge(column, width), edge(column + 1, width)]
    const [top, bottom] = [edge(row, height), edge(row + 1, height)]
    let sum = 0
    for (let y = top; y < bottom; y++)
      for (let at = y * width + left; at < y * width + right; at++) sum += data[at] ?? 0
    levels[part] = sum / Math.max(1, (right - left) * (bottom - top))
  }
  return levels
}

/** Each part against the mean of the 3 × 3 around it. */
function detailOf(levels: Float64Array): Float64Array {
  return levels.map((level, part) => {
    const x = part % side
    const y = Math.floor(part / side)
    let sum = 0
    let count = 0
    for (let row = Math.max(0, y - 1); row <= Math.min(side - 1, y + 1); row++)
      for (let column = Math.max(0, x - 1); column <= Math.min(side - 1, x + 1); column++) {
        sum += levels[row * side + column] ?? 0
        count++
      }
    return level - sum / count
  })
}

/** The edge of the sheet against the desk shall not outweigh what is printed on it. */
function clipped(detail: Float64Array): Float64Array {
  const most = detail.map(Math.abs).sort()[Math.floor(detail.length * 0.9)] ?? 0
  return detail.map((value) => Math.max(-most, Math.min(most, value)))
}

function sideOfPlane(detail: Float64Array, sign: () => number): boolean {
  let sum = 0
  for (const value of detail) sum += value * sign()
  return sum > 0
}

/** +1 and −1, always the same ones (mulberry32). */
function signs(): () => number {
  let state = 1
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 31 ? 1 : -1
  }
}
