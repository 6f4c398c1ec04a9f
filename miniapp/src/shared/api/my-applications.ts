import { type ApplicationSummary, type Page } from '@app/contract'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { hasReturnedCode } from '../device/sign-in'
import { tokens } from '../session/tokens'
import { call } from './api'
import { type Failure } from './failure'

interface Mine {
  /** undefined: not loaded yet, or no one is signed in. */
  items?: ApplicationSummary[]
  failure?: Failure
  loading: boolean
}

/** The applications of the account, asked each time the page is shown; nothing is asked while no one is signed in. */
export const useMyApplications = () => {
  const [mine, setMine] = useState<Mine>({ loading: tokens.get() !== undefined })
  const load = async () => {
    if (!tokens.get() && !hasReturnedCode()) return setMine({ loading: false })
    const answer = await call<Page<ApplicationSummary>>({ method: 'GET', path: '/applications' })
    setMine((before) =>
      answer.ok ? { items: answer.body.items, loading: false } : { ...before, failure: answer.failure, loading: false },
    )
  }
  useDidShow(() => void load())
  return { ...mine, reload: () => void load() }
}
