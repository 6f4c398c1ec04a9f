import { blockiness } from './blocks'
import type { Grey } from './grey'
import { thresholds } from './thresholds'
import { type Tiles, tileSide, tilesOf } from './tiles'
import { isLightOnDark, lineHeight } from './line-height'
import { clusterShare, coveredShare } from './clusters'

/** What is measured of one page; the words in `thresholds.ts` say what each is compared with. */
export interface Measures {
  /** Share (0..1) of tiles that hold strokes. */
  textShare: number
  /** Level (0..255) of the paper between the strokes: the median; of the whole picture where there are no strokes. */
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
  /** How much JPEG's blocks stand out, from 1. */
  blockiness: number
}

/** Width that the sharpest print seems to have after smoothing, in pixels: taken off in squares, as widths of blurs add up. */
const sharpestEdge = 1.42

/** Value below which `share` of the values are; `ifNone` where there are no values. */
function quantile(values: readonly number[], share: number, ifNone = 0): number {
  const sorted = Float32Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? ifNone
}

/**
 * Tiles whose range of levels is well above what noise alone makes (taken from the calmest fifth of the tiles), and not far below that
 * of the strongest print: the fine waves under an identity card are no print.
 */
function textTiles(tiles: Tiles): number[] {
  const ranges = Array.from(tiles.high, (high, tile) => high - (tiles.low[tile] ?? 0))
  // On a page that is full of print even the calmest tiles hold some.
  const noise = thresholds.inkOverNoise * Math.min(quantile(ranges, 0.2), thresholds.noiseAtMost)
  const inked = [...ranges.keys()].filter((tile) => {
    const range = ranges[tile] ?? 0
    const least = Math.max(thresholds.inkRange, noise, thresholds.inkContrast * (tiles.high[tile] ?? 0))
    return range >= least && hasStrokes(tiles, tile, range)
  })
  const strongest = quantile(
    inked.map((tile) => ranges[tile] ?? 0),
    0.9,
  )
  return inked.filter((tile) => (ranges[tile] ?? 0) >= thresholds.inkToStrongest * strongest)
}

/** A shadow or the soft edge of a finger changes slowly all over a tile; print has an edge somewhere. */
const hasStrokes = ({ slopes, bothWays }: Tiles, tile: number, range: number): boolean =>
  (bothWays[tile] ?? 0) >= thresholds.strokeBothWays &&
  Math.max(...slopes.map((slope) => slope[tile] ?? 0)) * tileSide > thresholds.strokeSlope * range

export function measure(grey: Grey): Measures {
  const tiles = tilesOf(grey)
  const text = textTiles(tiles)
  const of = (values: ArrayLike<number>) => text.map((tile) => values[tile] ?? 0)
  const paper = quantile(text.length > 0 ? of(tiles.high) : [...tiles.high], 0.5, 255)
  const line = lineHeight(tiles, text)
  const inked = new Set(text)
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
    burntOut: clusterShare(tiles, (tile) => isBurnt(tiles, tile) && paper <= thresholds.paperNotBurnt),
    covered: isLightOnDark(tiles, text) ? 0 : coveredShare(tiles, paper, (tile) => inked.has(tile)),
    blockiness: blockiness(grey),
  }
}

const isBurnt = ({ mean, low }: Tiles, tile: number): boolean =>
  (mean[tile] ?? 0) >= thresholds.burnt && (low[tile] ?? 0) >= thresholds.burntLow

function edgeWidth(tiles: Tiles, text: readonly number[]): number {
  const sharpness = tiles.slopes.map((slope) =>
    quantile(
      text.map((tile) => (slope[tile] ?? 0) / Math.max(1, (tiles.high[tile] ?? 0) - (tiles.low[tile] ?? 0))),
      0.6,
    ),
  )
  // A step blurred by σ rises at its steepest by 0.4 of its height per σ, a thin line by 0.6.
  const width = 0.5 / Math.max(0.01, Math.min(...sharpness))
  return Math.sqrt(Math.max(0.01, width ** 2 - sharpestEdge ** 2))
}
