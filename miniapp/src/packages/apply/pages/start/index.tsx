import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { type ApplicationSummary } from '@app/contract'
import { type Failure } from '@/shared/api/failure'
import { replace } from '@/shared/navigation'
import { agreedToAll } from '@/shared/session/account'
import { useAccount } from '@/shared/session/use-account'
import { FailurePage } from '@/shared/ui/failure-page'
import { Page } from '@/shared/ui/page'
import { beginApplication, goOnWith, unfinishedApplication } from '../../parts/draft/begin'
import { AlreadyBegun, Consents, openMine, SignInFirst } from '../../parts/start'

type Standing =
  | { kind: 'asking' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'begun'; mine: ApplicationSummary }
  | { kind: 'new' }

const title = '开始申报'

/** Sign-in, consent, and the draft; who has an application already goes on with that one. */
export default function Start() {
  const [standing, setStanding] = useState<Standing>({ kind: 'asking' })
  const ask = async () => {
    setStanding({ kind: 'asking' })
    const answer = await unfinishedApplication()
    if (!answer.ok) setStanding({ kind: 'failed', failure: answer.failure })
    else setStanding(answer.body ? { kind: 'begun', mine: answer.body } : { kind: 'new' })
  }
  useDidShow(() => void ask())
  const agreed = agreedToAll(useAccount())
  switch (standing.kind) {
    case 'asking':
      return <Page title={title} loading />
    case 'failed':
      return standing.failure.code === 'sign-in-needed' ? (
        <SignInFirst title={title} onSignedIn={() => void ask()} />
      ) : (
        <FailurePage title={title} failure={standing.failure} onRetry={() => void ask()} />
      )
    case 'begun':
      return !agreed ? (
        <Consents
          title={title}
          label="同意，接着填"
          note="个人信息的说明有更新。您填的都还在，看过、同意后接着填。"
          begin={goOnWith(standing.mine)}
          onBegun={() => openMine(standing.mine)}
        />
      ) : (
        <AlreadyBegun title={title} mine={standing.mine} />
      )
    case 'new':
      return (
        <Consents
          title={title}
          label="同意，开始填写"
          begin={beginApplication}
          onBegun={(id) => replace('apply', 'tasks', { id })}
        />
      )
  }
}
