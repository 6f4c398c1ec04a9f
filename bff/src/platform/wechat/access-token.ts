import { setTimeout as pause } from 'node:timers/promises'
import { Injectable } from '@nestjs/common'
import { Settings } from '../settings/settings'
import { addSeconds, Clock } from '../time/clock'
import type { WechatResult } from './errcodes'
import { TokenStore, type StoredToken } from './token-store'
import { WechatHttp } from './wechat-http'

const marginSeconds = 300
const waits = 100
const waitMilliseconds = 50

/** WeChat's access token: renewed five minutes early, by one process at a time, and asked for once within a process. */
@Injectable()
export class AccessToken {
  private known: StoredToken | undefined
  private loading: Promise<WechatResult<string>> | undefined

  constructor(
    private readonly store: TokenStore,
    private readonly http: WechatHttp,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** `refused`: WeChat does not take this one any more, whatever its time says. */
  async get(refused?: string): Promise<WechatResult<string>> {
    if (this.known && this.isFresh(this.known, refused)) return { ok: true, value: this.known.value }
    this.loading ??= this.load(refused).finally(() => (this.loading = undefined))
    return this.loading
  }

  private async load(refused: string | undefined): Promise<WechatResult<string>> {
    for (let turn = 0; turn < waits; turn += 1) {
      const stored = await this.store.read()
      if (stored && this.isFresh(stored, refused)) return this.keep(stored)
      const version = await this.store.lease()
      if (version !== undefined) return this.renew(version, refused)
      // Another process is renewing it: the old one still serves meanwhile, unless WeChat has refused it.
      if (stored && stored.value !== refused && stored.expiresAt > this.clock.now()) {
        return { ok: true, value: stored.value }
      }
      await pause(waitMilliseconds)
    }
    return { ok: false, failure: 'busy' }
  }

  private async renew(version: number, refused: string | undefined): Promise<WechatResult<string>> {
    // Another process may have renewed it between our reading and our lease.
    const stored = await this.store.read()
    if (stored && this.isFresh(stored, refused)) {
      await this.store.release(version)
      return this.keep(stored)
    }
    const answer = await this.ask()
    await this.store.release(version, answer.ok ? answer.value : undefined)
    return answer.ok ? this.keep(answer.value) : answer
  }

  private async ask(): Promise<WechatResult<StoredToken>> {
    const { wechatAppId: appid, wechatAppSecret: secret } = this.settings
    const body = { grant_type: 'client_credential', appid, secret, force_refresh: false }
    const answer = await this.http.post('/cgi-bin/stable_token', {}, body)
    if (!answer.ok) return answer
    const { access_token: value, expires_in: life } = answer.value
    if (typeof value !== 'string' || typeof life !== 'number') return { ok: false, failure: 'unexpected' }
    const now = this.clock.now()
    const margin = Math.min(marginSeconds, life / 2)
    return { ok: true, value: { value, renewAt: addSeconds(now, life - margin), expiresAt: addSeconds(now, life) } }
  }

  private isFresh(token: StoredToken, refused: string | undefined): boolean {
    return token.value !== refused && token.renewAt > this.clock.now()
  }

  private keep(token: StoredToken): WechatResult<string> {
    this.known = token
    return { ok: true, value: token.value }
  }
}
