import { readFileSync } from 'node:fs'
import { followClock } from '../clock/follow-clock'
import { setting, untilStopped } from '../server/process'
import { sampleApps } from '../wechat/start-wechat'
import { type SandboxMerchant } from './sample-merchant'
import { startWechatPay } from './start-wechat-pay'

/**
 * WeChat Pay as a process. Settings: PORT, CLOCK_URL, WECHAT_APP_ID, WECHAT_PAY_MERCHANT_FILE (a SandboxMerchant as JSON, both sides' keys in it),
 * WECHAT_PAY_FILE (where orders are kept).
 */
void untilStopped(async () => {
  const merchant: SandboxMerchant = JSON.parse(readFileSync(setting('WECHAT_PAY_MERCHANT_FILE'), 'utf8'))
  const appids = [setting('WECHAT_APP_ID'), ...sampleApps.map(({ appid }) => appid)]
  return startWechatPay({
    port: Number(setting('PORT')),
    clock: await followClock(setting('CLOCK_URL')),
    merchant,
    appids,
    file: setting('WECHAT_PAY_FILE'),
    working: true,
  })
})
