import { type EditableApplication } from '@app/contract'
import { call } from '@/shared/api/api'
import { type Failure } from '@/shared/api/failure'
import { type LocalDraft, localDraft } from '@/shared/storage/local-draft'
import { clashes, partsOf, remaining } from './parts'

/** `kept`: on the phone, sent when there is a network again; `refused`: the server does not take it as it is. */
export type Saved =
  | { state: 'saved' }
  | { state: 'conflict' }
  | { state: 'kept'; failure: Failure }
  | { state: 'refused'; failure: Failure }

const waits = new Set(['offline', 'unreachable', 'timeout', 'unreadable', 'internal', 'not-ready', 'too-many-requests'])

const isView = (raw: unknown): raw is EditableApplication =>
  typeof raw === 'object' && raw !== null && 'version' in raw && 'form' in raw && 'facts' in raw

/** What another phone saved meanwhile: taken where it leaves our changes alone, else kept beside them for the person to choose. */
export const meet = (local: LocalDraft, stored: EditableApplication): LocalDraft => {
  const { conflict: _before, ...rest } = local
  return clashes(local.view, local.changes, stored).length > 0
    ? { ...rest, conflict: stored }
    : { ...rest, view: stored, changes: remaining(local.changes, stored) }
}

/** Sends until nothing is left to send or something stands in the way. */
const send = async (id: string): Promise<Saved> => {
  const store = localDraft(id)
  const local = store.get()
  if (!local) return { state: 'saved' }
  if (local.conflict) return { state: 'conflict' }
  if (partsOf(local.changes).length === 0) return { state: 'saved' }
  const { changes, view } = local
  const path = `/applications/${id}`
  const answer = await call<EditableApplication>({ method: 'PATCH', path, version: view.version, body: changes })
  const now = store.get() ?? local
  if (answer.ok) {
    store.set({ ...now, view: answer.body, changes: remaining(now.changes, changes) })
    return send(id)
  }
  const { failure } = answer
  const { stored } = failure.facts
  if (failure.code === 'version-conflict' && isView(stored) && stored.version !== view.version) {
    store.set(meet(now, stored))
    return send(id)
  }
  return { state: waits.has(failure.code) || failure.code === 'sign-in-needed' ? 'kept' : 'refused', failure }
}

const running = new Map<string, Promise<Saved>>()

/** Stores at the server what was typed; one at a time, so that no change overtakes another. */
export const save = (id: string): Promise<Saved> => {
  const before = running.get(id)
  if (before) return before
  const work = send(id).finally(() => running.delete(id))
  running.set(id, work)
  return work
}
