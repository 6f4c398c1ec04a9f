import { type Tiles, tileSide } from './tiles'

const shortest = 4
const longest = 64

/**
 * Height of a line of print: in strips two tiles wide, how many rows in a row hold ink. Chinese characters fill their line, so that
 * a run is about one em; rules of tables are shorter than `shortest`, frames and pictures longer than `longest`.
 */
export function lineHeight(tiles: Tiles, text: readonly number[]): number | undefined {
  const isText = new Uint8Array(tiles.columns * tiles.rows)
  for (const tile of text) isText[tile] = 1
  const runs = new Uint32Array(longest + 1)
  for (let column = 0; column + 1 < tiles.columns; column += 2) countRuns(tiles, isText, column, runs)
  return quarterOf(runs)
}

function countRuns(tiles: Tiles, isText: Uint8Array, column: number, runs: Uint32Array): void {
  let run = 0
  for (let y = 1; y <= tiles.rows * tileSide; y++) {
    const row = Math.floor((y - 1) / tileSide)
    if (
      hasInk(tiles, isText, row * tiles.columns + column, y) ||
      hasInk(tiles, isText, row * tiles.columns + column + 1, y)
    )
      run++
    else {
      if (run >= shortest && run <= longest) runs[run] = (runs[run] ?? 0) + 1
      run = 0
    }
  }
}

function hasInk({ low, high, smooth, width, columns }: Tiles, isText: Uint8Array, tile: number, y: number): boolean {
  if (!isText[tile]) return false
  const middle = ((low[tile] ?? 0) + (high[tile] ?? 0)) / 2
  const from = y * width + (tile % columns) * tileSide + 1
  for (let at = from; at < from + tileSide; at++) if ((smooth[at] ?? 255) < middle) return true
  return false
}

/** The height below which a third of the print is, longer runs weighing more: splinters of strokes are many and short. */
function quarterOf(runs: Uint32Array): number | undefined {
  const total = runs.reduce((sum, count, run) => sum + count * run, 0)
  if (total < 10 * shortest) return undefined
  let sum = 0
  for (const [run, count] of runs.entries()) {
    sum += count * run
    if (sum >= total / 3) return run
  }
  return undefined
}
