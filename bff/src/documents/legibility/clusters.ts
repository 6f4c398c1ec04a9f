import { thresholds } from './thresholds'
import { type Tiles } from './tiles'

/** Tiles that touch each other by a side and are all `of` the kind: the largest such group. */
function largestCluster({ columns, rows }: Tiles, of: (tile: number) => boolean): number[] {
  const seen = new Uint8Array(columns * rows)
  let largest: number[] = []
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] || !of(start)) continue
    seen[start] = 1
    const cluster = [start]
    for (const tile of cluster)
      for (const next of neighbours(tile, columns, rows)) {
        if (seen[next] || !of(next)) continue
        seen[next] = 1
        cluster.push(next)
      }
    if (cluster.length > largest.length) largest = cluster
  }
  return largest
}

function neighbours(tile: number, columns: number, rows: number): number[] {
  const column = tile % columns
  const near: number[] = []
  if (column > 0) near.push(tile - 1)
  if (column < columns - 1) near.push(tile + 1)
  if (tile >= columns) near.push(tile - columns)
  if (tile < columns * (rows - 1)) near.push(tile + columns)
  return near
}

export const clusterShare = (tiles: Tiles, of: (tile: number) => boolean): number =>
  largestCluster(tiles, of).length / Math.max(1, tiles.columns * tiles.rows)

/**
 * A finger over the lens: a smooth spot darker than the paper that fades into the page, where a desk ends at an edge. Answers with the
 * share of the picture that a half disc with as long a fading rim takes; 0 where print lies in the dark, which is a shadow.
 */
export function coveredShare(tiles: Tiles, paper: number, isText: (tile: number) => boolean): number {
  const { columns, rows, high, mean } = tiles
  const dark = (tile: number) => (mean[tile] ?? 0) < thresholds.coverLevel * paper && !isText(tile)
  const spot = new Set(largestCluster(tiles, dark))
  if (spot.size < thresholds.coverTiles * columns * rows) return 0
  const depth = paper - meanOf([...spot].map((tile) => mean[tile] ?? 0))
  let fading = 0
  for (const tile of spot) {
    for (const [step, next] of stepsFrom(tile, columns, rows)) {
      if (spot.has(next)) continue
      const jump = (high[next + step] ?? 0) - (high[tile - step] ?? 0)
      if (jump < thresholds.coverJump * depth) fading++
    }
  }
  const inTheDark = high.filter((level, tile) => isText(tile) && level < thresholds.coverLevel * paper).length
  return inTheDark > thresholds.shadowPrint * fading ? 0 : fading ** 2 / (2 * Math.PI * columns * rows)
}

/** Neighbours with the step that leads to them, where there is one more tile on either side. */
function stepsFrom(tile: number, columns: number, rows: number): [step: number, next: number][] {
  const column = tile % columns
  const row = Math.floor(tile / columns)
  const steps: number[] = []
  if (column > 1 && column < columns - 2) steps.push(-1, 1)
  if (row > 1 && row < rows - 2) steps.push(-columns, columns)
  return steps.map((step) => [step, tile + step])
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
