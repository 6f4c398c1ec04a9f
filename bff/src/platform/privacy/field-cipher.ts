import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Settings } from '../settings/settings'
import type { NamedKey } from '../settings/setting-kinds'

const algorithm = 'A256GCM'
const ivLength = 12
const tagLength = 16

/**
 * Person data at rest. A sealed value bears its algorithm and key id (`A256GCM.k1.<iv+tag+text>`), so that keys can be
 * changed, and another algorithm (SM4) can stand beside it, without touching what is stored.
 */
@Injectable()
export class FieldCipher {
  private readonly keys: ReadonlyMap<string, Buffer>
  private readonly current: NamedKey

  constructor(settings: Settings) {
    const [current] = settings.fieldKeys
    if (!current) throw new Error('No key for person data')
    this.current = current
    this.keys = new Map(settings.fieldKeys.map(({ id, key }) => [id, key]))
  }

  /** `field` (e.g. `person.name:<row id>`) is bound in: a value moved to another field or row does not open there. */
  seal(field: string, text: string): string {
    const iv = randomBytes(ivLength)
    const cipher = createCipheriv('aes-256-gcm', this.current.key, iv, { authTagLength: tagLength })
    cipher.setAAD(Buffer.from(field))
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return `${algorithm}.${this.current.id}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`
  }

  /** Throws when the value was altered, belongs elsewhere, or its key is no longer in the ring. */
  open(field: string, sealed: string): string {
    const [used, keyId = '', encoded = ''] = sealed.split('.')
    const key = this.keys.get(keyId)
    if (used !== algorithm || key === undefined) throw new Error(`No key ${keyId} for a sealed value`)
    const bytes = Buffer.from(encoded, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivLength), { authTagLength: tagLength })
    decipher.setAAD(Buffer.from(field))
    decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
    const text = bytes.subarray(ivLength + tagLength)
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
  }

  /** Sealed with an old key: seal it again when it is next written. */
  isOld(sealed: string): boolean {
    return !sealed.startsWith(`${algorithm}.${this.current.id}.`)
  }
}

/** Finds person data without storing it in the clear: a keyed HMAC, told apart by what it is of. */
@Injectable()
export class FieldIndex {
  constructor(private readonly settings: Settings) {}

  /** 64 hex digits. */
  digest(kind: string, text: string): string {
    return createHmac('sha256', this.settings.indexKey).update(`${kind}\n${text}`).digest('hex')
  }
}
