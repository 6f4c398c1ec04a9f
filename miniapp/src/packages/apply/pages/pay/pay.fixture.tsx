import { type PaymentStatus } from '@app/contract'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { session } from '../../../../../test/draft'
import { answerWith } from '../../../../../test/mocks/server'
import Taro, { router } from '../../../../../test/mocks/taro'
import { payRequest } from '../../../../../test/payment'
import { keep, tokens } from '@/shared/session/tokens'
import { attempts } from '../../parts/pay/attempts'
import Pay from './index'

export const route = {
  status: 'GET /applications/app-1/payment',
  start: 'POST /applications/app-1/payment',
  check: 'POST /applications/app-1/payment/check',
}

type Routes = Parameters<typeof answerWith>[0]
const day = { status: 200, body: { now: '2023-04-02T01:00:00.000Z', day: '2023-04-02', time: '09:00:00' } }

export const ok = (body: PaymentStatus) => ({ status: 200, body })
export const started = (status: PaymentStatus) => ({ status: 200, body: { status, request: payRequest } })

/** The page, opened while the server says `first`. */
export const open = async (first: PaymentStatus, routes: Routes = {}) => {
  keep(session)
  router.params = { id: 'app-1' }
  const server = answerWith({ 'GET /time': day, [route.status]: ok(first), [route.start]: started(first), ...routes })
  render(<Pay />)
  await act(async () => undefined)
  return server
}

/** The app is killed; what it had stored stays. */
export const kill = () => cleanup()

/** Nothing of one test is left for the next. */
export const clear = () => {
  cleanup()
  act(() => tokens.clear())
  attempts.forget('app-1')
}

export const button = (name: string | RegExp) => screen.queryByRole('button', { name })
export const tap = async (name: string | RegExp) => {
  await userEvent.click(screen.getByRole('button', { name }))
  await act(async () => undefined)
}
export const sees = (words: string | RegExp) => expect(screen.getByText(words)).toBeInTheDocument()
export const seesNot = (words: string | RegExp) => expect(screen.queryByText(words)).not.toBeInTheDocument()

interface Told {
  complete?: (result: object) => void
}

/** A cashier on which the test is the person and WeChat; it ends when one of these is called, or never. */
export const cashier = () => {
  const told: { ok: () => Promise<void>; fail: (words: string) => Promise<void> }[] = []
  const opened = jest.fn(({ complete }: Told) => {
    const ends = (errMsg: string) => act(async () => complete?.({ errMsg: `requestPayment:${errMsg}` }))
    told.push({ ok: () => ends('ok'), fail: (words) => ends(`fail ${words}`) })
    // as WeChat does where a callback is given
    return undefined
  })
  Object.assign(Taro, { requestPayment: opened })
  const last = () => {
    const now = told.at(-1)
    if (!now) throw new Error('no cashier is open')
    return now
  }
  return {
    times: () => opened.mock.calls.length,
    ok: () => last().ok(),
    fail: (words: string) => last().fail(words),
  }
}
