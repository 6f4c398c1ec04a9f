import { type EditableApplication, type EditDraft, type SubmitRequest } from '@app/contract'
import { type Stored, stored } from '@/shared/storage/stored'

/** An application as this phone holds it, until it is submitted. */
export interface LocalDraft {
  /** As the server had it last, the ID number whole. */
  view: EditableApplication
  /** Typed here and not stored at the server yet. */
  changes: EditDraft
  /** As another phone saved it meanwhile, to something else: the person chooses. */
  conflict?: EditableApplication
  /** A submission without an answer yet: it is repeated under the same key. */
  sending?: { key: string; request: SubmitRequest }
}

const isLocal = (raw: unknown): raw is LocalDraft => {
  if (typeof raw !== 'object' || raw === null || !('view' in raw) || !('changes' in raw)) return false
  const { view } = raw
  return typeof view === 'object' && view !== null && 'version' in view && 'form' in view && 'facts' in view
}

const known = new Map<string, Stored<LocalDraft | undefined>>()

/** The one copy of this application on the phone. */
export const localDraft = (id: string): Stored<LocalDraft | undefined> => {
  const before = known.get(id)
  if (before) return before
  const made = stored(`draft-${id}`, (raw) => (isLocal(raw) ? raw : undefined))
  known.set(id, made)
  return made
}
