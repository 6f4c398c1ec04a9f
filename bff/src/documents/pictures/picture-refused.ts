import type { PageRefusal } from '../../contract'

/** The file is of no use as a page, however often it is tried. */
export class PictureRefused extends Error {
  constructor(
    readonly refusal: PageRefusal,
    cause?: unknown,
  ) {
    super(`The picture is refused: ${refusal}`, { cause })
  }
}
