import {
  type CheckPayment,
  type PaymentCheck,
  type PaymentState,
  type PaymentStatus,
  type PayStart,
} from '@app/contract'
import { call } from '@/shared/api/api'
import { type Answer, type Failure } from '@/shared/api/failure'
import { type CashierResult } from '@/shared/device/cashier-result'
import { openCashier } from '@/shared/device/pay'
import { attempts } from './attempts'

/** ms after the cashier's end at which WeChat is asked again. */
const questions = [2000, 5000, 10_000, 20_000]

export interface FlowState {
  /**
   * `loading`: nothing is known yet. `starting`: the order is being made. `at-cashier`: WeChat has the screen. `asking`: the server is asking WeChat,
   * and what comes next hangs on the answer. `idle`: it may be asking too, but nobody waits for it.
   */
  step: 'loading' | 'idle' | 'starting' | 'at-cashier' | 'asking'
  status?: PaymentStatus
  problem?: { of: 'start' | 'check'; failure: Failure } | undefined
  /** What the cashier said of a payment that the server does not know as paid. */
  said?: CashierResult | undefined
  /** Whether the person has asked by himself and it is open still. */
  askedAgain: boolean
}

/** Something may be on its way: WeChat is worth asking. */
const isOpen = (state: PaymentState) => state === 'payable' || state === 'confirming'

/** What the screen says: the server's word, but 确认中 while the phone said `ok` and the server has not heard of it, or could not be asked. */
export const shownState = ({ status, said, step, problem }: FlowState): PaymentState | undefined => {
  const unanswered = said !== undefined && (step === 'asking' || problem?.of === 'check')
  return status?.state === 'payable' && (said === 'ok' || unanswered) ? 'confirming' : status?.state
}

/** Whether WeChat was asked for it just now, or the server's books alone. */
type Source = 'asked' | 'stored'

/** One payment on one page. The server knows what is true; the cashier's own words only begin the asking. */
export class PaymentFlow {
  private readonly path: string
  private readonly listeners = new Set<() => void>()
  private timers: ReturnType<typeof setTimeout>[] = []
  private running: Promise<Answer<PaymentCheck>> | undefined
  private gone = false
  /** Counts taps on 去缴费: what an older one brings comes too late. */
  private tap = 0
  private state: FlowState

  constructor(private readonly id: string) {
    this.path = `/applications/${id}/payment`
    this.state = { step: 'loading', askedAgain: false, said: attempts.of(id) }
  }

  readonly get = () => this.state

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The page came to the front: at first, from another page, or from a cashier that said nothing. */
  readonly shown = () => {
    this.gone = false
    if (this.state.step === 'starting') return
    void (attempts.of(this.id) === undefined ? this.load() : this.ask())
  }

  /** The page is gone: an order that is being made opens no cashier over another page. */
  readonly left = () => {
    this.gone = true
    if (this.state.step !== 'at-cashier') this.tap += 1
    this.stop()
  }

  /** A tap on 去缴费. While one is under way, nothing. An earlier payment whose end is not known is asked for first. */
  readonly pay = async () => {
    if (this.state.step !== 'idle' || this.gone) return
    this.stop()
    const tap = (this.tap += 1)
    if (attempts.of(this.id) !== undefined) {
      await this.ask()
      if (this.state.problem || this.state.status?.state !== 'payable' || tap !== this.tap) return
      this.stop()
    }
    await this.start(tap)
  }

  /** A tap on 再查一次. */
  readonly again = async () => {
    if (this.state.step !== 'idle') return
    await this.ask()
    if (!this.state.problem) this.change({ askedAgain: true })
  }

  private async start(tap: number) {
    this.change({ step: 'starting', problem: undefined, said: undefined, askedAgain: false })
    const answer = await call<PayStart>({ method: 'POST', path: this.path, body: {} })
    if (!answer.ok) return this.refused(answer.failure)
    this.learn(answer.body.status)
    const { request } = answer.body
    if (!request || tap !== this.tap) return this.change({ step: 'idle' })
    attempts.keep(this.id, 'unknown')
    this.change({ step: 'at-cashier' })
    const said = await openCashier(request)
    if (tap !== this.tap) return
    attempts.keep(this.id, said)
    this.change({ said })
    await this.ask()
  }

  private async refused(failure: Failure) {
    this.change({ step: 'idle', problem: { of: 'start', failure } })
    if (failure.code !== 'payment-not-possible') return
    await this.load()
    // paid by another phone, or too late: the state says it, and better
    if (this.state.status?.state !== 'payable') this.change({ problem: undefined })
  }

  private async load() {
    const answer = await call<PaymentStatus>({ method: 'GET', path: this.path })
    this.take(answer, 'stored')
    if (this.state.step === 'loading') this.change({ step: 'idle' })
    if (answer.ok && answer.body.state === 'confirming' && this.state.step === 'idle') await this.ask()
  }

  /** WeChat could not be asked: at least what the server knows. */
  private async loadInstead() {
    const { problem } = this.state
    await this.load()
    if (!this.isDecided()) this.change({ problem })
  }

  /** Asks WeChat through the server: now, and a few times more by itself. */
  private async ask() {
    this.change({ step: 'asking', problem: undefined })
    this.take(await this.check())
    if (!this.state.status) await this.loadInstead()
    this.change({ step: 'idle' })
    this.stop()
    if (this.isDecided() || this.gone) return
    this.timers = questions.map((after) => setTimeout(() => void this.askLater(), after))
  }

  /** Nobody waits for this one: that it failed is no news. */
  private async askLater() {
    const answer = await this.check()
    if (answer.ok) this.learn(answer.body)
    if (this.isDecided()) this.stop()
  }

  /** One at a time: WeChat's answer to a question on its way is as good. */
  private check() {
    const { said } = this.state
    const body: CheckPayment = said ? { said } : {}
    this.running ??= call<PaymentCheck>({ method: 'POST', path: `${this.path}/check`, body }).finally(
      () => (this.running = undefined),
    )
    return this.running
  }

  private take(answer: Answer<PaymentStatus>, source: Source = 'asked') {
    if (answer.ok) this.learn(answer.body, source)
    else if (!this.state.problem) this.change({ problem: { of: 'check', failure: answer.failure } })
  }

  /** The server's word. What it knows the end of is asked for no more; an `ok` of the phone stays a question until it is paid. */
  private learn(status: PaymentStatus, source: Source = 'asked') {
    const { said, problem } = this.state
    const open = isOpen(status.state)
    const unpaid = source === 'asked' && status.state === 'payable' && said !== undefined && said !== 'ok'
    if (!open || unpaid) attempts.forget(this.id)
    this.change({ status, said: open ? said : undefined, problem: problem?.of === 'check' ? undefined : problem })
  }

  private isDecided() {
    const { status } = this.state
    return status !== undefined && !isOpen(status.state)
  }

  private stop() {
    this.timers.forEach(clearTimeout)
    this.timers = []
  }

  private change(changes: Partial<FlowState>) {
    this.state = { ...this.state, ...changes }
    this.listeners.forEach((listener) => listener())
  }
}
