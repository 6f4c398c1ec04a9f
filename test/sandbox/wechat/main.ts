import { followClock } from '../clock/follow-clock'
import { setting, untilStopped } from '../server/process'
import { sampleApps, startWechat } from './start-wechat'

/** WeChat as a process. Settings: PORT, CLOCK_URL, WECHAT_APP_ID, WECHAT_APP_SECRET. */
void untilStopped(async () => {
  const clock = await followClock(setting('CLOCK_URL'))
  const ours = { appid: setting('WECHAT_APP_ID'), secret: setting('WECHAT_APP_SECRET') }
  const apps = [ours, ...sampleApps.filter(({ appid }) => appid !== ours.appid)]
  return startWechat({ port: Number(setting('PORT')), clock, apps })
})
