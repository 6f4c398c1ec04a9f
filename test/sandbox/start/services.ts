import { join } from 'node:path'
import { merchantFiles, type SandboxMerchant } from '../wechat-pay/sample-merchant'
import { templatesSetting } from '../wechat/messages/sample-templates'
import { sampleApps } from '../wechat/start-wechat'
import { type Service } from './child'
import { type Keys, messageKeysOf } from './keys'

export interface Addresses {
  /** H5 page and API on one origin. */
  web: string
  wechat: string
  office: string
  clock: string
  pay: string
  /** Page with the mails. */
  mail: string
  /** `smtp://127.0.0.1:PORT` */
  smtp: string
}

/** The merchant, and the file in which WeChat Pay's process finds it. */
export interface MerchantAt {
  merchant: SandboxMerchant
  file: string
}

const typescript = (file: string): string[] => ['--import', 'tsx', `test/sandbox/${file}`]
const portOf = (url: string): string => new URL(url).port

/** All processes in the order in which they need each other. */
export function services(folder: string, keys: Keys, at: Addresses, { merchant, file }: MerchantAt): Service[] {
  const appid = sampleApps[0]?.appid ?? ''
  const wechatApp = { WECHAT_APP_ID: appid, WECHAT_APP_SECRET: keys.wechatAppSecret }
  const { token, aesKey } = messageKeysOf(keys)
  const messages = { WECHAT_MESSAGE_TOKEN: token, WECHAT_MESSAGE_AES_KEY: aesKey }
  const officeKeys = { OFFICE_KEYS: keys.officeKeys, OFFICE_DIGEST_KEY: keys.officeDigestKey }
  return [
    {
      name: 'clock',
      script: typescript('clock/main.ts'),
      settings: { PORT: portOf(at.clock), CLOCK_FILE: join(folder, 'clock.json') },
      readyUrl: `${at.clock}/clock`,
    },
    {
      name: 'wechat',
      script: typescript('wechat/main.ts'),
      settings: {
        PORT: portOf(at.wechat),
        CLOCK_URL: at.clock,
        MESSAGE_URL: `${at.web}/wechat/messages`,
        ...wechatApp,
        ...messages,
      },
      readyUrl: `${at.wechat}/sandbox/counts`,
    },
    payService(folder, at, { appid, file }),
    mailService(at),
    officeService(folder, at, officeKeys),
    {
      name: 'bff',
      script: ['bff/dist/main.js'],
      settings: {
        ...bffSettings(folder, keys, at),
        ...merchantFiles(merchant, join(folder, 'merchant')),
        ...wechatApp,
        ...messages,
        ...officeKeys,
      },
      readyUrl: `${at.web}/readyz`,
    },
  ]
}

function payService(folder: string, at: Addresses, { appid, file }: { appid: string; file: string }): Service {
  return {
    name: 'wechat-pay',
    script: typescript('wechat-pay/main.ts'),
    settings: {
      PORT: portOf(at.pay),
      CLOCK_URL: at.clock,
      WECHAT_APP_ID: appid,
      WECHAT_PAY_MERCHANT_FILE: file,
      WECHAT_PAY_FILE: join(folder, 'wechat-pay.sqlite'),
    },
    readyUrl: `${at.pay}/sandbox/counts`,
  }
}

function mailService(at: Addresses): Service {
  return {
    name: 'mail',
    script: typescript('mail/main.ts'),
    settings: { PORT: portOf(at.mail), SMTP_PORT: portOf(at.smtp), CLOCK_URL: at.clock },
    readyUrl: `${at.mail}/sandbox/counts`,
  }
}

function officeService(folder: string, at: Addresses, officeKeys: Record<string, string>): Service {
  return {
    name: 'exam-office',
    script: typescript('exam-office/main.ts'),
    settings: {
      PORT: portOf(at.office),
      CLOCK_URL: at.clock,
      BFF_URL: at.web,
      OFFICE_FILE: join(folder, 'exam-office.sqlite'),
      ...officeKeys,
    },
    readyUrl: `${at.office}/sandbox/counts`,
  }
}

function bffSettings(folder: string, keys: Keys, at: Addresses): Record<string, string> {
  return {
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    PORT: portOf(at.web),
    PUBLIC_URL: at.web,
    DB_URL: `sqlite:${join(folder, 'registration.sqlite')}`,
    PAGES_STORE: `disk:${join(folder, 'pages')}`,
    CAMPAIGN: 'jiaozuo-2023',
    H5_DIR: 'miniapp/dist/h5',
    LOG_LEVEL: 'warn',
    WECHAT_BASE_URL: at.wechat,
    PREVIEW_WECHAT_URL: at.wechat,
    WECHAT_SUBSCRIBE_TEMPLATES: templatesSetting,
    WECHAT_PAY_BASE_URL: at.pay,
    PREVIEW_WECHAT_PAY_URL: at.pay,
    SMTP_URL: at.smtp,
    MAIL_FROM: '示例·报名系统 <post@example.invalid>',
    OFFICE_BASE_URL: at.office,
    FIELD_KEYS: keys.fieldKeys,
    INDEX_KEY: keys.indexKey,
    SANDBOX_CLOCK_URL: `${at.clock}/clock`,
  }
}
