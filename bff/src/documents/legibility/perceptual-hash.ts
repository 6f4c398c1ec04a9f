import type { Grey } from './grey'

const side = 32
const kept = 8

/** How many of 64 bits may differ between two pictures of one page. */
export const alikeBits = 6

/**
 * 64 bits as 16 hexadecimal digits, near each other for pictures that look alike: pHash (Zauner 2010, "Implementation and
 * benchmarking of perceptual image hash functions"): lowest frequencies of the discrete cosine transform, above their median or not.
 */
export function perceptualHash(grey: Grey): string {
  const waves = lowWaves(shrunk(grey))
  const median = Float64Array.from(waves).sort()[waves.length / 2] ?? 0
  let digits = ''
  for (let at = 0; at < waves.length; at += 4) {
    const bits = waves.slice(at, at + 4).reduce((sum, wave) => sum * 2 + (wave > median ? 1 : 0), 0)
    digits += bits.toString(16)
  }
  return digits
}

/** Two hashes of pictures of one page: the same file again, or the same page photographed once more. */
export function looksAlike(a: string, b: string): boolean {
  return differingBits(a, b) <= alikeBits
}

export function differingBits(a: string, b: string): number {
  let bits = 0
  for (let at = 0; at < 16; at++) {
    for (let rest = parseInt(a[at] ?? '0', 16) ^ parseInt(b[at] ?? '0', 16); rest > 0; rest &= rest - 1) bits++
  }
  return bits
}

/** Mean level of 32 × 32 equal parts. */
function shrunk({ data, width, height }: Grey): Float64Array {
  const sums = new Float64Array(side * side)
  const counts = new Float64Array(side * side)
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * side) / height) * side
    for (let x = 0; x < width; x++) {
      const part = row + Math.floor((x * side) / width)
      sums[part] = (sums[part] ?? 0) + (data[y * width + x] ?? 0)
      counts[part] = (counts[part] ?? 0) + 1
    }
  }
  return sums.map((sum, part) => sum / Math.max(1, counts[part] ?? 0))
}

/** The first wave (mean brightness) is left out: 1..8 in both directions. */
function lowWaves(levels: Float64Array): number[] {
  const cosine = (wave: number, at: number) => Math.cos((Math.PI * wave * (2 * at + 1)) / (2 * side))
  const waves: number[] = []
  for (let down = 1; down <= kept; down++) {
    for (let across = 1; across <= kept; across++) {
      let sum = 0
      for (let y = 0; y < side; y++)
        for (let x = 0; x < side; x++) sum += (levels[y * side + x] ?? 0) * cosine(down, y) * cosine(across, x)
      waves.push(sum)
    }
  }
  return waves
}
