/** An upright page as brightness, one byte per pixel, row by row; long side ≤ 1,200 px. */
export interface Grey {
  data: Uint8Array
  width: number
  height: number
  /** Pixels of the picture that the phone sent, upright and after cropping. */
  originalWidth: number
  originalHeight: number
}
