import { type ApplicationView, type SupplementRequest } from '@app/contract'
import { useState } from 'react'
import { call, newKey } from '@/shared/api/api'
import { type Failure } from '@/shared/api/failure'
import { useLoaded } from '@/shared/api/use-loaded'
import { goBack } from '@/shared/navigation'
import { failureText } from '@/shared/texts/errors'
import { type ShownPaper } from '@/shared/upload/types'
import { BottomBar } from '@/shared/ui/bottom-bar'
import { useBusy } from '@/shared/ui/use-busy'

const ready = ({ pages }: ShownPaper) => pages.every(({ state: { kind } }) => kind === 'usable' || kind === 'hint')

/** In a draft nothing is sent yet, and what was returned has to be corrected first. */
const mayFollow = ({ state }: ApplicationView) => state !== 'draft' && !state.endsWith('-returned')

/** The application, where its promised paper may be sent now: not sent yet, or turned down. */
export const useSupplement = (id: string, paper: ShownPaper) => {
  const { body, reload } = useLoaded<ApplicationView>(`/applications/${id}`)
  const item = `papers.${paper.view.item.id}`
  const open = body?.supplements.find((one) => one.item === item && (one.state === 'open' || one.state === 'rejected'))
  return { view: body && mayFollow(body) && open ? body : undefined, reload }
}

const send = (view: ApplicationView, paper: string, key: string) => {
  const body: SupplementRequest = { paper }
  const path = `/applications/${view.id}/supplements`
  return call<ApplicationView>({ method: 'POST', path, body, key, version: view.version })
}

interface Props {
  view: ApplicationView
  paper: ShownPaper
  onAgain: () => void
  onChanged: () => void
}

/** 补交: what was promised goes to the office, once every page of it can be used. */
export const SupplementBar = ({ view, paper, onAgain, onChanged }: Props) => {
  const [key, setKey] = useState(newKey)
  const [failure, setFailure] = useState<Failure>()
  const { busy, run } = useBusy()
  const press = () =>
    void run(async () => {
      const answer = await send(view, paper.view.item.id, key)
      if (answer.ok) return goBack()
      setFailure(answer.failure)
      if (answer.failure.code !== 'version-conflict') return
      setKey(newKey())
      onChanged()
    })
  const waits = ready(paper) ? '补交后由工考办审查' : '还有页没传完或没检查完，好了才能补交'
  return (
    <BottomBar
      primary={{ label: '补交这份材料', onPress: press, busy, busyLabel: '正在补交…', disabled: !ready(paper) }}
      secondary={{ label: '再拍一页', onPress: onAgain }}
      note={failure ? failureText(failure) : waits}
    />
  )
}
