import { Injectable } from '@nestjs/common'
import type { RawRequest } from '../../http/raw-routes'
import { Settings } from '../../settings/settings'
import { Clock } from '../../time/clock'
import { readPushBody, type PushFields } from './push-body'
import { openSealed } from './push-cipher'
import { isFresh, isSigned, readPushQuery } from './push-signature'

export interface Pushed {
  fields: PushFields
  /** Of this request, once: the signature of plain mode does not cover the message, so another one must not come with it. */
  nonce: string
}

/** `forged`: not WeChat's, or too old. `unreadable`: WeChat's, but no message. */
type PushResult = { ok: true; pushed: Pushed } | { ok: false; reason: 'forged' | 'unreadable' }

/**
 * What WeChat pushes to the address in its console. With an AES key (安全模式) only sealed messages are taken; those of 兼容模式 bear both, and the sealed one counts.
 */
@Injectable()
export class MessagePush {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  get isSetUp(): boolean {
    return this.settings.wechatMessageToken !== undefined
  }

  /** What the console expects as the answer to its check of the address; undefined: it was not the console. */
  checkAddress({ target }: RawRequest): string | undefined {
    const query = readPushQuery(target)
    const token = this.settings.wechatMessageToken
    if (token === undefined || !isFresh(query, this.clock.now())) return undefined
    return isSigned(token, query, query.signature) && /^[\x21-\x7e]{1,200}$/.test(query.echo) ? query.echo : undefined
  }

  read({ target, body }: RawRequest): PushResult {
    const { wechatMessageToken: token, wechatMessageAesKey: key, wechatAppId } = this.settings
    const query = readPushQuery(target)
    if (token === undefined || !isFresh(query, this.clock.now())) return { ok: false, reason: 'forged' }
    const nonce = `${query.timestamp}.${query.nonce}`
    const outer = readPushBody(body.toString('utf8'))
    if (key === undefined) {
      if (!isSigned(token, query, query.signature)) return { ok: false, reason: 'forged' }
      return answerOf(nonce, outer)
    }
    const sealed = outer?.['Encrypt']
    if (typeof sealed !== 'string' || !isSigned(token, query, query.messageSignature, sealed))
      return { ok: false, reason: 'forged' }
    const message = openSealed(key, wechatAppId, sealed)
    return message === undefined ? { ok: false, reason: 'forged' } : answerOf(nonce, readPushBody(message))
  }
}

/** A sealed message without a key to open it is as good as none. */
function answerOf(nonce: string, fields: PushFields | undefined): PushResult {
  if (!fields || (fields['Encrypt'] !== undefined && fields['MsgType'] === undefined))
    return { ok: false, reason: 'unreadable' }
  return { ok: true, pushed: { fields, nonce } }
}
