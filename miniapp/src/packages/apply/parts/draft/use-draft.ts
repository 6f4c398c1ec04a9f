import { type ApplicationForm, type EditableApplication, type EditDraft, type FormKey } from '@app/contract'
import { type Facts, type Grade } from '@app/shared-rules'
import { useDidHide, useDidShow, useUnload } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/shared/api/api'
import { type Failure } from '@/shared/api/failure'
import { useStored } from '@/shared/storage/stored'
import { type LocalDraft, localDraft } from '@/shared/storage/local-draft'
import { merged, together } from './parts'
import { meet, save, type Saved } from './save'

export interface Draft {
  id: string
  view: EditableApplication
  form: ApplicationForm
  facts: Facts
  grade?: Grade
  /** Keeps it on the phone at once; the server gets it with `store`. */
  change: (edit: EditDraft) => void
  store: () => Promise<Saved>
  /** May this part be changed now? After a return only what was returned. */
  mayEdit: (part: `form.${FormKey}` | `facts.${string}` | 'grade') => boolean
}

export interface Opened {
  draft?: Draft
  local?: LocalDraft
  failure?: Failure
  saved?: Saved
  reload: () => void
}

const keep = (id: string, edit: EditDraft) => {
  const store = localDraft(id)
  const now = store.get()
  if (now) store.set({ ...now, changes: together(now.changes, edit) })
}

/** The server's copy, with what this phone has not sent laid beside it. */
const load = async (id: string): Promise<Failure | undefined> => {
  const store = localDraft(id)
  const answer = await call<EditableApplication>({ method: 'GET', path: `/applications/${id}/edit` })
  if (!answer.ok) return answer.failure
  const now = store.get()
  // an answer that a later save has overtaken
  if (now && answer.body.version < now.view.version) return undefined
  if (!now?.conflict) store.set(now ? meet(now, answer.body) : { view: answer.body, changes: {} })
  return undefined
}

const mayEdit = (editable: readonly string[], part: string) =>
  editable.some((item) => item === '*' || item === part || item.startsWith(`${part}.`) || item.startsWith(`${part}[`))

/** An application of this account, to be filled in or mended. Works on without network from what the phone holds. */
export const useDraft = (id: string): Opened => {
  const local = useStored(localDraft(id))
  const [failure, setFailure] = useState<Failure>()
  const [saved, setSaved] = useState<Saved>()
  const store = async () => {
    const outcome = await save(id)
    setSaved(outcome)
    return outcome
  }
  const reload = () =>
    void load(id)
      .then((found) => (found ? setFailure(found) : setFailure(undefined)))
      .then(store)
  useDidShow(reload)
  useDidHide(() => void store())
  useUnload(() => void store())
  const state = { reload, ...(failure ? { failure } : {}), ...(saved ? { saved } : {}) }
  if (!local) return state
  const { view, changes } = local
  const change = (edit: EditDraft) => keep(id, edit)
  const may = (part: string) => mayEdit(view.editable, part)
  return { ...state, local, draft: { id, view, ...merged(view, changes), change, store, mayEdit: may } }
}
