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
  /** The smoothed picture the tiles were taken from. */
  smooth: Uint8Array
  width: number
}

/** Binomial 3 × 3 (1 2 1): takes off single noisy pixels, adds a blur of σ ≈ 0.7 px, the same to every page. */
function smoothed({ data, width, height }: Grey): Uint8Array {
  const across = new Uint16Array(width * height)
  for (let y = 0; y < height; y++) {
    const from = y * width
    for (let x = 0; x < width; x++) {
      const here = data[from + x] ?? 0
      const left = x > 0 ? (data[from + x - 1] ?? 0) : here
      const right = x < width - 1 ? (data[from + x + 1] ?? 0) : here
      across[from + x] = left + 2 * here + right
    }
  }
  const out = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const from = y * width
    const up = y > 0 ? from - width : from
    const down = y < height - 1 ? from + width : from
    for (let x = 0; x < width; x++)
      out[from + x] = ((across[up + x] ?? 0) + 2 * (across[from + x] ?? 0) + (across[down + x] ?? 0)) >> 4
  }
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
  let across = 0
  let down = 0
  let falling = 0
  let rising = 0
  // One pixel in from the edge: the slopes look at neighbours.
  for (let y = row * tileSide + 1; y <= (row + 1) * tileSide; y++) {
    const end = y * width + (column + 1) * tileSide + 1
    for (let at = end - tileSide; at < end; at++) {
      const level = smooth[at] ?? 0
      if (level < low) low = level
      if (level > high) high = level
      sum += level
      across = Math.max(across, Math.abs((smooth[at + 1] ?? 0) - (smooth[at - 1] ?? 0)))
      down = Math.max(down, Math.abs((smooth[at + width] ?? 0) - (smooth[at - width] ?? 0)))
      falling = Math.max(falling, Math.abs((smooth[at + width + 1] ?? 0) - (smooth[at - width - 1] ?? 0)))
      rising = Math.max(rising, Math.abs((smooth[at + width - 1] ?? 0) - (smooth[at - width + 1] ?? 0)))
    }
  }
  const tile = row * tiles.columns + column
  tiles.low[tile] = low
  tiles.high[tile] = high
  tiles.mean[tile] = sum / (tileSide * tileSide)
  const [right, below, diagonal, other] = tiles.slopes
  right[tile] = across / 2
  below[tile] = down / 2
  diagonal[tile] = falling / (2 * Math.SQRT2)
  other[tile] = rising / (2 * Math.SQRT2)
}
