import type { Grey } from './grey'
import { thresholds } from './thresholds'

const side = 8

/**
 * How much more the level changes at the borders of JPEG's 8 × 8 blocks than within them (after Wang, Sheikh & Bovik 2002,
 * "No-reference perceptual quality assessment of JPEG compressed images"): 1 where there are no blocks to be seen. Pictures that
 * were made smaller have lost the grid, and with it most of the harm: 1.
 */
export function blockiness({ data, width, height, originalWidth }: Grey): number {
  if (width !== originalWidth || width < 4 * side || height < 4 * side) return 1
  const across = new Float64Array(side)
  const down = new Float64Array(side)
  for (let y = 1; y < height; y += 1)
    for (let x = 1, at = y * width + 1; x < width; x++, at++) {
      const here = data[at] ?? 0
      const column = x & (side - 1)
      const row = y & (side - 1)
      across[column] = (across[column] ?? 0) + Math.abs(here - (data[at - 1] ?? 0))
      down[row] = (down[row] ?? 0) + Math.abs(here - (data[at - width] ?? 0))
    }
  const perLine = (width * height) / side
  return Math.min(strongest(across, perLine), strongest(down, perLine))
}

/** A crop or a turn may have moved the grid: the strongest of the eight lines over the mean of the others. */
function strongest(changes: Float64Array, pixels: number): number {
  const most = Math.max(...changes)
  const others = (changes.reduce((sum, change) => sum + change, 0) - most) / (side - 1)
  return (most - others) / pixels < thresholds.blockLevels ? 1 : (most + 1) / (others + 1)
}
