import { type ApproveRequest, type ReturnRequest, type ReviewView } from '@app/contract'
import { useState } from 'react'
import { call, newKey } from '@/shared/api/api'
import { type Failure } from '@/shared/api/failure'
import { actorText, eventWords } from '@/shared/texts/events'
import { failureText } from '@/shared/texts/errors'
import { momentText } from '@/shared/texts/instants'

interface Decision {
  step: 'approval' | 'return'
  body: ApproveRequest | ReturnRequest
}

const others = new Set(['version-conflict', 'not-possible-now'])

/** What another contact decided, or the person changed, before this decision came. */
const before = async (id: string): Promise<string> => {
  const answer = await call<ReviewView>({ method: 'GET', path: `/unit-desk/applications/${id}` })
  const last = answer.ok ? answer.body.timeline[0] : undefined
  if (!last) return '这份申报刚有变动，您这次没有办成。请回去再打开一次。'
  return `刚有别人先办了：${momentText(last.at)}，${actorText(last)}，${eventWords(last.event).title.replace('您', '本人')}。您这次没有办成，不用再办。`
}

const wordsOf = (id: string, failure: Failure) =>
  others.has(failure.code) ? before(id) : Promise.resolve(failureText(failure))

/** Sends one decision; the key is kept, so that a repeat after a lost answer decides nothing twice. */
export const useDecision = (view: Pick<ReviewView, 'id' | 'version'>) => {
  const [key] = useState(newKey)
  const [problem, setProblem] = useState<string>()
  /** Someone else was first: there is nothing left to decide. */
  const [over, setOver] = useState(false)
  const decide = async ({ step, body }: Decision): Promise<boolean> => {
    const path = `/unit-desk/applications/${view.id}/${step}`
    const answer = await call<ReviewView>({ method: 'POST', path, body, key, version: view.version })
    setOver(!answer.ok && others.has(answer.failure.code))
    setProblem(answer.ok ? undefined : await wordsOf(view.id, answer.failure))
    return answer.ok
  }
  return { problem, over, decide }
}
