import { Injectable, Logger } from '@nestjs/common'
import { Settings } from '../settings/settings'
import { meaningOf, type WechatResult } from './errcodes'

type Fields = Readonly<Record<string, unknown>>

/**
 * One call to WeChat: 5 s at most, no redirect, never repeated here. Its addresses bear secrets, so they are never
 * logged. WeChat answers 200 whatever happens, and labels JSON as text/plain now and then.
 */
@Injectable()
export class WechatHttp {
  private readonly logger = new Logger('wechat')

  constructor(private readonly settings: Settings) {}

  async get(path: string, query: Record<string, string>): Promise<WechatResult<Fields>> {
    return this.send(path, query, { method: 'GET' })
  }

  async post(path: string, query: Record<string, string>, body: object): Promise<WechatResult<Fields>> {
    const headers = { 'content-type': 'application/json' }
    return this.send(path, query, { method: 'POST', headers, body: JSON.stringify(body) })
  }

  private async send(path: string, query: Record<string, string>, init: RequestInit): Promise<WechatResult<Fields>> {
    const address = `${this.settings.wechatBaseUrl}${path}?${new URLSearchParams(query).toString()}`
    try {
      const response = await fetch(address, { ...init, redirect: 'error', signal: AbortSignal.timeout(5000) })
      return this.read(path, JSON.parse(await response.text()))
    } catch (error) {
      // The message of a failed fetch may quote the address.
      this.logger.warn({ path, reason: error instanceof Error ? error.name : 'unknown' }, 'WeChat did not answer')
      return { ok: false, failure: 'busy', ...(!neverConnected(error) && { unanswered: true }) }
    }
  }

  private read(path: string, answer: unknown): WechatResult<Fields> {
    if (typeof answer !== 'object' || answer === null) return { ok: false, failure: 'unexpected', unanswered: true }
    const fields: Fields = Object.fromEntries(Object.entries(answer))
    const errcode = Number(fields['errcode'] ?? 0)
    if (errcode === 0) return { ok: true, value: fields }
    const failure = meaningOf(errcode)
    const loud = ['configuration', 'invalid', 'unexpected'].includes(failure)
    const field = fieldOf(fields['errmsg'])
    this.logger[loud ? 'error' : 'debug'](
      { path, errcode, field, rid: ridOf(fields['errmsg']) },
      'WeChat refused a call',
    )
    return { ok: false, failure, errcode, ...(field !== undefined && { field }) }
  }
}

/** The number by which WeChat's support finds the call. */
const ridOf = (errmsg: unknown): string | undefined => /rid: ([0-9a-f-]{10,40})/.exec(String(errmsg))?.[1]

/** `argument invalid! data.thing18.value invalid` */
const fieldOf = (errmsg: unknown): string | undefined => /\bdata\.(\w{1,40})\.value\b/.exec(String(errmsg))?.[1]

/** Then nothing can have been done at WeChat. */
function neverConnected(error: unknown): boolean {
  const code = fieldIn(fieldIn(error, 'cause'), 'code')
  return typeof code === 'string' && notConnected.has(code)
}

const fieldIn = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

const notConnected: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])
