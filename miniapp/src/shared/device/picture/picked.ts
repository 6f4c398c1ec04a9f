export const pictureKinds = ['jpeg', 'png', 'webp', 'heic'] as const

/** By the first bytes of the file; `other`: nothing that the office takes. */
export type FileKind = (typeof pictureKinds)[number] | 'pdf' | 'gif' | 'other'

/** One file as the person chose it. Its path ends with the app; the queue keeps a copy. */
export interface PickedFile {
  /** Temporary path; on H5 an object URL. Fit for an Image's `src` where it is a picture. */
  path: string
  bytes: number
  kind: FileKind
  /** As the phone calls it, where it does. */
  name?: string
}

/** Chosen, but of no use; told at once, before anything is sent. */
export interface LeftOut {
  name?: string
  /** `kind`: GIF, SVG, Word …; `empty`: 0 bytes; `gone`: the phone does not give it; `too-many`: more than were asked for. */
  why: 'kind' | 'empty' | 'gone' | 'too-many'
  kind: FileKind
}

/**
 * `cancelled`: say nothing. `permission`: the person refused WeChat the camera or the album, `openPermissions()` leads to the switch.
 * `system-permission`: the phone refuses WeChat itself. `privacy`: the person has not agreed to WeChat's privacy words (errno 104).
 * `undeclared`: the privacy guide of this mini-program does not name the API (errno 112), a fault of ours: offer the other ways.
 * `unavailable`: this phone or 企业微信 has no such thing. `failed`: anything else; try again.
 */
export type PickFailure =
  'cancelled' | 'permission' | 'system-permission' | 'privacy' | 'undeclared' | 'unavailable' | 'failed'

export type Picked = { ok: true; files: PickedFile[]; leftOut: LeftOut[] } | { ok: false; why: PickFailure }

export type PickSource = 'camera' | 'album'

export interface PickOptions {
  /** Most files; the phone may allow fewer in one go (9). */
  count: number
  source: PickSource
}
