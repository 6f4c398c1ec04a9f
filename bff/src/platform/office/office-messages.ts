import { createHmac } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Settings } from '../settings/settings'
import { Clock } from '../time/clock'
import { isTimely, sameText, signatureOf } from './signature'

export interface SignedMessage {
  method: string
  /** Path and query as they came. */
  target: string
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: Buffer
}

/** Messages that the office sends to us are signed like our requests to it. */
@Injectable()
export class OfficeMessages {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** The nonce, under which the message is stored once; undefined where the office did not sign it, or not now. */
  verify(message: SignedMessage): string | undefined {
    const header = (name: string): string => {
      const value = message.headers[name]
      return typeof value === 'string' ? value : ''
    }
    const [timestamp, nonce] = [header('x-timestamp'), header('x-nonce')]
    const key = this.settings.officeKeys.find(({ id }) => id === header('x-key-id'))
    if (!key || !/^[\x21-\x7e]{8,80}$/.test(nonce) || !isTimely(timestamp, this.clock.now())) return undefined
    const expected = signatureOf(key.key, [message.method, message.target, timestamp, nonce], message.body)
    return sameText(expected, header('x-signature')) ? nonce : undefined
  }

  /** `idDigest` of the contract: the office finds a person by it without the number travelling. */
  idDigest(idNumber: string): string {
    return createHmac('sha256', this.settings.officeDigestKey).update(idNumber).digest('hex')
  }
}
