import { followClock } from '../clock/follow-clock'
import { setting, untilStopped } from '../server/process'
import { sampleApps, startWechat } from './start-wechat'

/** WeChat as a process. Settings: PORT, CLOCK_URL, WECHAT_APP_ID, WECHAT_APP_SECRET; events go to MESSAGE_URL, with the console's token and key. */
void untilStopped(async () => {
  const clock = await followClock(setting('CLOCK_URL'))
  const ours = { appid: setting('WECHAT_APP_ID'), secret: setting('WECHAT_APP_SECRET') }
  const apps = [ours, ...sampleApps.filter(({ appid }) => appid !== ours.appid)]
  const push = {
    url: setting('MESSAGE_URL'),
    token: setting('WECHAT_MESSAGE_TOKEN'),
    aesKey: setting('WECHAT_MESSAGE_AES_KEY'),
    format: 'json',
  } as const
  return startWechat({ port: Number(setting('PORT')), clock, apps, push })
})
