import type { PaperItem } from './law'

/** Where one photographed page is. Until it is no longer `checking`, the application cannot be submitted. */
export const pageStates = ['checking', 'usable', 'usable-with-hints', 'refused'] as const
export type PageState = (typeof pageStates)[number]

/** What a reviewer may stumble on. A hint never refuses: the person decides, with words that say what to do. */
export const pageHints = [
  'blurred',
  'dark',
  'glare',
  'too-small',
  'mostly-empty',
  'duplicate',
  'photo-small',
  'photo-background',
] as const
export type PageHintCode = (typeof pageHints)[number]

export interface PageHint {
  code: PageHintCode
  /** With `duplicate`: the page that it looks like. */
  otherPage?: string
}

/** Why a page that had arrived is of no use: found only when it was decoded. */
export const pageRefusals = ['unreadable-file', 'too-large-to-open', 'photo-too-large'] as const
export type PageRefusal = (typeof pageRefusals)[number]

/** Addresses without login, each with its signature in the query, over after `until`. An image tag sends no headers. */
export interface PageLinks {
  /** The page with its watermark, long side ≤ 1,600 px. */
  display: string
  /** Small, for lists; with the watermark as well. */
  thumbnail: string
  /** Instant. */
  until: string
}

export interface PageView {
  id: string
  /** Id of the paper in the checklist (`grade-certificate:3-storekeeper`). */
  paper: string
  /** From 1, in the order in which the reviewer gets them. */
  position: number
  state: PageState
  hints: PageHint[]
  /** With `refused`. */
  refusal?: PageRefusal
  /** Quarter turns clockwise that the person asked for, upon what the camera said. */
  rotation: 0 | 1 | 2 | 3
  /** Upright pixels; absent while `checking` and when refused. */
  width?: number
  height?: number
  /** Absent while `checking` and when refused. */
  links?: PageLinks
  /** The `Idempotency-Key` of the upload that brought it: how the phone knows its own file again. */
  uploadKey: string
  /** Set by a return of this page: what is wrong with it. A new page that replaces it ends it. */
  returned?: { code: string; words: string }
  /** Handed to the office, or to be: it can no longer be turned, moved or deleted, only replaced after a return. */
  fixed: boolean
}

export type PaperState =
  /** No page yet. */
  | 'missing'
  /** Fewer pages than are asked for. */
  | 'too-few'
  | 'checking'
  /** A page is refused: it has to be taken again. */
  | 'refused'
  /** Returned, and nothing was changed since. */
  | 'returned'
  | 'complete'
  /** 容缺: promised, to follow before the exam (三(三)). */
  | 'promised'

export interface PaperView {
  /** What is asked, with its clause. */
  item: PaperItem
  state: PaperState
  /** Whether pages may be added, turned, moved or deleted now. */
  open: boolean
  /** A return of the whole paper. */
  returned?: { code: string; words: string }
  /** With `promised`: instant of the agreement, and whether the later upload was sent. */
  promise?: { agreedAt: string; version: string; state: 'open' | 'sent' | 'accepted' | 'rejected' }
  pages: PageView[]
}

/** The certificate photo as the office wants it; absent in the reference data: no photo is asked for. */
export interface PhotoSpecification {
  widthPx: number
  heightPx: number
  maxBytes: number
  background?: 'white' | 'blue' | 'red'
}

/** Told before the first shot. */
export interface PageLimits {
  /** Longest file that is taken. */
  fileBytes: number
  /** Most pixels of one picture. */
  pixels: number
  /** Most pages of one PDF. */
  pdfPages: number
}

/** GET /api/v1/applications/{id}/papers (own), GET /api/v1/unit-desk/applications/{id}/papers (contact). */
export interface PapersView {
  papers: PaperView[]
  /** n of m papers; promised ones count as complete. */
  progress: { complete: number; needed: number }
  limits: PageLimits
  photo?: PhotoSpecification
}

/** Part of the picture that is kept, as fractions of the upright picture. */
export interface Crop {
  x: number
  y: number
  width: number
  height: number
}

/**
 * POST /api/v1/applications/{id}/pages?paper=&rotation=&crop=x,y,width,height&replaces= , `Idempotency-Key`, multipart/form-data with one
 * part `file`. 202: it has arrived and is looked at; a PDF answers with each of its pages. Same key and file again: the same pages.
 */
export interface UploadQuery {
  paper: string
  /** Quarter turns clockwise, 0 if absent. */
  rotation?: string
  crop?: string
  /** Id of the page in whose place it comes. */
  replaces?: string
}
export interface UploadAnswer {
  pages: PageView[]
}

/** PUT /api/v1/applications/{id}/pages/{page}/rotation. Answer: PageView, `checking` until it is made anew. */
export interface RotateRequest {
  rotation: 0 | 1 | 2 | 3
}

/** PUT /api/v1/applications/{id}/page-order: all pages of one paper in their new order. Answer: PapersView. */
export interface OrderRequest {
  paper: string
  pages: string[]
}

/** PUT /api/v1/applications/{id}/promises: agrees to the 承诺书 for one paper, or takes that back. Answer: PapersView. */
export interface PromiseRequest {
  paper: string
  agreed: boolean
  /** Version of the words that were on the screen. */
  version: string
}

/** POST /api/v1/applications/{id}/supplements, `Idempotency-Key` and `If-Match`: a promised paper follows. Answer: ApplicationView. */
export interface SupplementRequest {
  paper: string
}
