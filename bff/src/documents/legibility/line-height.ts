import { thresholds } from './thresholds'
import { type Tiles, tileSide } from './tiles'

const shortest = 3
const longest = 64
/** Width of a strip in tiles: two or three characters of usual print, so that one without a stroke in the middle makes no gap. */
const stripTiles = 3

/**
 * Height of a line of the smaller print: in narrow upright strips, how many rows one below the other hold ink. Chinese characters
 * fill their line, so that a run is about one em; rules of tables are shorter than `shortest`, frames and pictures longer than
 * `longest`.
 */
export function lineHeight(tiles: Tiles, text: readonly number[]): number | undefined {
  const isText = new Uint8Array(tiles.columns * tiles.rows)
  for (const tile of text) isText[tile] = 1
  const light = isLightOnDark(tiles, text)
  const runs = new Uint32Array(longest + 1)
  for (let column = 0; column + stripTiles <= tiles.columns; column += stripTiles) {
    let run = 0
    let ink = 0
    for (let y = 1; y <= tiles.rows * tileSide; y++) {
      const pixels = inkInRow(tiles, isText, column, y, light)
      if (pixels > 0) {
        run++
        ink += pixels
        continue
      }
      const isRule = ink > thresholds.ruleFill * run * stripTiles * tileSide
      if (run >= shortest && run <= longest && !isRule) runs[run] = (runs[run] ?? 0) + 1
      run = ink = 0
    }
  }
  return quantileOfRuns(runs)
}

/** Gold on a red cover: strokes take up less of a tile than the ground does. */
export function isLightOnDark({ low, high, mean }: Tiles, text: readonly number[]): boolean {
  const light = text.filter((tile) => (mean[tile] ?? 0) < ((low[tile] ?? 0) + (high[tile] ?? 0)) / 2)
  return light.length > text.length / 2
}

function inkInRow(tiles: Tiles, isText: Uint8Array, column: number, y: number, light: boolean): number {
  const { low, high, smooth, width, columns } = tiles
  const row = Math.floor((y - 1) / tileSide) * columns
  let ink = 0
  for (let tile = row + column; tile < row + column + stripTiles; tile++) {
    if (!isText[tile]) continue
    const middle = ((low[tile] ?? 0) + (high[tile] ?? 0)) / 2
    const from = y * width + (tile - row) * tileSide + 1
    for (let at = from; at < from + tileSide; at++) if ((smooth[at] ?? 0) < middle !== light) ink++
  }
  return ink
}

/** Longer runs weigh more: splinters of strokes are many and short. */
function quantileOfRuns(runs: Uint32Array): number | undefined {
  const total = runs.reduce((sum, count, run) => sum + count * run, 0)
  if (total < 10 * shortest) return undefined
  let sum = 0
  for (const [run, count] of runs.entries()) {
    sum += count * run
    if (sum >= thresholds.smallPrint * total) return run
  }
  return undefined
}
