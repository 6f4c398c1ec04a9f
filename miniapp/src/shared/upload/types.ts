import type { Crop, PageHint, PageView, PapersView, PaperView } from '@app/contract'
import type { Answer, Failure, FailureCode } from '../api/failure'
import type { PickedFile } from '../device/picture/picked'

/**
 * Why a page is not at the server yet although nothing is wrong with it; it is sent again by itself. `interrupted`: the app was left or
 * closed; `slow`: too long without progress; `busy`: the server or its store; `sign-in-needed`: goes on once somebody signs in.
 */
export type RetryReason = 'offline' | 'interrupted' | 'slow' | 'connection' | 'busy' | 'sign-in-needed'

/** What a page's card says. One of these for every page, whether it lies on the phone or at the server. */
export type ShownState =
  /** Being made smaller and kept. */
  | { kind: 'preparing' }
  | { kind: 'waiting' }
  | { kind: 'sending'; percent: number }
  /** It has arrived; the server looks at it. */
  | { kind: 'checking' }
  | { kind: 'usable' }
  | { kind: 'hint'; hints: PageHint[] }
  /** No use: to be taken again. `code` of the upload's refusal (contract/errors) or of the decoding (PageRefusal). */
  | { kind: 'refused'; code: FailureCode | NonNullable<PageView['refusal']>; facts: Record<string, unknown> }
  /** Sent again by itself; `retry(id)` sends it now. */
  | { kind: 'retry'; reason: RetryReason }
  /** The file is no longer on the phone: to be taken again. */
  | { kind: 'gone' }

export interface ShownPage {
  /** For React keys and for the actions below; the same before and after the page has arrived. */
  id: string
  state: ShownState
  /** For an Image: the file on this phone, or the server's small copy. Absent for a PDF that has not arrived and for what cannot be drawn. */
  picture?: string
  /** Quarter turns clockwise by which `picture` and `large` have to be drawn turned. */
  turns: 0 | 1 | 2 | 3
  /** For looking closely. */
  large?: string
  /** A PDF of which the server has not made pages yet. */
  pdf: boolean
  /** Kept only while the app is open (the phone is full): say so until it has arrived. */
  unsafe: boolean
  /** It comes in the place of a page that was returned or is taken again. */
  replacing: boolean
  /** As the server has it. */
  page?: PageView
  returned?: { code: string; words: string }
  can: { retry: boolean; remove: boolean; rotate: boolean; replace: boolean; move: boolean }
}

export interface ShownPaper {
  /** As the server has it: item, state, open, returned, promise. Its `pages` are in `pages` below already. */
  view: PaperView
  pages: ShownPage[]
  /** How many files more this paper takes. */
  room: number
  /** 0-100 over all files of this paper on the phone that are still to arrive; absent: none. */
  percent?: number
}

export interface AddOptions {
  /** Quarter turns clockwise that the person already asked for. */
  rotation?: 0 | 1 | 2 | 3
  /** For the certificate photo. */
  crop?: Crop
}

/** What the screens of one application's papers see and do. */
export interface PaperPages {
  /** In the server's order; empty before the first answer, from the phone's last copy while there is no network. */
  papers: ShownPaper[]
  /** undefined before the first answer. */
  view?: PapersView
  /** Of the last try to load; the older view stays. */
  failure?: Failure
  /** Files not arrived yet (preparing, waiting, sending, retry). */
  unsent: number
  /** Pages that the server still looks at. */
  checking: number
  /** Pages that need the person: refused or gone. */
  broken: number
  /** Some file is kept only while the app is open. */
  unsafe: boolean
  reload: () => Promise<void>
  /** Queues the files at the end of the paper, at once and in this order. */
  add: (paper: string, files: readonly PickedFile[], options?: AddOptions) => void
  /** The first file comes in the place of this page, the others after it. */
  replace: (id: string, files: readonly PickedFile[], options?: AddOptions) => void
  retry: (id: string) => void
  /** Hidden at once; shown again with a failure where the server does not let it go. */
  remove: (id: string) => Promise<Outcome>
  /** One quarter turn clockwise more. */
  rotate: (id: string) => Promise<Outcome>
  /** All ids of the paper in their new order. Told to the server once every page has arrived. */
  reorder: (paper: string, ids: readonly string[]) => Promise<Outcome>
  /** After an answer that brings papers (promises): shows it without asking again. */
  set: (view: PapersView) => void
}

export type Outcome = Answer<undefined>
