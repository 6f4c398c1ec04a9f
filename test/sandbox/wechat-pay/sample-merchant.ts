import { generateKeyPair, randomUUID, X509Certificate } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { generate } from 'selfsigned'

interface Certified {
  /** Of the certificate: hexadecimal, in capitals. */
  serial: string
  /** PEM. */
  certificate: string
  privateKey: string
}

/** A merchant as WeChat Pay registers it, with both sides' keys. All of it is a sample. */
export interface SandboxMerchant {
  mchid: string
  /** 32 characters. */
  apiV3Key: string
  /** The merchant's own key and certificate; the stand-in uses the certificate only. */
  api: Certified
  /** The key with which WeChat Pay signs; its id is `PUB_KEY_ID_…`. */
  platform: { id: string; publicKey: string; privateKey: string }
  /** What it signed with before: still in use while the merchant changes over. */
  oldPlatform: Certified
}

const mchid = '1900000109'
let made: Promise<SandboxMerchant> | undefined

/** One for all tests of this machine, kept in a file: RSA keys take most of a second. */
export function sampleMerchant(): Promise<SandboxMerchant> {
  return (made ??= kept(join(tmpdir(), `wechat-pay-sample-merchant-1-${userInfo().uid}.json`)))
}

async function kept(file: string): Promise<SandboxMerchant> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    const merchant = await newMerchant()
    // By renaming, since other processes read it at the same time.
    const own = `${file}.${process.pid}.${randomUUID()}`
    writeFileSync(own, JSON.stringify(merchant), { mode: 0o600 })
    renameSync(own, file)
    return merchant
  }
}

/** Another one under the same number, with keys of its own. */
export async function newMerchant(): Promise<SandboxMerchant> {
  const [api, oldPlatform, platform] = await Promise.all([
    certified(mchid),
    certified('Tenpay.com Sample CA'),
    keyPair(),
  ])
  return {
    mchid,
    apiV3Key: 'SampleKeyOfApiV3ForTheStandIn032',
    api,
    platform: { id: `PUB_KEY_ID_0${mchid}2024101500291801000123`, ...platform },
    oldPlatform,
  }
}

async function certified(commonName: string): Promise<Certified> {
  const notBeforeDate = new Date('2023-01-01T00:00:00Z')
  const notAfterDate = new Date('2043-01-01T00:00:00Z')
  const attributes = [{ name: 'commonName', value: commonName }]
  const settings = { keyPair: await keyPair(), algorithm: 'sha256', notBeforeDate, notAfterDate }
  const { cert, private: privateKey } = await generate(attributes, settings)
  return { serial: new X509Certificate(cert).serialNumber, certificate: cert, privateKey }
}

async function keyPair(): Promise<{ publicKey: string; privateKey: string }> {
  return promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
}

/** Writes the merchant's files and answers the WECHAT_PAY_* settings that name them, without addresses. */
export function merchantFiles(merchant: SandboxMerchant, folder: string): Record<string, string> {
  mkdirSync(folder, { recursive: true })
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content, { mode: 0o600 })
    return join(folder, name)
  }
  const platform = file('wechat-pay-public-key.pem', merchant.platform.publicKey)
  const oldPlatform = file('wechat-pay-old-certificate.pem', merchant.oldPlatform.certificate)
  return {
    WECHAT_PAY_MCHID: merchant.mchid,
    WECHAT_PAY_CERTIFICATE: file('apiclient_cert.pem', merchant.api.certificate),
    WECHAT_PAY_PRIVATE_KEY: file('apiclient_key.pem', merchant.api.privateKey),
    WECHAT_PAY_API_V3_KEY: merchant.apiV3Key,
    WECHAT_PAY_PUBLIC_KEYS: `${merchant.platform.id}=${platform},${merchant.oldPlatform.serial}=${oldPlatform}`,
  }
}
