import { type ChangeNoticeSettings, type NoticeSettings } from '@app/contract'
import { useState } from 'react'
import { call } from '@/shared/api/api'
import { type Answer, type Failure } from '@/shared/api/failure'
import { useLoaded } from '@/shared/api/use-loaded'
import { useBusy } from '@/shared/ui/use-busy'

const path = '/me/notice-settings'

const chosen = ({ wechat, email, pace }: NoticeSettings): ChangeNoticeSettings => ({ wechat, email, pace })

/** The ways as the server has them. A change stands only once the server has it. */
export const useNoticeSettings = () => {
  const { body, failure, reload, set } = useLoaded<NoticeSettings>(path)
  const [problem, setProblem] = useState<Failure>()
  const { busy, run } = useBusy()
  const send = async (sending: Promise<Answer<NoticeSettings>>) => {
    const answer = await sending
    setProblem(answer.ok ? undefined : answer.failure)
    if (answer.ok) set(answer.body)
    return answer
  }
  const put = (settings: NoticeSettings, changes: Partial<ChangeNoticeSettings>) =>
    send(call({ method: 'PUT', path, body: { ...chosen(settings), ...changes } }))
  return {
    settings: body,
    failure,
    problem,
    busy,
    reload,
    change: (changes: Partial<ChangeNoticeSettings>) => void (body && run(async () => void (await put(body, changes)))),
    /** A code goes to the address; an empty one is forgotten. True: done. */
    giveEmail: (address: string, done: () => void) =>
      void run(async () => {
        const answer = await send(call({ method: 'POST', path: '/me/email', body: { address } }))
        if (answer.ok) done()
      }),
    /** Who gives an address wants to be told there. */
    confirmEmail: (code: string, done: () => void) =>
      void run(async () => {
        const answer = await send(call({ method: 'POST', path: '/me/email/confirmation', body: { code } }))
        if (!answer.ok) return
        done()
        if (!answer.body.email) await put(answer.body, { email: true })
      }),
  }
}

export type NoticeWays = ReturnType<typeof useNoticeSettings>
