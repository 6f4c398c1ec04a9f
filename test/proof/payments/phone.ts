import { randomUUID } from 'node:crypto'
import { type PaymentStatus, type PayStart } from '@app/contract'
import { type World } from './world'

export interface Answered {
  /** 0: nothing came. */
  status: number
  body: unknown
}

const patienceMs = 20_000

/** One device of one account. It talks to any of the web processes, which may be dead just then, and takes what comes. */
export class Phone {
  private constructor(
    private readonly world: World,
    private readonly person: string,
    readonly accountId: string,
    private token: string,
  ) {}

  static async signIn(world: World, person: string): Promise<Phone> {
    const { account, accessToken } = await session(world, person)
    return new Phone(world, person, account.id, accessToken)
  }

  /** Begins to pay. Answers the prepay id that goes to the cashier; undefined where there is none. */
  async start(applicationId: string, web?: number): Promise<string | undefined> {
    const { status, body } = await this.call('POST', `/applications/${applicationId}/payment`, web)
    if (status !== 200) return undefined
    return (body as PayStart).request?.package.replace('prepay_id=', '')
  }

  check(applicationId: string): Promise<Answered> {
    return this.call('POST', `/applications/${applicationId}/payment/check`)
  }

  async look(applicationId: string): Promise<PaymentStatus | undefined> {
    const { status, body } = await this.call('GET', `/applications/${applicationId}/payment`)
    return status === 200 ? (body as PaymentStatus) : undefined
  }

  withdraw(applicationId: string, version: number): Promise<Answered> {
    return this.call('POST', `/applications/${applicationId}/withdrawal`, undefined, {
      headers: { 'if-match': `"${version}"`, 'idempotency-key': randomUUID(), 'content-type': 'application/json' },
      body: '{}',
    })
  }

  /** Signs in anew where the season's clock has ended the session. */
  private async call(method: string, path: string, web = this.anyWeb(), content: RequestInit = {}): Promise<Answered> {
    const send = (): Promise<Answered> => ask(`${this.world.webUrls[web]}/api/v1${path}`, method, this.token, content)
    const answer = await send()
    if (answer.status !== 401) return answer
    this.token = (await session(this.world, this.person)).accessToken
    return send()
  }

  private anyWeb(): number {
    return Math.floor(Math.random() * this.world.webUrls.length)
  }
}

async function ask(url: string, method: string, token: string, content: RequestInit): Promise<Answered> {
  const headers = { ...content.headers, ...(token && { authorization: `Bearer ${token}` }) }
  try {
    const answer = await fetch(url, { ...content, method, headers, signal: AbortSignal.timeout(patienceMs) })
    return { status: answer.status, body: JSON.parse(await answer.text()) }
  } catch {
    return { status: 0, body: undefined }
  }
}

interface Session {
  account: { id: string }
  accessToken: string
}

/** Tries until one of the web processes lives. */
async function session(world: World, person: string): Promise<Session> {
  for (let tries = 0; tries < 40; tries += 1) {
    const body = JSON.stringify({ code: await world.standIns.loginCode(person) })
    const url = `${world.webUrls[tries % world.webUrls.length]}/api/v1/session`
    const answer = await ask(url, 'POST', '', { body, headers: { 'content-type': 'application/json' } })
    if (answer.status === 201) return answer.body as Session
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('nobody can sign in')
}
