/**
 * Every number that `judge` compares with. Those marked † lie half way between the outermost hundredth of the readable and the
 * innermost twentieth of the unreadable pictures of their kind in the tuning half of the bench's SYNTHETIC set
 * (`npm run bench -- legibility --tune`). The others were set by hand while the measures were made, on sets drawn from another seed
 * than the bench's. `npm run bench -- legibility` says what all are worth on the half that no threshold comes from.
 */
export const thresholds = {
  /** Levels between ink and paper in a tile, below which there is no print. */
  inkRange: 12,
  /** The same, as a multiple of what the calmest tiles show. */
  inkOverNoise: 2,
  /** Levels of a tile that are noise at most: what is more is print. */
  noiseAtMost: 24,
  /** The same, as a share of the paper's level. */
  inkContrast: 0.06,
  /** The same, as a share of the strongest print on the page. */
  inkToStrongest: 0.35,
  /** A tile whose steepest slope would cross its range in less than this part of a tile holds strokes. */
  strokeSlope: 2.2,
  /** How steep the way back is at least, of the way there. */
  strokeBothWays: 0.4,
  /** Share of ink in a run of rows, above which it is the rule of a table. */
  ruleFill: 0.5,

  /** Share of the print that counts as the smaller print of a page. */
  smallPrint: 0.15,

  /**
   * `blurred`: edge width over height of a line. Where a hundredth of the readable pictures of the tuning half lie beyond it: a blurred
   * page that is missed costs more than a hint too many.
   */
  blurPerLine: 0.105,
  /** Never `blurred`: an edge as narrow as that, in pixels; print that is too small is another matter. */
  sharpPixels: 1,
  /** `blurred` where no lines are found: edge width in pixels. */
  blurPixels: 3.5,
  /** `blurred`, as far as the person is concerned: blocks of a file that was compressed too often. */
  blockiness: 1.7,
  /** … and stand out by so many levels: on an even ground the finest compression is all there is to be seen. */
  blockLevels: 0.7,
  /** † `dark`: level of the paper. */
  darkPaper: 73,
  /** † `glare`: contrast of ink to paper. */
  faintContrast: 0.21,
  /** `glare`: mean and lowest level that are burnt out, on paper whose own level is at most … */
  burnt: 250,
  burntLow: 243,
  paperNotBurnt: 240,
  /** † … and the share of the picture that it takes. */
  burntShare: 0.028,
  /** † `too-small`: height of a line in pixels of the picture that was sent. */
  linePixels: 11,
  /** `too-small`: long side of the picture that was sent, whatever is on it. */
  sidePixels: 320,
  /** `mostly-empty`: share of tiles with print. */
  emptyShare: 0.006,
  /** `mostly-empty`: share of the picture that a finger takes … */
  coverShare: 0.12,
  /** … where a dark spot's level is below this part of the paper's, it is at least this share of the tiles, … */
  coverLevel: 0.66,
  coverTiles: 0.02,
  /** … and fades: less of the way to the paper's level than this from one tile inside its rim to one outside. */
  coverJump: 0.45,
  /** Tiles of print in the dark over fading ones, above which it is a shadow. */
  shadowPrint: 0.3,
}
