import type { Crop, PageHint, PageRefusal, PhotoSpecification } from '../../contract'

/** What the picture process is asked to make of one stored file. Plain data: it crosses a process border. */
export interface PictureJob {
  /** Id of the page. */
  id: string
  source: {
    /** Key in the object store: the original at first, the master when a made page is turned. */
    object: string
    mediaType: string
    /** From 0, of a PDF. */
    pdfPage?: number
  }
  /** Quarter turns clockwise, upon what the camera's EXIF says. */
  turn: 0 | 1 | 2 | 3
  crop?: Crop
  /** For the certificate photo. */
  photo?: PhotoSpecification
  /** Day on the watermark, `YYYY-MM-DD`. */
  stampedOn: string
  /** Keys under which the copies are to be kept. */
  into: { master: string; display: string; thumbnail: string }
}

/**
 * `failed`: nothing is known about the picture; the job may be tried again. `because`: the store was away · the picture
 * took too long or ended the process · the process ended, perhaps for another picture's sake · the process cannot be started.
 */
export type PictureResult =
  | { id: string; kind: 'made'; made: MadePicture }
  | { id: string; kind: 'refused'; refusal: PageRefusal; reason?: string }
  | { id: string; kind: 'failed'; because: 'store' | 'picture' | 'process' | 'start'; reason: string }

export interface MadePicture {
  sha256: string
  bytes: number
  /** Upright pixels of the master. */
  width: number
  height: number
  /** Without `duplicate`: other pages are known to the database only. */
  hints: Exclude<PageHint['code'], 'duplicate'>[]
  /** 16 hexadecimal digits. */
  perceptualHash: string
}
