import { createCipheriv, randomBytes } from 'node:crypto'

export interface Resource {
  original_type: string
  algorithm: 'AEAD_AES_256_GCM'
  ciphertext: string
  associated_data?: string
  nonce: string
}

/** A callback's `resource`: base64 of the text's cipher and its 16-byte tag. `associatedData` null leaves the field out. */
export function encryptResource(
  apiV3Key: string,
  plain: string,
  type: 'transaction' | 'refund',
  associatedData: string | null = type,
  nonce = randomBytes(9).toString('base64url'),
): Resource {
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(apiV3Key), Buffer.from(nonce))
  cipher.setAAD(Buffer.from(associatedData ?? ''))
  const bytes = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return {
    original_type: type,
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: bytes.toString('base64'),
    ...(associatedData !== null && { associated_data: associatedData }),
    nonce,
  }
}
