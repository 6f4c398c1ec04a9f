import type { KeyObject, X509Certificate } from 'node:crypto'
import {
  apiV3Key,
  certificateFile,
  mchid,
  platformKeys,
  privateKeyFile,
  publicUrl,
  type PlatformKey,
} from './merchant-settings'
import { mailFrom, mailServer, type MailFrom, type MailServer } from './mail-settings'
import { messageAesKey, messageToken, subscribeTemplates, type SubscribeTemplateSettings } from './message-settings'
import {
  anyText,
  cipherKeyRing,
  databaseAddress,
  httpUrl,
  keyBytes,
  keyRing,
  oneOf,
  port,
  watchToken,
  type DatabaseAddress,
  type NamedKey,
  type Reader,
} from './setting-kinds'
import { storageSettings, type StorageSettings } from '../storage/storage-settings'

/** Everything that the BFF can be told from outside. `.env.example` says the same in words; a test keeps both together. */
export class Settings {
  environment: 'production' | 'development' | 'test'
  host: string
  port: number
  database: DatabaseAddress
  storage: StorageSettings
  campaign: string
  h5Folder: string | undefined
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
  wechatBaseUrl: string
  wechatAppId: string
  wechatAppSecret: string
  wechatSubscribeTemplates: SubscribeTemplateSettings | undefined
  wechatMessageToken: string | undefined
  wechatMessageAesKey: Buffer | undefined
  wechatMiniprogramState: 'developer' | 'trial' | 'formal'
  mailServer: MailServer | undefined
  mailFrom: MailFrom | undefined
  officeBaseUrl: string
  officeKeys: NamedKey[]
  officeDigestKey: Buffer
  fieldKeys: NamedKey[]
  indexKey: Buffer
  publicUrl: string | undefined
  wechatPayBaseUrl: string
  wechatPayMchid: string | undefined
  wechatPayCertificate: X509Certificate | undefined
  wechatPayPrivateKey: KeyObject | undefined
  wechatPayApiV3Key: Buffer | undefined
  wechatPayPublicKeys: PlatformKey[] | undefined
  wechatPayShipping: 'none' | 'virtual'
  metricsToken: string | undefined
  sandboxClockUrl: string | undefined
  previewWechatUrl: string | undefined
  previewWechatPayUrl: string | undefined
}

export type Environment = Readonly<Record<string, string | undefined>>

export interface SettingSpec<T> {
  name: string
  read: Reader<T>
  needs: string
  /** Text used when the setting is absent; without it the setting must be given, unless it is optional. */
  default?: string
  optional?: true
  /** Would let a stand-in decide something real: refused when NODE_ENV=production. */
  sandboxOnly?: true
}

export type SettingSpecs = { [K in keyof Settings]: SettingSpec<Settings[K]> }

const url = 'an http(s) address'
const key = 'base64 of 32 bytes or more'
const rsa = 'RSA, 2048 bit or more'

const paySpecs = {
  publicUrl: { name: 'PUBLIC_URL', read: publicUrl, needs: `${url} without a query`, optional: true },
  wechatPayBaseUrl: {
    name: 'WECHAT_PAY_BASE_URL',
    read: httpUrl,
    needs: url,
    default: 'https://api.mch.weixin.qq.com',
  },
  wechatPayMchid: { name: 'WECHAT_PAY_MCHID', read: mchid, needs: 'the number of the merchant', optional: true },
  wechatPayCertificate: {
    name: 'WECHAT_PAY_CERTIFICATE',
    read: certificateFile,
    needs: `a PEM file with the merchant's certificate (${rsa})`,
    optional: true,
  },
  wechatPayPrivateKey: {
    name: 'WECHAT_PAY_PRIVATE_KEY',
    read: privateKeyFile,
    needs: `a PEM file with the merchant's private key (${rsa}, without a passphrase)`,
    optional: true,
  },
  wechatPayApiV3Key: {
    name: 'WECHAT_PAY_API_V3_KEY',
    read: apiV3Key,
    needs: 'exactly 32 letters and digits',
    optional: true,
  },
  wechatPayPublicKeys: {
    name: 'WECHAT_PAY_PUBLIC_KEYS',
    read: platformKeys,
    needs: `PUB_KEY_ID_…=FILE[,SERIAL=CERTIFICATE_FILE]: WeChat Pay's public key first (${rsa}), a certificate under its own serial number`,
    optional: true,
  },
  wechatPayShipping: {
    name: 'WECHAT_PAY_SHIPPING',
    read: oneOf('none', 'virtual'),
    needs: 'none or virtual',
    default: 'none',
  },
} satisfies Partial<SettingSpecs>

const messageSpecs = {
  wechatSubscribeTemplates: {
    name: 'WECHAT_SUBSCRIBE_TEMPLATES',
    read: subscribeTemplates,
    needs: 'progress:TEMPLATE_ID:what=thing1,whom=thing2,when=time3,hint=thing4[;todo:…][;exam:…]',
    optional: true,
  },
  wechatMessageToken: {
    name: 'WECHAT_MESSAGE_TOKEN',
    read: messageToken,
    needs: '3 to 32 letters and digits',
    optional: true,
  },
  wechatMessageAesKey: {
    name: 'WECHAT_MESSAGE_AES_KEY',
    read: messageAesKey,
    needs: 'exactly 43 letters and digits',
    optional: true,
  },
  wechatMiniprogramState: {
    name: 'WECHAT_MINIPROGRAM_STATE',
    read: oneOf('developer', 'trial', 'formal'),
    needs: 'developer, trial or formal',
    default: 'formal',
  },
} satisfies Partial<SettingSpecs>

const mailSpecs = {
  mailServer: {
    name: 'SMTP_URL',
    read: mailServer,
    needs: 'smtps://user:password@host:port or smtp://…, without path and query, signs in it as %40',
    optional: true,
  },
  mailFrom: { name: 'MAIL_FROM', read: mailFrom, needs: 'Name <address>', optional: true },
} satisfies Partial<SettingSpecs>

export const settingSpecs: SettingSpecs = {
  environment: {
    name: 'NODE_ENV',
    read: oneOf('production', 'development', 'test'),
    needs: 'production, development or test',
    default: 'production',
  },
  host: { name: 'HOST', read: anyText, needs: 'an address to listen on', default: '127.0.0.1' },
  port: { name: 'PORT', read: port, needs: 'a port number', default: '3000' },
  database: {
    name: 'DB_URL',
    read: databaseAddress,
    needs: 'sqlite:FILE, mariadb://user:password@host:port/name or mysql://…',
    default: 'sqlite:registration.sqlite',
  },
  storage: {
    name: 'PAGES_STORE',
    read: storageSettings,
    needs: 'disk:FOLDER or s3+https://keyId:secret@host/bucket?region=…[&path-style=yes][&encryption=none]',
    default: 'disk:pages',
  },
  campaign: { name: 'CAMPAIGN', read: anyText, needs: 'the id of a rule pack', default: 'jiaozuo-2023' },
  h5Folder: { name: 'H5_DIR', read: anyText, needs: 'a folder', optional: true },
  logLevel: {
    name: 'LOG_LEVEL',
    read: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
    needs: 'fatal, error, warn, info, debug or silent',
    default: 'info',
  },
  wechatBaseUrl: { name: 'WECHAT_BASE_URL', read: httpUrl, needs: url, default: 'https://api.weixin.qq.com' },
  wechatAppId: { name: 'WECHAT_APP_ID', read: anyText, needs: 'the appid of the mini-program' },
  wechatAppSecret: { name: 'WECHAT_APP_SECRET', read: anyText, needs: 'the secret of that appid' },
  ...messageSpecs,
  ...mailSpecs,
  officeBaseUrl: { name: 'OFFICE_BASE_URL', read: httpUrl, needs: url },
  officeKeys: { name: 'OFFICE_KEYS', read: keyRing, needs: `keyId:key[,oldKeyId:key], each key ${key}` },
  officeDigestKey: { name: 'OFFICE_DIGEST_KEY', read: keyBytes, needs: key },
  fieldKeys: {
    name: 'FIELD_KEYS',
    read: cipherKeyRing,
    needs: 'keyId:key[,oldKeyId:key], each key base64 of 32 bytes',
  },
  indexKey: { name: 'INDEX_KEY', read: keyBytes, needs: key },
  ...paySpecs,
  metricsToken: { name: 'METRICS_TOKEN', read: watchToken, needs: '16 characters or more', optional: true },
  sandboxClockUrl: { name: 'SANDBOX_CLOCK_URL', read: httpUrl, needs: url, optional: true, sandboxOnly: true },
  previewWechatUrl: {
    name: 'PREVIEW_WECHAT_URL',
    read: httpUrl,
    needs: url,
    optional: true,
    sandboxOnly: true,
  },
  previewWechatPayUrl: {
    name: 'PREVIEW_WECHAT_PAY_URL',
    read: httpUrl,
    needs: url,
    optional: true,
    sandboxOnly: true,
  },
}
