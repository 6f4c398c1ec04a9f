import type { Grey } from './grey'

/** Side of a tile, in pixels of the grey picture: a character or two of small print. */
export const tileSide = 16

/** What one look at the pixels leaves: everything else is reckoned on tiles. Levels 0..255. */
export interface Tiles {
  columns: number
  rows: number
  /** Darkest and lightest level of a tile after smoothing. */
  low: Uint8Array
  high: Uint8Array
  mean: Float32Array
  /** Steepest change of level per pixel in a tile, along →, ↓, ↘ and ↗. */
  slopes: readonly [Float32Array, Float32Array, Float32Array, Float32Array]
  /**
   * 0..1: how much as steeply it goes back as it goes, → or ↓. A stroke has two sides, the edge of a sheet or a photo has one.
   */
  bothWays: Float32Array
  /** The smoothed picture the tiles were taken from. */
  smooth: Uint8Array
  width: number
}

/** Binomial 3 × 3 (1 2 1): takes off single noisy pixels, adds a blur of σ ≈ 0.7 px, the same to every page. The rim stays. */
function smoothed({ data, width, height }: Grey): Uint8Array {
  const across = new Uint16Array(width * height)
  for (let at = 1; at < across.length - 1; at++)
    across[at] = (data[at - 1] ?? 0) + 2 * (data[at] ?? 0) + (data[at + 1] ?? 0)
  const out = Uint8Array.from(data)
  for (let y = 1; y < height - 1; y++)
    for (let at = y * width + 1; at < (y + 1) * width - 1; at++)
      out[at] = ((across[at - width] ?? 0) + 2 * (across[at] ?? 0) + (across[at + width] ?? 0)) >> 4
  return out
}

/** Cuts the picture into tiles; what is left over at the right and lower edge is not looked at. */
export function tilesOf(grey: Grey): Tiles {
  const { width, height } = grey
  const columns = Math.max(0, Math.floor((width - 2) / tileSide))
  const rows = Math.max(0, Math.floor((height - 2) / tileSide))
  const count = columns * rows
  const tiles: Tiles = {
    columns,
    rows,
    low: new Uint8Array(count),
    high: new Uint8Array(count),
    mean: new Float32Array(count),
    slopes: [new Float32Array(count), new Float32Array(count), new Float32Array(count), new Float32Array(count)],
    bothWays: new Float32Array(count),
    smooth: smoothed(grey),
    width,
  }
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) fillTile(tiles, column, row)
  return tiles
}

function fillTile(tiles: Tiles, column: number, row: number): void {
  const { smooth, width } = tiles
  let low = 255
  let high = 0
  let sum = 0
  let right = 0
  let left = 0
  let below = 0
  let above = 0
  let falling = 0
  let rising = 0
  // One pixel in from the edge: the slopes look at neighbours. Comparisons by hand: this runs a million times a page.
  for (let y = row * tileSide + 1; y <= (row + 1) * tileSide; y++) {
    const end = y * width + (column + 1) * tileSide + 1
    for (let at = end - tileSide; at < end; at++) {
      const level = smooth[at] ?? 0
      if (level < low) low = level
      if (level > high) high = level
      sum += level
      let step = (smooth[at + 1] ?? 0) - (smooth[at - 1] ?? 0)
      if (step > right) right = step
      else if (-step > left) left = -step
      step = (smooth[at + width] ?? 0) - (smooth[at - width] ?? 0)
      if (step > below) below = step
      else if (-step > above) above = -step
      step = (smooth[at + width + 1] ?? 0) - (smooth[at - width - 1] ?? 0)
      if (step > falling) falling = step
      else if (-step > falling) falling = -step
      step = (smooth[at + width - 1] ?? 0) - (smooth[at - width + 1] ?? 0)
      if (step > rising) rising = step
      else if (-step > rising) rising = -step
    }
  }
  const tile = row * tiles.columns + column
  tiles.low[tile] = low
  tiles.high[tile] = high
  tiles.mean[tile] = sum / (tileSide * tileSide)
  const [across, down, diagonal, other] = tiles.slopes
  across[tile] = Math.max(right, left) / 2
  down[tile] = Math.max(below, above) / 2
  diagonal[tile] = falling / (2 * Math.SQRT2)
  other[tile] = rising / (2 * Math.SQRT2)
  tiles.bothWays[tile] =
    Math.max(Math.min(right, left), Math.min(below, above)) / Math.max(1, right, left, below, above)
}
