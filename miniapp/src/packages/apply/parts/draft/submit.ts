import { type ApplicationView, type PhoneVerdict, type SubmitRequest } from '@app/contract'
import { assess, type Verdict } from '@app/shared-rules'
import { call, newKey } from '@/shared/api/api'
import { campaignCopy, currentPack } from '@/shared/api/campaign'
import { type Answer, type Failure } from '@/shared/api/failure'
import { localDraft } from '@/shared/storage/local-draft'
import { merged } from './parts'
import { save } from './save'

export type Submitted = { state: 'submitted' } | { state: 'conflict' } | { state: 'failed'; failure: Failure }

/** Answers that leave it open whether it was done: the same key again finds out. */
const open = new Set(['offline', 'unreachable', 'timeout', 'unreadable', 'internal', 'not-ready', 'too-many-requests'])

/** What this phone computes for the grade applied for. */
const phoneVerdict = (id: string): PhoneVerdict => {
  const pack = currentPack()
  const local = localDraft(id).get()
  const { facts = {}, grade } = local ? merged(local.view, local.changes) : {}
  const verdict = grade ? assess(pack, facts).grades[`${grade}`].verdict : 'incomplete'
  const version = campaignCopy.get()?.campaign.referenceVersion
  return { verdict, pack: pack.id, ...(version ? { referenceVersion: version } : {}) }
}

const post = async (id: string): Promise<Answer<ApplicationView> | undefined> => {
  const store = localDraft(id)
  const local = store.get()
  if (!local?.sending) return undefined
  const { key, request } = local.sending
  const step = local.view.actions.includes('correct') ? 'correction' : 'submission'
  const path = `/applications/${id}/${step}`
  const answer = await call<ApplicationView>({ method: 'POST', path, body: request, key, version: local.view.version })
  if (!answer.ok && open.has(answer.failure.code)) return answer
  if (answer.ok) store.clear()
  else {
    const { sending: _done, ...rest } = store.get() ?? local
    store.set(rest)
  }
  return answer
}

/**
 * Stores what was typed, then submits. Its key is on the phone until an answer came: a second tap, a retry or the app opened
 * again makes no second application. `acknowledged`: the server's verdict that the person saw and goes on with.
 */
export const submit = async (id: string, acknowledged?: Verdict): Promise<Submitted> => {
  const stored = await save(id)
  if (stored.state === 'conflict') return { state: 'conflict' }
  const store = localDraft(id)
  const local = store.get()
  if (!local) return { state: 'submitted' }
  if (stored.state !== 'saved' && !local.sending) return { state: 'failed', failure: stored.failure }
  const request: SubmitRequest = {
    phoneVerdict: phoneVerdict(id),
    ...(acknowledged ? { acknowledgedVerdict: acknowledged } : {}),
  }
  const sending = acknowledged ? undefined : local.sending
  store.set({ ...local, sending: sending ?? { key: newKey(), request } })
  const answer = await post(id)
  if (!answer || answer.ok) return { state: 'submitted' }
  return { state: 'failed', failure: answer.failure }
}
