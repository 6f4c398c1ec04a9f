import { type EditableApplication, type EditDraft, type SubmitRequest } from '@app/contract'
import { type Stored, stored } from './stored'

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

/** Which applications lie on this phone, so that all can be taken off it. */
const kept = stored('drafts', (raw) =>
  Array.isArray(raw) ? raw.filter((id): id is string => typeof id === 'string') : [],
)

const known = new Map<string, Stored<LocalDraft | undefined>>()

/** The one copy of this application on the phone. */
export const localDraft = (id: string): Stored<LocalDraft | undefined> => {
  const before = known.get(id)
  if (before) return before
  const made = stored(`draft-${id}`, (raw) => (isLocal(raw) ? raw : undefined))
  const listed: typeof made = {
    ...made,
    set: (draft) => {
      if (!kept.get().includes(id)) kept.set([...kept.get(), id])
      return made.set(draft)
    },
    clear: () => {
      kept.set(kept.get().filter((other) => other !== id))
      made.clear()
    },
  }
  known.set(id, listed)
  return listed
}

/** Whether something typed here has not reached the server. */
export const hasUnsent = () =>
  kept.get().some((id) => {
    const { form, facts, grade } = localDraft(id).get()?.changes ?? {}
    return (form && Object.keys(form).length > 0) || facts !== undefined || grade !== undefined
  })

/** Takes every application, ID numbers and all, off this phone; the server keeps its own copy. */
export const forgetDrafts = () => kept.get().forEach((id) => localDraft(id).clear())
