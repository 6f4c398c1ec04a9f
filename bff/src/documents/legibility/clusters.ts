import { thresholds } from './thresholds'
import { type Tiles, tileSide } from './tiles'

/** Tiles that touch each other by a side and are all `of` the kind: the largest such group. */
export function largestCluster({ columns, rows }: Tiles, of: (tile: number) => boolean): number[] {
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

export function neighbours(tile: number, columns: number, rows: number): number[] {
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

/** Share of the largest smooth spot darker than the paper, if it fades into the page rather than ending at an edge as a desk does. */
export function softEdge(tiles: Tiles, paper: number): number {
  const range = (tile: number) => (tiles.high[tile] ?? 0) - (tiles.low[tile] ?? 0)
  const fades = (tile: number) =>
    Math.max(...tiles.slopes.map((slope) => slope[tile] ?? 0)) * tileSide <= thresholds.strokeSlope * range(tile)
  const spot = largestCluster(
    tiles,
    (tile) =>
      (tiles.mean[tile] ?? 0) < thresholds.coverLevel * paper && (range(tile) < thresholds.inkRange || fades(tile)),
  )
  const inside = new Set(spot)
  const rim = spot.flatMap((tile) => neighbours(tile, tiles.columns, tiles.rows)).filter((tile) => !inside.has(tile))
  const soft = rim.filter((tile) => fades(tile) && range(tile) >= thresholds.inkRange).length
  return soft >= thresholds.softRim * rim.length ? spot.length / Math.max(1, tiles.columns * tiles.rows) : 0
}
