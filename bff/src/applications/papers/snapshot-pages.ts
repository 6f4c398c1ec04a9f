/** One page as the office's list names it; its bytes follow in a message of their own. */
export interface SnapshotPage {
  id: string
  /** Of the paper, as on the wire. */
  kind: string
  /** From 1. */
  page: number
  mediaType: 'image/jpeg'
  bytes: number
  sha256: string
}

export interface SnapshotPages {
  /** Of an application or a correction: every page of every complete paper, in their order. */
  documents: SnapshotPage[]
  /** Of a supplement: the paper that follows. */
  supplement?: { kind: string; documents: SnapshotPage[] }
}
