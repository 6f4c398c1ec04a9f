import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createPool, type Pool } from 'mysql2/promise'
import { type FollowedClock, followClock } from '../../sandbox/clock/follow-clock'
import { type CaughtMail } from '../../sandbox/mail/caught-mail'
import { templatesSetting } from '../../sandbox/wechat/messages/sample-templates'
import { type ReceivedMessage } from '../../sandbox/wechat/messages/types'
import { type MariadbServer } from '../../support/mariadb'
import { freePort } from '../../support/ports'
import { Child, type Program } from '../payments/child'
import {
  type Addresses,
  bffProgram,
  clockProgram,
  mailProgram,
  messageKeys,
  type Shared,
  standInPrograms,
} from '../payments/programs'
import { makeDatabase } from '../payments/world'

const workerCount = 3
const slowMs = 120

/** Workers on one database, and everything that they send to, each a process of its own. */
export class World {
  private constructor(
    readonly folder: string,
    readonly workers: readonly Child[],
    /** For a process of the proof that writes notices. */
    readonly bffSettings: Readonly<Record<string, string>>,
    readonly clock: FollowedClock,
    readonly database: Pool,
    private readonly urls: { wechat: string; mail: string },
    private readonly others: readonly Child[],
  ) {}

  static async open(server: Pick<MariadbServer, 'host' | 'port' | 'user' | 'password'>): Promise<World> {
    const folder = mkdtempSync(path.join(tmpdir(), 'proof-notices-'))
    const address = async (): Promise<string> => `http://127.0.0.1:${await freePort()}`
    // Nobody listens at the door: what phones and WeChat would tell us is not part of this.
    const at = {
      clock: await address(),
      wechat: await address(),
      office: await address(),
      pay: await address(),
      door: await address(),
    }
    const [mail, smtpPort] = [await address(), await freePort()]
    const database = await makeDatabase(server)
    const shared = { folder, database, merchantFile: '', merchant: {} }
    const programs = workerPrograms(at, shared, smtpPort)
    const workers = programs.map((program) => new Child(program, folder))
    const standIns = [
      ...standInPrograms(at, shared).filter(({ name }) => name !== 'wechat-pay'),
      mailProgram(at, mail, smtpPort),
    ]
    const others = [clockProgram(at, shared), ...standIns].map((program) => new Child(program, folder))
    try {
      for (const one of others) await one.start()
      // The first one makes the tables.
      for (const one of workers) await one.start()
    } catch (error) {
      await Promise.all([...workers, ...others].map((one) => one.stop()))
      throw error
    }
    const pool = createPool({ uri: database, timezone: 'Z', connectionLimit: 4 })
    const clock = await followClock(at.clock, 200)
    const world = new World(
      folder,
      workers,
      programs[0]?.settings ?? {},
      clock,
      pool,
      { wechat: at.wechat, mail },
      others,
    )
    await world.slow()
    return world
  }

  /** So slow that a kill meets calls on their way. */
  private async slow(): Promise<void> {
    await this.send('PUT', `${this.urls.wechat}/sandbox/messages/switches`, {
      sendMilliseconds: slowMs,
      sentEvents: false,
    })
    await this.send('PUT', `${this.urls.mail}/sandbox/switches`, { slowMs })
  }

  async accept(person: string, times: number): Promise<void> {
    const answers = { progress: 'accept', todo: 'accept', exam: 'accept' }
    for (let time = 0; time < times; time += 1)
      await this.send('POST', `${this.urls.wechat}/sandbox/messages/answers`, { person, answers })
  }

  messages(): Promise<ReceivedMessage[]> {
    return this.send('GET', `${this.urls.wechat}/sandbox/messages`)
  }

  mails(): Promise<CaughtMail[]> {
    return this.send('GET', `${this.urls.mail}/sandbox/mails`)
  }

  /** What the processes wrote is kept where something went wrong: `folder`/logs. */
  async close(keepFolder: boolean): Promise<void> {
    this.clock.stop()
    await Promise.all(this.workers.map((one) => one.stop()))
    await Promise.all(this.others.map((one) => one.stop()))
    await this.database.end()
    if (!keepFolder) rmSync(this.folder, { recursive: true, force: true })
  }

  private async send<T>(method: string, url: string, body?: object): Promise<T> {
    const answer = await fetch(url, {
      method,
      signal: AbortSignal.timeout(60_000),
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status} ${await answer.text()}`)
    return JSON.parse(await answer.text())
  }
}

function workerPrograms(at: Addresses, shared: Shared, smtpPort: number): Program[] {
  const more = {
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    MAIL_FROM: '示例·报名系统 <post@example.invalid>',
    WECHAT_SUBSCRIBE_TEMPLATES: templatesSetting,
    ...messageKeys,
  }
  return Array.from({ length: workerCount }, (_, index) => {
    const program = bffProgram(`worker-${index + 1}`, at, shared)
    return { ...program, settings: { ...program.settings, ...more } }
  })
}
