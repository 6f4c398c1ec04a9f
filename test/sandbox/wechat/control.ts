import { personOf } from '../people'
import { type MessageControl, messageControlOf } from './messages/message-control'
import { type WechatState } from './state'
import { expireTokens, replaceTokens } from './tokens'
import { type App, type Shipment, type Switches } from './types'

/** What a test or a page may do at this stand-in beyond the real calls. */
export interface WechatControl {
  readonly apps: readonly App[]
  /** Change its fields to make the stand-in misbehave. */
  readonly switches: Switches
  /** As if that person's phone had called wx.login. `appid` absent: the first app. */
  mintLoginCode(person: string, appid?: string): string
  /** As if that person had tapped the phone number button. */
  mintPhoneCode(person: string, appid?: string): string
  expireTokens(): void
  replaceTokens(): void
  /** What was reported as not sent by post; a second report of a payment stands behind its first. */
  shipments(): readonly Shipment[]
  /** Subscribe messages: who answered what, who got what. */
  readonly messages: MessageControl
  /** Calls so far: `jscode2session`, `stable_token`, `getuserphonenumber`, `upload_shipping_info`, `subscribe_send`. */
  counts(): Record<string, number>
  resetCounts(): void
}

export function controlOf(state: WechatState): WechatControl {
  const appOf = (appid: string | undefined): string => {
    const app = appid === undefined ? state.apps[0] : state.apps.find((one) => one.appid === appid)
    if (!app) throw Object.assign(new Error('No such appid at this stand-in.'), { statusCode: 400 })
    return app.appid
  }
  return {
    apps: state.apps,
    switches: state.switches,
    mintLoginCode: (person, appid) => state.mint('login', personOf(person).id, appOf(appid)),
    mintPhoneCode: (person, appid) => state.mint('phone', personOf(person).id, appOf(appid)),
    expireTokens: () => expireTokens(state),
    replaceTokens: () => replaceTokens(state),
    shipments: () => [...state.shipments],
    messages: messageControlOf(state),
    counts: () => Object.fromEntries(state.counts),
    resetCounts: () => state.counts.clear(),
  }
}
