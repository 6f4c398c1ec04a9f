import type { PictureJob, PictureResult } from './picture-job'

/** What the worker sends to the picture process. */
export interface PictureOrder {
  number: number
  job: PictureJob
}

export interface PictureAnswer {
  number: number
  result: PictureResult
  /** The process holds too much memory, or a decoder of it broke: it is to be replaced. */
  worn: boolean
}
