import type { PictureJob, PictureResult } from './picture-job'

/** What the worker sends to the picture process. */
export interface PictureOrder {
  number: number
  job: PictureJob
}

/** Sent once, before any answer: it could be started. */
export interface PictureReady {
  ready: true
}

export interface PictureAnswer {
  number: number
  result: PictureResult
  /** The process holds too much memory, or a decoder of it broke: it is to be replaced. */
  worn: boolean
}
