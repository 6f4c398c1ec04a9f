import { type Verdict } from '@app/shared-rules'
import { useEffect, useState } from 'react'
import { refreshCampaign } from '@/shared/api/campaign'
import { type Failure } from '@/shared/api/failure'
import { replace } from '@/shared/navigation'
import { type PaperPages } from '@/shared/upload/types'
import { useBusy } from '@/shared/ui/use-busy'
import { nextPaper } from '../papers/paper-summary'
import { submit } from './submit'

/** ms between two tries where the server still looks at pages that this phone thinks are done. */
const again = 2000

interface Waiting {
  acknowledged?: Verdict
  /** The server said so: not at once again. */
  refused: boolean
}

const onTheWay = ({ unsent, checking }: PaperPages) => unsent + checking

/** Goes on once no page is on its way; stops where a page turned out to be of no use. */
const useWaiting = (pages: PaperPages, send: (acknowledged?: Verdict) => void) => {
  const [waiting, setWaiting] = useState<Waiting>()
  const left = onTheWay(pages)
  const broken = nextPaper(pages.papers) !== undefined
  useEffect(() => {
    if (!waiting) return undefined
    if (broken) return setWaiting(undefined)
    if (left > 0) return undefined
    const go = () => {
      setWaiting(undefined)
      send(waiting.acknowledged)
    }
    const timer = setTimeout(go, waiting.refused ? again : 0)
    return () => clearTimeout(timer)
  }, [waiting, left, broken]) // eslint-disable-line react-hooks/exhaustive-deps -- `send` is as good of any drawing
  return { waiting: waiting !== undefined, wait: setWaiting, stop: () => setWaiting(undefined) }
}

/** One submission: waits for pages on their way, goes out by itself then; `unanswered`: one that was begun before. */
export const useSubmission = (id: string, unanswered: boolean, pages: PaperPages) => {
  const [failure, setFailure] = useState<Failure>()
  const { busy, run } = useBusy()
  const send = (acknowledged?: Verdict) =>
    void run(async () => {
      setFailure(undefined)
      const asked = acknowledged ? { acknowledged } : {}
      if (onTheWay(pages) > 0) return wait({ ...asked, refused: false })
      const outcome = await submit(id, acknowledged)
      if (outcome.state === 'submitted') replace('apply', 'result', { id })
      if (outcome.state !== 'failed') return
      if (outcome.failure.code === 'pages-checking') {
        await pages.reload()
        return wait({ ...asked, refused: true })
      }
      setFailure(outcome.failure)
      // the server computed with newer data of the office: from now on this phone does too
      if (outcome.failure.code === 'verdict-differs') void refreshCampaign()
      if (outcome.failure.code === 'form-incomplete') void pages.reload()
    })
  const { waiting, wait, stop } = useWaiting(pages, send)
  // the app was closed, or the network went, before the answer came: ask for it
  useEffect(() => {
    if (unanswered) send()
  }, [unanswered]) // eslint-disable-line react-hooks/exhaustive-deps -- once, when such a submission is found
  return { failure, busy, send, waiting, stop }
}

/** What it waits for, in words; that it may be left, and what leaving means. */
export const waitingText = ({ unsent, checking }: PaperPages) => {
  const what = [unsent > 0 && `${unsent} 页在上传`, checking > 0 && `${checking} 页在检查`].filter(Boolean).join('、')
  return `还有 ${what || '材料在检查'}，好了会自动提交，请留在这一页。有事可以先离开：填的和拍的都不会丢，回来再点一次提交。`
}
