import { type Account, type ApplicationSummary, type ApplicationView, type CreateDraft, type Page } from '@app/contract'
import { call, newKey } from '@/shared/api/api'
import { builtInPack } from '@/shared/api/campaign'
import { type Answer } from '@/shared/api/failure'
import { giveConsent } from '@/shared/session/account'
import { answers } from '@/shared/storage/answers'
import { stored } from '@/shared/storage/stored'
import { privacy, sensitive } from '@/shared/texts/consents'

/** Key of a draft that has been asked for without an answer yet: a repeat makes no second one. */
const asking = stored('asking-for-draft', (raw) => (typeof raw === 'string' ? raw : undefined))

const unknown = new Set(['offline', 'unreachable', 'timeout', 'unreadable', 'internal'])

const create = async (): Promise<Answer<ApplicationView>> => {
  const { facts, grade } = answers.get()
  const body: CreateDraft = {
    campaign: builtInPack,
    facts,
    ...(grade ? { grade } : {}),
    consentVersion: privacy.version,
  }
  const key = asking.get() ?? newKey()
  asking.set(key)
  const answer = await call<ApplicationView>({ method: 'POST', path: '/applications', body, key })
  if (answer.ok || !unknown.has(answer.failure.code)) asking.clear()
  // the answers were changed since the first try: this is another draft, under a key of its own
  return !answer.ok && answer.failure.code === 'idempotency-key-reused' ? create() : answer
}

/** Records both consents to the words as they are now. */
const agree = async (): Promise<Answer<Account>> => {
  const given = await giveConsent('privacy', privacy.version)
  return given.ok ? giveConsent('sensitive-data', sensitive.version) : given
}

/** Both consents, then the draft with the answers of the self-check. */
export const beginApplication = async (): Promise<Answer<{ id: string }>> => {
  const given = await agree()
  return given.ok ? create() : given
}

/** Both consents anew: the words have changed since this draft was begun. */
export const goOnWith =
  ({ id }: ApplicationSummary) =>
  async (): Promise<Answer<{ id: string }>> => {
    const given = await agree()
    return given.ok ? { ...given, body: { id } } : given
  }

/** The application of this year that the account has already: one goes on with it. */
export const unfinishedApplication = async (): Promise<Answer<ApplicationSummary | undefined>> => {
  const answer = await call<Page<ApplicationSummary>>({ method: 'GET', path: '/applications' })
  if (!answer.ok) return answer
  const body = answer.body.items.find(({ campaign, stage }) => campaign === builtInPack && stage !== 'ended')
  return { ...answer, body }
}
