import { createPrivateKey, createPublicKey, X509Certificate, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { httpUrl, type Reader } from './setting-kinds'

/** What WeChat Pay may sign with: one of its public keys, or the platform certificate that merchants had before. */
export interface PlatformKey {
  /** `PUB_KEY_ID_…`, or the serial number of the certificate in capitals. */
  id: string
  key: KeyObject
}

/** Text of a PEM file to a value. Whatever OpenSSL says of a bad file is dropped, since it may quote the file. */
function pemFile<T>(parse: (pem: string) => T | undefined): Reader<T> {
  return (file) => {
    try {
      return parse(readFileSync(file, 'utf8'))
    } catch {
      return undefined
    }
  }
}

export const mchid: Reader<string> = (text) => (/^\d{6,32}$/.test(text) ? text : undefined)

export const certificateFile: Reader<X509Certificate> = pemFile((pem) => {
  const certificate = new X509Certificate(pem)
  return isStrong(certificate.publicKey) ? certificate : undefined
})

export const privateKeyFile: Reader<KeyObject> = pemFile((pem) => {
  const key = createPrivateKey(pem)
  return isStrong(key) ? key : undefined
})

/** As set in WeChat's console: exactly 32 letters and digits. A pasted space or newline is refused, see [danger 4]. */
export const apiV3Key: Reader<Buffer> = (text) =>
  /^[0-9A-Za-z]{32}$/.test(text) ? Buffer.from(text, 'ascii') : undefined

/** `PUB_KEY_ID_…=FILE[,SERIAL=CERTIFICATE_FILE]`. The first is the key that WeChat is asked to sign with. */
export const platformKeys: Reader<PlatformKey[]> = (text) => {
  const keys: PlatformKey[] = []
  for (const part of text.split(',')) {
    const [, id = '', file = ''] = /^([^=]*)=(.+)$/.exec(part) ?? []
    const key = /^PUB_KEY_ID_\w{1,64}$/.test(id) ? publicKeyFile(file) : platformCertificate(id, file)
    if (key === undefined || keys.some((known) => known.id === id)) return undefined
    keys.push({ id, key })
  }
  return keys[0]?.id.startsWith('PUB_KEY_ID_') ? keys : undefined
}

/** Not simply whatever has a public key in it: OpenSSL would take a private key or a certificate as well. */
const publicKeyFile: Reader<KeyObject> = pemFile((pem) => {
  if (!pem.includes('-----BEGIN PUBLIC KEY-----')) return undefined
  const key = createPublicKey(pem)
  return isStrong(key) ? key : undefined
})

function platformCertificate(serial: string, file: string): KeyObject | undefined {
  const certificate = certificateFile(file)
  return certificate?.serialNumber === serial ? certificate.publicKey : undefined
}

const isStrong = ({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean =>
  asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048

/** Address at which the outside reaches the BFF. WeChat takes no query in the address that it notifies. */
export const publicUrl: Reader<string> = (text) => {
  const url = httpUrl(text)
  return url !== undefined && url.length <= 200 && !/[?#@]/.test(url) ? url : undefined
}
