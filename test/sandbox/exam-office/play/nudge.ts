import { randomBytes } from 'node:crypto'
import { type Office } from '../office'
import { signedHeaders } from '../signing/signature'

const path = '/office/changes'

/** Tells the service that the feed has grown. What becomes of it does not matter: the feed is the truth. */
export class Nudges {
  private readonly running = new Set<Promise<void>>()

  constructor(private readonly office: Office) {}

  send(): void {
    const { nudge } = this.office.switches
    if (nudge === 'off' || !this.office.bffUrl) return
    for (let left = nudge === 'twice' ? 2 : 1; left > 0; left -= 1) {
      const run: Promise<void> = this.post(this.office.bffUrl).finally(() => this.running.delete(run))
      this.running.add(run)
    }
  }

  /** Until none is on its way. */
  async settled(): Promise<void> {
    await Promise.all(this.running)
  }

  private async post(bffUrl: string): Promise<void> {
    const key = this.office.keys[0]
    if (!key) return
    const body = JSON.stringify({ newestSeq: this.office.feed.newest() })
    const nonce = randomBytes(18).toString('base64url')
    const headers = signedHeaders(key, ['POST', path], nonce, this.office.clock.now(), body)
    if (this.office.switches.nudge === 'bad-signature') headers['x-signature'] = Buffer.alloc(32).toString('base64')
    const signal = AbortSignal.timeout(5_000)
    await fetch(bffUrl + path, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
      signal,
    }).catch(() => undefined)
  }
}
