import { type ChangeNoticeSettings, type NoticeSettings } from '@app/contract'
import { useState } from 'react'
import { call } from '@/shared/api/api'
import { type Answer, type Failure } from '@/shared/api/failure'
import { useLoaded } from '@/shared/api/use-loaded'
import { useBusy } from '@/shared/ui/use-busy'

const path = '/me/notice-settings'

const chosen = ({ wechat, email, pace }: NoticeSettings): ChangeNoticeSettings => ({ wechat, email, pace })

export type Way = 'wechat' | 'email' | 'pace'

/** The ways as the server has them. A change stands only once the server has it; what went wrong is said where it was tapped. */
export const useNoticeSettings = () => {
  const { body, failure, reload, set } = useLoaded<NoticeSettings>(path)
  const [problem, setProblem] = useState<{ of: Way; failure: Failure }>()
  const { busy, run } = useBusy()
  const send = async (of: Way, sending: Promise<Answer<NoticeSettings>>) => {
    const answer = await sending
    setProblem(answer.ok ? undefined : { of, failure: answer.failure })
    if (answer.ok) set(answer.body)
    return answer
  }
  const put = (of: Way, settings: NoticeSettings, changes: Partial<ChangeNoticeSettings>) =>
    send(of, call({ method: 'PUT', path, body: { ...chosen(settings), ...changes } }))
  const change = (of: Way, changes: Partial<ChangeNoticeSettings>) =>
    void (body && run(async () => void (await put(of, body, changes))))
  /** A code goes to the address; an empty one is forgotten. */
  const giveEmail = (address: string, done: () => void) =>
    void run(async () => {
      const answer = await send('email', call({ method: 'POST', path: '/me/email', body: { address } }))
      if (answer.ok) done()
    })
  /** Who gives an address wants to be told there. */
  const confirmEmail = (code: string, done: () => void) =>
    void run(async () => {
      const answer = await send('email', call({ method: 'POST', path: '/me/email/confirmation', body: { code } }))
      if (!answer.ok) return
      done()
      if (!answer.body.email) await put('email', answer.body, { email: true })
    })
  const problemOf = (way: Way) => (problem?.of === way ? problem.failure : undefined)
  return { settings: body, failure, problemOf, busy, reload, change, giveEmail, confirmEmail }
}

export type NoticeWays = ReturnType<typeof useNoticeSettings>
