import { ownClock } from '../clock/clock'
import { createServer, listen, type Listening } from '../server/listen'
import { sampleApps } from '../wechat/start-wechat'
import { apiScope } from './api/api-scope'
import { controlOf, type WechatPayControl } from './control'
import { controlRoutes } from './control-routes'
import { Notifier } from './notify/notifier'
import { payPages } from './pages/pay-pages'
import { PayState, type PaySettings } from './pay-state'

export interface RunningWechatPay extends Listening {
  control: WechatPayControl
}

type Settings = Partial<PaySettings> & Pick<PaySettings, 'merchant'> & { port?: number; working?: boolean }

const beatMs = 200

/**
 * WeChat Pay: APIv3 under /v3, callbacks to the merchant, a page on which one plays the payer, and control for tests. Signatures follow the machine's clock, all else the season's.
 * `working`: what is due by the clock happens by itself; else on `control.work()`.
 */
export async function startWechatPay(settings: Settings): Promise<RunningWechatPay> {
  const { clock = ownClock(), appids = sampleApps.map(({ appid }) => appid) } = settings
  const state = new PayState({ ...settings, clock, appids })
  const notifier = new Notifier(state)
  const control = controlOf(state, notifier)
  const app = createServer({ bodyLimit: 1_000_000, routerOptions: { maxParamLength: 200 } })
  await app.register(async (scope) => apiScope(scope, state, notifier))
  await app.register(async (scope) => controlRoutes(scope, control))
  await app.register(async (scope) => payPages(scope, control))
  const listening = await listen(app, settings.port)
  const beat = settings.working === true ? setInterval(() => notifier.work(), beatMs) : undefined
  const close = async (): Promise<void> => {
    clearInterval(beat)
    await notifier.settled()
    await listening.close()
    state.store.close()
  }
  return { ...listening, close, control }
}
