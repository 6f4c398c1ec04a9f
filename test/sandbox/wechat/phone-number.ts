import { openidOf, personOf } from '../people'
import { failure } from './errors'
import { checkCode } from './sign-in'
import { type WechatState } from './state'
import { checkToken } from './tokens'
import { type Answer } from './types'

const minuteMs = 60_000

/** getuserphonenumber: the code of the phone number button (never that of wx.login) → the number. */
export function phoneNumber(state: WechatState, token: unknown, body: unknown): Answer {
  const appid = checkToken(state, token)
  if (typeof appid === 'number') return failure(appid)
  if (state.switches.failPhone) return failure(-1)
  const given = readCode(body)
  if (given === undefined) return failure(47001)
  const code = checkCode(state.codes.get(given), 'phone', appid, state.clock.now())
  if (typeof code === 'number') return failure(code)
  const person = personOf(code.person)
  if (state.frequency(state.signIns, `phone ${openidOf(person, appid)}`, minuteMs) > 100) return failure(45011)
  code.used = true
  return {
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: person.phone,
      purePhoneNumber: person.phone,
      countryCode: state.switches.countryCodeAsString ? '86' : 86,
      watermark: { timestamp: Math.floor(state.clock.now() / 1000), appid },
    },
  }
}

function readCode(body: unknown): string | undefined {
  if (!body || typeof body !== 'object' || !('code' in body) || typeof body.code !== 'string') return undefined
  return Object.keys(body).length === 1 ? body.code : undefined
}
