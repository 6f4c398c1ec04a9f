import { type SubscribeTemplate, type SubscribeTemplateIds } from '@app/contract'
import Taro from '@tarojs/taro'
import { send } from '../api/send'
import { stored } from '../storage/stored'
import { type Asked, type Daily } from './subscribe-asked'

/** Whether messages of WeChat can be allowed where this app runs. */
export const subscribesHere = true

const idsIn = (raw: unknown): SubscribeTemplateIds => {
  const given = typeof raw === 'object' && raw !== null ? Object.entries(raw) : []
  return Object.fromEntries(given.filter(([, id]) => typeof id === 'string' && id !== ''))
}

/** Ids of WeChat's templates as the server named them last. */
const templates = stored('subscribe-templates', idsIn)
/** The day on which a tap of many asked last. */
const askedOn = stored('subscribe-asked-on', (raw) => (typeof raw === 'string' ? raw : undefined))

/** Whether the server has any template set up, as far as this phone knows. */
export const hasTemplates = () => Object.keys(templates.get()).length > 0

/** Asks the server for the ids beforehand: a tap may wait for nothing. Without network the last ones stay. */
export const loadTemplates = async () => {
  const answer = await send<SubscribeTemplateIds>({ method: 'GET', path: '/subscribe-templates' })
  if (answer.ok) templates.set(idsIn(answer.body))
}

/** WeChat takes no more at once. */
const most = 3

const idsOf = (kinds: readonly SubscribeTemplate[]) =>
  kinds.flatMap((kind) => templates.get()[kind] ?? []).slice(0, most)

interface Said {
  errMsg?: unknown
  errCode?: unknown
}
const isSaid = (raw: unknown): raw is Said => typeof raw === 'object' && raw !== null

/** Of everything that WeChat says, one thing matters here: that its main switch is off, which the person can change. */
const endOf = (raw: unknown): Asked => {
  if (!isSaid(raw)) return 'failed'
  if (raw.errCode === 20004) return 'switched-off'
  return /:ok$/.test(String(raw.errMsg)) ? 'asked' : 'failed'
}

/** Ends with WeChat's popup, whatever it says. WeChat of old phones may call nothing but `complete`. */
const show = (tmplIds: string[]) =>
  new Promise<Asked>((resolve) => {
    const end = (raw: unknown) => resolve(endOf(raw))
    try {
      // entityIds is Alipay's; Taro's type asks for both
      Taro.requestSubscribeMessage({ tmplIds, entityIds: [], complete: end }).then(end, end)
    } catch (error) {
      end(error)
    }
  })

interface Popup {
  /** Opened a moment ago: another tap is the same tap, made twice. */
  fresh: boolean
  /** A later tap took the place of the one that opened it. */
  left: boolean
}
let popup: Popup | undefined

const sameTapMs = 1000
const never = new Promise<never>(() => undefined)

const opened = () => {
  const mine: Popup = { fresh: true, left: false }
  setTimeout(() => (mine.fresh = false), sameTapMs)
  return (popup = mine)
}

/** A popup covers the page: a tap that reaches the page means that WeChat never told of its end. */
const tapOver = (open: Popup): Promise<Asked> => {
  if (open.fresh) return never
  open.left = true
  popup = undefined
  return Promise.resolve('failed')
}

/**
 * Asks whether these messages may be sent. The FIRST call of a tap's handler: WeChat opens its popup only while the tap lasts, and a tap does not
 * outlast any waiting. The tap's own work comes after it, however it ends. Where it never ends, the next tap goes on instead, at once.
 */
export const askToSubscribe = (kinds: readonly SubscribeTemplate[], daily?: Daily): Promise<Asked> => {
  if (popup) return tapOver(popup)
  const ids = idsOf(kinds)
  const enough = daily && (daily.onceOn === undefined || daily.onceOn === askedOn.get())
  if (ids.length === 0 || enough) return Promise.resolve('not-asked')
  const ended = show(ids)
  const mine = opened()
  if (daily?.onceOn !== undefined) askedOn.set(daily.onceOn)
  return ended.then((asked) => {
    if (popup === mine) popup = undefined
    return mine.left ? never : asked
  })
}
