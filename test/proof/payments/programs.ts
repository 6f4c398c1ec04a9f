import path from 'node:path'
import { sampleApps } from '../../sandbox/wechat/start-wechat'
import { type Program } from './child'

/** Where the processes of one proof find each other. Ports are chosen before. */
export interface Addresses {
  clock: string
  wechat: string
  office: string
  pay: string
  /** One address before both web processes. */
  door: string
}

/** Keys and files that several of them share. */
export interface Shared {
  folder: string
  database: string
  /** Both sides' keys, for the stand-in. */
  merchantFile: string
  /** The WECHAT_PAY_* settings that name the merchant's files. */
  merchant: Readonly<Record<string, string>>
}

const key = (text: string): string => Buffer.alloc(32, text).toString('base64')
const app = sampleApps[0]
const wechatApp = { WECHAT_APP_ID: app?.appid ?? '', WECHAT_APP_SECRET: app?.secret ?? '' }

export const officeKey = { id: 'k1', key: Buffer.from(key('office'), 'base64') }
export const officeDigestKey = Buffer.from(key('digest'), 'base64')
/** Of WeChat's events, in the clear and sealed. */
export const messageKeys = { WECHAT_MESSAGE_TOKEN: 'sampleToken', WECHAT_MESSAGE_AES_KEY: 'a'.repeat(43) }
const officeKeys = { OFFICE_KEYS: `k1:${key('office')}`, OFFICE_DIGEST_KEY: key('digest') }

const typescript = (file: string): string[] => ['--import', 'tsx', file]
const sandbox = (file: string): string[] => typescript(`test/sandbox/${file}`)
const portOf = (url: string): string => new URL(url).port

export const clockProgram = (at: Addresses, { folder }: Shared): Program => ({
  name: 'clock',
  script: sandbox('clock/main.ts'),
  settings: { PORT: portOf(at.clock), CLOCK_FILE: path.join(folder, 'clock.json') },
})

export function standInPrograms(at: Addresses, { folder, merchantFile }: Shared): Program[] {
  const clock = { CLOCK_URL: at.clock }
  return [
    {
      name: 'wechat',
      script: sandbox('wechat/main.ts'),
      settings: {
        PORT: portOf(at.wechat),
        ...clock,
        ...wechatApp,
        MESSAGE_URL: `${at.door}/wechat/messages`,
        ...messageKeys,
      },
    },
    {
      name: 'exam-office',
      script: sandbox('exam-office/main.ts'),
      settings: {
        PORT: portOf(at.office),
        ...clock,
        BFF_URL: at.door,
        OFFICE_FILE: path.join(folder, 'exam-office.sqlite'),
        ...officeKeys,
      },
    },
    {
      name: 'wechat-pay',
      script: sandbox('wechat-pay/main.ts'),
      settings: {
        PORT: portOf(at.pay),
        ...clock,
        WECHAT_PAY_FILE: path.join(folder, 'wechat-pay.sqlite'),
        WECHAT_PAY_MERCHANT_FILE: merchantFile,
        WECHAT_APP_ID: wechatApp.WECHAT_APP_ID,
      },
    },
  ]
}

/** `page`: where what it took can be read. */
export const mailProgram = (at: Addresses, page: string, smtpPort: number): Program => ({
  name: 'mail',
  script: sandbox('mail/main.ts'),
  settings: { PORT: portOf(page), SMTP_PORT: String(smtpPort), CLOCK_URL: at.clock },
})

/** `web` with the port where it listens, `worker` without one. */
export function bffProgram(
  name: string,
  at: Addresses,
  { folder, database, merchant }: Shared,
  port?: number,
): Program {
  const settings = {
    NODE_ENV: 'test',
    LOG_LEVEL: 'warn',
    DB_URL: database,
    PAGES_STORE: `disk:${path.join(folder, 'pages')}`,
    WECHAT_BASE_URL: at.wechat,
    OFFICE_BASE_URL: at.office,
    FIELD_KEYS: `k1:${key('field')}`,
    INDEX_KEY: key('index'),
    PUBLIC_URL: at.door,
    WECHAT_PAY_BASE_URL: at.pay,
    SANDBOX_CLOCK_URL: `${at.clock}/clock`,
    ...wechatApp,
    ...officeKeys,
    ...merchant,
  }
  if (port === undefined) return { name, script: ['bff/dist/worker.js'], settings }
  return { name, script: ['bff/dist/main.js'], settings: { ...settings, HOST: '127.0.0.1', PORT: String(port) } }
}
