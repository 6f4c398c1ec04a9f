/**
 * Every number that `judge` compares with. Found by `npm run bench -- legibility --tune` on the tuning half of the bench's synthetic
 * pages; the bench prints what they are worth on the other half.
 */
export const thresholds = {
  /** Levels between ink and paper in a tile, below which there is no print. */
  inkRange: 14,
  /** The same, as a multiple of what the calmest tiles show. */
  inkOverNoise: 2,
  /** The same, as a share of the paper's level. */
  inkContrast: 0.1,
  /** A tile whose steepest slope would cross its range in less than this part of a tile holds strokes. */
  strokeSlope: 2.2,

  /** `blurred`: edge width over height of a line. */
  blurPerLine: 0.13,
  /** `blurred` where no lines are found: edge width in pixels. */
  blurPixels: 3.5,
  /** `dark`: level of the paper. */
  darkPaper: 75,
  /** `dark` or `glare`: contrast of ink to paper. */
  faintContrast: 0.22,
  /** `glare`: a level that is burnt out, on paper whose own level is at most … */
  burnt: 250,
  paperNotBurnt: 240,
  /** … and the share of the picture that it takes. */
  burntShare: 0.02,
  /** `too-small`: height of a line in pixels of the picture that was sent. */
  linePixels: 9,
  /** `too-small`: long side of the picture that was sent, whatever is on it. */
  sidePixels: 500,
  /** `mostly-empty`: share of tiles with print. */
  emptyShare: 0.006,
  /** `mostly-empty`: what counts as a finger: level over the paper's, part of its rim that fades, share of the picture. */
  coverLevel: 0.7,
  softRim: 0.5,
  coverShare: 0.1,
}
