import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { generateKeyPairSync } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  merchantFiles,
  sampleMerchant,
  type SandboxMerchant,
} from '../../../../test/sandbox/wechat-pay/sample-merchant'
import { readSettings, SettingsError } from './read-settings'
import { settingSpecs } from './settings'

const folder = mkdtempSync(path.join(tmpdir(), 'merchant-'))
let merchant: SandboxMerchant
let good: Record<string, string>

beforeAll(async () => {
  merchant = await sampleMerchant()
  const key = Buffer.alloc(32, 7).toString('base64')
  good = {
    NODE_ENV: 'production',
    WECHAT_APP_ID: 'wx0000000000000001',
    WECHAT_APP_SECRET: 'secret-of-the-app',
    OFFICE_BASE_URL: 'https://office.example',
    OFFICE_KEYS: `k1:${key}`,
    OFFICE_DIGEST_KEY: key,
    FIELD_KEYS: `k1:${key}`,
    INDEX_KEY: key,
    PUBLIC_URL: 'https://registration.example/',
    ...merchantFiles(merchant, folder),
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

function problems(changes: Record<string, string | undefined>): string {
  try {
    readSettings({ ...good, ...changes })
    return ''
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError)
    return error instanceof Error ? error.message : ''
  }
}

function pemFile(name: string, content: string): string {
  writeFileSync(path.join(folder, name), content)
  return path.join(folder, name)
}

const group = [
  'WECHAT_PAY_MCHID',
  'WECHAT_PAY_CERTIFICATE',
  'WECHAT_PAY_PRIVATE_KEY',
  'WECHAT_PAY_API_V3_KEY',
  'WECHAT_PAY_PUBLIC_KEYS',
]

test('the merchant is read from its files; the serial number comes from the certificate', () => {
  const settings = readSettings(good)
  expect(settings.wechatPayCertificate?.serialNumber).toBe(merchant.api.serial)
  expect(settings.wechatPayPublicKeys?.map(({ id }) => id)).toEqual([merchant.platform.id, merchant.oldPlatform.serial])
  expect(settings).toMatchObject({
    wechatPayBaseUrl: 'https://api.mch.weixin.qq.com',
    publicUrl: 'https://registration.example',
    wechatPayShipping: 'none',
  })
})

test('without a merchant the service starts, with half of one it does not', () => {
  const nothing = Object.fromEntries([...group, 'PUBLIC_URL'].map((name) => [name, undefined]))
  expect(problems(nothing)).toBe('')
  for (const name of [...group, 'PUBLIC_URL']) expect(problems({ [name]: undefined })).toContain(`${name} is missing`)
  expect(problems({ ...nothing, WECHAT_PAY_MCHID: merchant.mchid }).match(/is missing/g)).toHaveLength(5)
})

test('[danger 4] an APIv3 key with a newline, a space or another length is refused at start, and is not printed', () => {
  const key = merchant.apiV3Key
  for (const text of [`${key}\n`, ` ${key}`, `${key} `, `${key}ab`, key.slice(1), `${key.slice(1)}é`, `"${key}"`]) {
    const message = problems({ WECHAT_PAY_API_V3_KEY: text })
    expect(message).toContain('WECHAT_PAY_API_V3_KEY is not usable: it needs exactly 32')
    expect(message).not.toContain(key.slice(1))
  }
})

test('[danger 4] key files that are missing, weak, of the wrong kind or mixed up are refused at start', () => {
  const weak = generateKeyPairSync('rsa', {
    modulusLength: 1024,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' })
  const files = {
    missing: path.join(folder, 'nowhere.pem'),
    weak: pemFile('weak.pem', weak.privateKey),
    weakPublic: pemFile('weak-public.pem', weak.publicKey),
    curve: pemFile('curve.pem', String(curve)),
    cut: pemFile('cut.pem', merchant.api.privateKey.slice(0, 900)),
  }
  const { WECHAT_PAY_CERTIFICATE: certificate = '', WECHAT_PAY_PRIVATE_KEY: privateKey = '' } = good
  for (const file of [files.missing, files.weak, files.curve, files.cut, certificate])
    expect(problems({ WECHAT_PAY_PRIVATE_KEY: file })).toContain('WECHAT_PAY_PRIVATE_KEY is not usable')
  for (const file of [files.missing, privateKey, files.weakPublic])
    expect(problems({ WECHAT_PAY_CERTIFICATE: file })).toContain('WECHAT_PAY_CERTIFICATE is not usable')
  for (const file of [files.missing, privateKey, files.weakPublic, certificate])
    expect(problems({ WECHAT_PAY_PUBLIC_KEYS: `PUB_KEY_ID_01=${file}` })).toContain('WECHAT_PAY_PUBLIC_KEYS is not')
})

test('[danger 4] no message prints a part of a key file', () => {
  const keyFile = pemFile('other.pem', merchant.platform.privateKey)
  const messages = [problems({ WECHAT_PAY_PRIVATE_KEY: keyFile }), problems({ WECHAT_PAY_CERTIFICATE: keyFile })]
  for (const line of merchant.platform.privateKey.split('\n').slice(1, -2))
    for (const message of messages) expect(message).not.toContain(line)
})

test('a private key of another certificate is refused, and so is our own public key in place of WeChat Pay’s', () => {
  const other = pemFile('other-key.pem', merchant.oldPlatform.privateKey)
  expect(problems({ WECHAT_PAY_PRIVATE_KEY: other })).toContain('does not belong to WECHAT_PAY_CERTIFICATE')
  const own = merchantFiles(merchant, folder)
  const swapped = `${own['WECHAT_PAY_PUBLIC_KEYS']?.split(',')[0]},${merchant.api.serial}=${own['WECHAT_PAY_CERTIFICATE']}`
  expect(problems({ WECHAT_PAY_PUBLIC_KEYS: swapped })).toContain("the merchant's own key")
})

test('[danger 2] the public key comes first, an old certificate behind it and under its own serial number', () => {
  const [first = '', old = ''] = (good['WECHAT_PAY_PUBLIC_KEYS'] ?? '').split(',')
  expect(problems({ WECHAT_PAY_PUBLIC_KEYS: first })).toBe('')
  const wrong = [old, `${old},${first}`, `${first},${first}`, `${first},00AA=${old.split('=')[1]}`, `${first},`]
  for (const text of wrong)
    expect(problems({ WECHAT_PAY_PUBLIC_KEYS: text })).toContain('WECHAT_PAY_PUBLIC_KEYS is not')
})

test('in production WeChat Pay is reached and reaches us by https only', () => {
  for (const name of ['WECHAT_PAY_BASE_URL', 'PUBLIC_URL']) {
    expect(problems({ [name]: 'http://127.0.0.1:9' })).toContain(`${name} is not usable: it needs an https address`)
    expect(problems({ [name]: 'http://127.0.0.1:9', NODE_ENV: 'test' })).toBe('')
  }
  expect(problems({ PUBLIC_URL: 'https://registration.example/?from=pay' })).toContain('PUBLIC_URL is not usable')
})

test('[danger 10] no setting turns verification off, and a hopeful name stops the start', () => {
  const names = Object.values(settingSpecs).map(({ name }) => name)
  expect(names.filter((name) => /VERIFY|SKIP|INSECURE|UNSIGNED|TRUST|CHECK|BYPASS/.test(name))).toEqual([])
  const hopes = { WECHAT_PAY_VERIFY: 'false', WECHAT_PAY_SKIP_SIGNATURE: '1', NODE_TLS_REJECT_UNAUTHORIZED: '0' }
  for (const [name, value] of Object.entries(hopes)) expect(problems({ [name]: value })).toContain(name)
  expect(problems({ PREVIEW_WECHAT_PAY_URL: 'https://pay.example' })).toContain('belongs to the sandbox')
})

test('who reads the metrics bears a token that cannot be guessed', () => {
  expect(problems({ METRICS_TOKEN: 'short' })).toContain('METRICS_TOKEN is not usable')
  expect(problems({ METRICS_TOKEN: 'abcdefghijklmnop' })).toBe('')
})
