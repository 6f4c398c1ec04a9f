import { Logger } from '@nestjs/common'
import type { Merchant } from './merchant'
import { Plugin, type PluginAnswer, type PluginCall } from './plugin'
import type { PayResult } from './trade'
import { fieldsOf, jsonOf, textOf } from './wire-fields'

export interface PayCall extends Omit<PluginCall, 'signal'> {
  /** For the log, where the path would name the order. */
  name: string
  /** In all, whatever has to be repeated. */
  timeoutMilliseconds: number
}

type Answer = Extract<PluginAnswer, { kind: 'answer' }>

/** Takes a good answer's data; undefined: not what was asked for. */
export type Read<T> = (data: unknown) => { value: T } | undefined

/** One call to WeChat Pay, and what may be concluded from its answer. */
export class PayHttp {
  private readonly logger = new Logger('wechat-pay')
  private readonly plugin: Plugin

  constructor(merchant: Merchant) {
    this.plugin = new Plugin(merchant)
  }

  async call<T>(call: PayCall, read: Read<T>): Promise<PayResult<T>> {
    const answer = await this.verified(call)
    if (answer.kind === 'answer') return this.conclude(call, answer, read)
    if (answer.kind === 'none')
      this.logger.warn({ call: call.name, reason: answer.reason }, 'WeChat Pay did not answer')
    return { kind: 'unknown', reason: answer.reason }
  }

  /** What cannot be verified may be a probe of WeChat Pay, so a reading is repeated once. Nothing else is: the caller asks what became of it. */
  private async verified({ name, timeoutMilliseconds, ...call }: PayCall): Promise<PluginAnswer> {
    const signal = AbortSignal.timeout(timeoutMilliseconds)
    const first = await this.plugin.send({ ...call, signal })
    if (first.kind !== 'unverified') return first
    this.logger.warn({ call: name, ...told(first) }, unverified)
    if (call.method !== 'GET') return first
    const second = await this.plugin.send({ ...call, signal })
    if (second.kind === 'unverified')
      this.logger.error({ call: name, ...told(second) }, `${unverified}, twice in a row`)
    return second
  }

  private conclude<T>({ name: call }: PayCall, answer: Answer, read: Read<T>): PayResult<T> {
    const { status, requestId } = answer
    if (status === 200 || status === 204) {
      const result = read(answer.data)
      if (result) {
        this.logger.debug({ call, status, requestId }, 'WeChat Pay answered')
        return { kind: 'ok', value: result.value }
      }
      this.logger.error({ call, status, requestId }, 'an answer of WeChat Pay that we cannot read')
      return { kind: 'unknown', reason: 'unreadable answer' }
    }
    const code = codeOf(answer.data)
    if (code === undefined || !isDefinite(status, code)) {
      this.logger.warn({ call, status, code, requestId }, 'WeChat Pay did not say what became of it')
      return { kind: 'unknown', reason: `status ${status}${code === undefined ? '' : ` ${code}`}` }
    }
    this.logger[ours.has(code) ? 'error' : 'log']({ call, status, code, requestId }, 'WeChat Pay refused a call')
    return { kind: 'refused', code, status }
  }
}

const unverified = 'an answer that cannot be verified as from WeChat Pay'

const told = ({ reason, requestId }: Extract<PluginAnswer, { kind: 'unverified' }>): object => ({ reason, requestId })

/** Two spellings live side by side, with and without underscores. The message beside it is not read: it echoes what was sent. */
function codeOf(data: unknown): string | undefined {
  const { code } = fieldsOf(Buffer.isBuffer(data) ? jsonOf(data) : data)
  const text = textOf(code)
  return text !== undefined && /^\w{1,64}$/.test(text) ? text.replaceAll('_', '').toUpperCase() : undefined
}

/** Busy or in between, whatever status comes with them. */
const undecided = new Set(['SYSTEMERROR', 'BANKERROR', 'FREQUENCYLIMITED', 'RATELIMITEXCEEDED', 'USERPAYING'])

const isDefinite = (status: number, code: string): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 429 && !undecided.has(code)

/** Refusals that somebody has to repair on our side: keys, clock, configuration, what we send. */
const ours = new Set(['SIGNERROR', 'PARAMERROR', 'NOAUTH', 'APPIDMCHIDNOTMATCH', 'MCHNOTEXISTS', 'INVALIDREQUEST'])
