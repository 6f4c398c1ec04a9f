import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { startExamOffice, type RunningOffice } from '../../test/sandbox/exam-office/start-exam-office'
import { standingClock, type OwnClock } from '../../test/sandbox/clock/clock'
import { startMail, type RunningMail } from '../../test/sandbox/mail/start-mail'
import { merchantFiles, sampleMerchant } from '../../test/sandbox/wechat-pay/sample-merchant'
import { startWechatPay, type RunningWechatPay } from '../../test/sandbox/wechat-pay/start-wechat-pay'
import { templatesSetting } from '../../test/sandbox/wechat/messages/sample-templates'
import { sampleApps, startWechat, type RunningWechat } from '../../test/sandbox/wechat/start-wechat'
import { freshDatabase, type DatabaseKind, type FreshDatabase } from '../../test/support/databases'
import { openPublicDoor, type PublicDoor } from '../../test/support/public-door'
import { consentVersions } from './contract'
import { createApp } from './create-app'
import { Pictures } from './documents/pictures/pictures'
import { Jobs } from './platform/jobs/jobs'
import { OutboxWorker } from './platform/outbox/outbox-worker'
import { readSettings } from './platform/settings/read-settings'
import { Clock } from './platform/time/clock'

// A whole server with its neighbours, on a machine that may be busy with other suites.
jest.setTimeout(60_000)

export { databaseKinds } from '../../test/support/databases'

export interface Answer {
  status: number
  headers: Headers
  body: any
}

export interface Call {
  token?: string
  body?: unknown
  headers?: Record<string, string>
  /** Sent as it is, instead of `body`. */
  raw?: string
  /** Sent as multipart/form-data. */
  form?: FormData
}

const key = (text: string): string => Buffer.alloc(32, text).toString('base64')
/** As in WeChat's console: who may push events to us. */
const messageKeys = { token: 'SampleMessageToken', aesKey: 'SampleEncodingAESKeyOfForty3LettersAndDigit' }
const officeKey = { id: 'k1', key: Buffer.from(key('office'), 'base64') }

/** What BFFs need around them: WeChat, WeChat Pay, the exam office, a mail server and the clock that all follow, a database and one address. */
export class World {
  /** Where the pages of papers lie. */
  readonly pagesFolder = mkdtempSync(path.join(tmpdir(), 'pages-'))

  private constructor(
    readonly kind: DatabaseKind,
    readonly clock: OwnClock,
    readonly wechat: RunningWechat,
    readonly office: RunningOffice,
    readonly pay: RunningWechatPay,
    readonly mail: RunningMail,
    private readonly merchant: { folder: string; settings: Record<string, string> },
    /** Where WeChat Pay finds whichever BFFs run. */
    private readonly door: PublicDoor,
    private readonly database: FreshDatabase,
  ) {}

  static async open(kind: DatabaseKind): Promise<World> {
    const clock = standingClock()
    const wechat = await startWechat({ clock })
    const digestKey = Buffer.from(key('digest'), 'base64')
    const office = await startExamOffice({ clock, keys: [officeKey], digestKey })
    const merchant = await sampleMerchant()
    const pay = await startWechatPay({ clock, merchant })
    const mail = await startMail({ clock })
    const folder = mkdtempSync(path.join(tmpdir(), 'merchant-'))
    const files = { folder, settings: merchantFiles(merchant, folder) }
    const door = await openPublicDoor()
    wechat.control.messages.pushTo({ url: `${door.url}/wechat/messages`, ...messageKeys, format: 'json' })
    return new World(kind, clock, wechat, office, pay, mail, files, door, await freshDatabase(kind))
  }

  environment(changes: Record<string, string> = {}): Record<string, string> {
    const app = sampleApps[0]
    return {
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      PAGES_STORE: `disk:${this.pagesFolder}`,
      DB_URL: this.database.url.replace(/^mysql:/, 'mariadb:'),
      WECHAT_BASE_URL: this.wechat.url,
      WECHAT_APP_ID: app?.appid ?? '',
      WECHAT_APP_SECRET: app?.secret ?? '',
      WECHAT_SUBSCRIBE_TEMPLATES: templatesSetting,
      WECHAT_MESSAGE_TOKEN: messageKeys.token,
      WECHAT_MESSAGE_AES_KEY: messageKeys.aesKey,
      OFFICE_BASE_URL: this.office.url,
      OFFICE_KEYS: `k1:${key('office')}`,
      OFFICE_DIGEST_KEY: key('digest'),
      FIELD_KEYS: `k1:${key('field')}`,
      INDEX_KEY: key('index'),
      // In production only https is taken, and mail servers that encrypt, which no stand-in does.
      ...(changes['NODE_ENV'] !== 'production' && {
        PUBLIC_URL: this.door.url,
        WECHAT_PAY_BASE_URL: this.pay.url,
        SMTP_URL: this.mail.smtpUrl,
        MAIL_FROM: '示例·报名系统 <post@example.invalid>',
        ...this.merchant.settings,
      }),
      ...changes,
    }
  }

  /** One BFF on this database; several may run on a server. */
  async start(changes: Record<string, string> = {}): Promise<RunningApp> {
    const app = await createApp(readSettings(this.environment(changes)), new FollowingClock(this.clock))
    await app.listen(0, '127.0.0.1')
    const url = await app.getUrl()
    const leave = this.door.leadTo(url)
    return new RunningApp(app, url, this, leave)
  }

  async close(): Promise<void> {
    await Promise.all([this.wechat.close(), this.office.close(), this.pay.close(), this.mail.close()])
    await this.door.close()
    await this.database.drop()
    for (const folder of [this.pagesFolder, this.merchant.folder]) rmSync(folder, { recursive: true, force: true })
  }
}

class FollowingClock extends Clock {
  constructor(private readonly followed: OwnClock) {
    super()
  }

  now(): Date {
    return new Date(this.followed.now())
  }
}

export class RunningApp {
  constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    private readonly world: World,
    /** The public address no longer leads here. */
    private readonly leave: () => void,
  ) {}

  async call(method: string, path: string, { token, body, headers, raw, form }: Call = {}): Promise<Answer> {
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const content = form ?? text
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(text !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(content !== undefined && { body: content }),
    })
    const answer = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') === true
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(answer) : answer }
  }

  /** Signs a sample person in as their phone would; `verify`: with the phone number button too. */
  async signIn(person: string, verify = false): Promise<{ token: string; refreshToken: string; accountId: string }> {
    const { control } = this.world.wechat
    const { status, body } = await this.call('POST', '/api/v1/session', {
      body: { code: control.mintLoginCode(person) },
    })
    if (status !== 201) throw new Error(`sign-in answered ${status}`)
    const token: string = body.accessToken
    if (verify) await this.agree(token)
    if (verify) await this.call('POST', '/api/v1/me/phone', { token, body: { code: control.mintPhoneCode(person) } })
    return { token, refreshToken: body.refreshToken, accountId: body.account.id }
  }

  /** Both consents, as the phone gives them before it sends person data. */
  async agree(token: string): Promise<void> {
    for (const kind of ['privacy', 'sensitive-data'] as const)
      await this.call('POST', '/api/v1/me/consents', { token, body: { kind, version: consentVersions[kind].at(-1) } })
  }

  /** Makes pages of everything that was uploaded or turned. */
  async makePictures(): Promise<void> {
    await this.app.get(Pictures).drain()
  }

  /** Everything that is due now: pictures, timed jobs, then the outbox until it is empty. */
  async work(): Promise<void> {
    await this.makePictures()
    await this.app.get(Jobs).runDue()
    await this.app.get(OutboxWorker).drain()
  }

  close(): Promise<void> {
    this.leave()
    return this.app.close()
  }
}
