import { Injectable, Logger } from '@nestjs/common'
import { Settings } from '../settings/settings'
import { AccessToken } from './access-token'
import type { WechatRefusal, WechatResult } from './errcodes'
import { shippingInfo, type PaidWithoutPost } from './shipping-info'
import { WechatHttp } from './wechat-http'

export interface SubscribeMessage {
  openid: string
  templateId: string
  /** `packages/track/pages/status/index?id=…`, without a slash before it; it must be in the released version. */
  page: string
  /** Key of the field → value, as `fieldValue` makes it. */
  data: Readonly<Record<string, string>>
}

/** What we ask of WeChat, mostly while a person waits. The session key is not kept: nothing here depends on it. */
@Injectable()
export class WechatClient {
  private readonly logger = new Logger('wechat')

  constructor(
    private readonly http: WechatHttp,
    private readonly token: AccessToken,
    private readonly settings: Settings,
  ) {}

  /** A code of wx.login → openid. The code is used up whatever comes back, so the call is never repeated. */
  async openidOf(code: string): Promise<WechatResult<string>> {
    const { wechatAppId: appid, wechatAppSecret: secret } = this.settings
    const query = { appid, secret, js_code: code, grant_type: 'authorization_code' }
    const answer = await this.http.get('/sns/jscode2session', query)
    if (!answer.ok) {
      if (answer.errcode === 40029) this.logger.warn({ errcode: 40029, appid }, codeHint)
      return answer
    }
    const { openid } = answer.value
    return typeof openid === 'string' && openid !== ''
      ? { ok: true, value: openid }
      : { ok: false, failure: 'unexpected' }
  }

  /** The code of a phone number button → the number: 11 digits, or +country and number where it is not a mainland one. */
  async phoneNumber(code: string): Promise<WechatResult<string>> {
    const answer = await this.withToken((token) =>
      this.http.post('/wxa/business/getuserphonenumber', { access_token: token }, { code }),
    )
    if (!answer.ok) return answer
    const phone = readPhone(answer.value['phone_info'], this.settings.wechatAppId)
    return phone === undefined ? { ok: false, failure: 'unexpected' } : { ok: true, value: phone }
  }

  /** That nothing is sent by post for a payment. The same payment gives the same bytes, so that a repeat is answered with `repeated`. */
  async reportShipping(payment: PaidWithoutPost): Promise<WechatResult<unknown>> {
    const body = shippingInfo(payment)
    return this.withToken((token) =>
      this.http.post('/wxa/sec/order/upload_shipping_info', { access_token: token }, body),
    )
  }

  /**
   * One message to one person, who let it be sent. WeChat drops no repeats: whether it went out is known by `ok`, by an errcode, or, with `unanswered`, not.
   */
  async sendSubscribeMessage({ openid, templateId, page, data }: SubscribeMessage): Promise<WechatResult<unknown>> {
    const body = {
      touser: openid,
      template_id: templateId,
      page,
      miniprogram_state: this.settings.wechatMiniprogramState,
      lang: 'zh_CN',
      data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }])),
    }
    return this.withToken((token) => this.http.post('/cgi-bin/message/subscribe/send', { access_token: token }, body))
  }

  /** A token that WeChat refuses is looked up anew once; a second refusal is an answer, not a loop. */
  private async withToken<T>(call: (token: string) => Promise<WechatResult<T>>): Promise<WechatResult<T>> {
    const token = await this.token.get()
    if (!token.ok) return unasked(token)
    const answer = await call(token.value)
    if (answer.ok || answer.failure !== 'token') return answer
    const renewed = await this.token.get(token.value)
    return renewed.ok ? call(renewed.value) : unasked(renewed)
  }
}

/** Whatever became of asking for a token: the call itself was not made. */
const unasked = ({ failure, errcode }: WechatRefusal): WechatRefusal => ({
  ok: false,
  failure,
  ...(errcode !== undefined && { errcode }),
})

const codeHint =
  'WeChat does not know this login code: it is over, or it was made by another appid than WECHAT_APP_ID (check the appid of the build)'

function readPhone(info: unknown, appid: string): string | undefined {
  if (typeof info !== 'object' || info === null) return undefined
  const { purePhoneNumber, countryCode, watermark }: Partial<Record<string, unknown>> = Object.fromEntries(
    Object.entries(info),
  )
  const madeFor =
    typeof watermark === 'object' && watermark !== null && 'appid' in watermark ? watermark.appid : undefined
  if (typeof purePhoneNumber !== 'string' || madeFor !== appid) return undefined
  // Number or text, as WeChat likes.
  return String(countryCode) === '86' ? purePhoneNumber : `+${String(countryCode)}${purePhoneNumber}`
}
