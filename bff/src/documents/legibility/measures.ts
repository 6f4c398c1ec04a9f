import type { Grey } from './grey'
import { thresholds } from './thresholds'
import { type Tiles, tileSide, tilesOf } from './tiles'
import { lineHeight } from './line-height'
import { clusterShare, softEdge } from './clusters'

/** What is measured of one page; the words in `thresholds.ts` say what each is compared with. */
export interface Measures {
  /** Share (0..1) of tiles that hold strokes. */
  textShare: number
  /** Level (0..255) of the paper between the strokes: the median. */
  paper: number
  /** Median of (paper − ink) / paper over the tiles with strokes, 0..1 (Michelson's contrast but for the denominator). */
  contrast: number
  /**
   * Width of an edge as σ in pixels of the grey picture, in the direction in which the page is least sharp: how far the level
   * changes over how steeply it changes (after Marziliano et al. 2002, "A no-reference perceptual blur metric"). Unlike the
   * variance of the Laplacian (Pech-Pacheco 2000) it depends on neither contrast nor how much is printed on the page.
   */
  edgeWidth: number
  /** Height of a line of the smaller print, in pixels of the grey picture; undefined where no lines are found. */
  line: number | undefined
  /** The same in pixels of the picture that the phone sent. */
  originalLine: number | undefined
  /** Share of the picture taken by the largest burnt-out spot that is lighter than the paper. */
  burntOut: number
  /** Share of the picture taken by the largest smooth dark spot that fades into the page: a finger, not a desk. */
  covered: number
}

/** Value below which `share` of the values are. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float32Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

/** Tiles whose range of levels is well above what noise alone makes (taken from the calmest fifth of the tiles). */
export function textTiles(tiles: Tiles): number[] {
  const ranges = Array.from(tiles.high, (high, tile) => high - (tiles.low[tile] ?? 0))
  const floor = Math.max(thresholds.inkRange, thresholds.inkOverNoise * quantile(ranges, 0.2))
  return [...ranges.keys()].filter((tile) => {
    const range = ranges[tile] ?? 0
    return range >= floor && range >= thresholds.inkContrast * (tiles.high[tile] ?? 0) && hasStrokes(tiles, tile, range)
  })
}

/** A shadow or the soft edge of a finger changes slowly all over a tile; print has an edge somewhere. */
const hasStrokes = ({ slopes }: Tiles, tile: number, range: number): boolean =>
  Math.max(...slopes.map((slope) => slope[tile] ?? 0)) * tileSide > thresholds.strokeSlope * range

export function measure(grey: Grey): Measures {
  const tiles = tilesOf(grey)
  const text = textTiles(tiles)
  const of = (values: ArrayLike<number>) => text.map((tile) => values[tile] ?? 0)
  const paper = quantile(of(tiles.high), 0.5)
  const line = lineHeight(tiles, text)
  return {
    textShare: text.length / Math.max(1, tiles.columns * tiles.rows),
    paper,
    contrast: quantile(
      text.map((tile) => 1 - (tiles.low[tile] ?? 0) / Math.max(1, tiles.high[tile] ?? 0)),
      0.5,
    ),
    edgeWidth: edgeWidth(tiles, text),
    line,
    originalLine: line && (line * grey.originalWidth) / grey.width,
    burntOut: clusterShare(
      tiles,
      (tile) => (tiles.low[tile] ?? 0) >= thresholds.burnt && paper <= thresholds.paperNotBurnt,
    ),
    covered: softEdge(tiles, paper),
  }
}

function edgeWidth(tiles: Tiles, text: readonly number[]): number {
  const sharpness = tiles.slopes.map((slope) =>
    quantile(
      text.map((tile) => (slope[tile] ?? 0) / Math.max(1, (tiles.high[tile] ?? 0) - (tiles.low[tile] ?? 0))),
      0.6,
    ),
  )
  // A step blurred by σ rises at its steepest by 0.4 of its height per σ, a thin line by 0.6.
  return 0.5 / Math.max(0.01, Math.min(...sharpness))
}
