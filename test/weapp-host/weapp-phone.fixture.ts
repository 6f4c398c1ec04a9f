import type { RunningApp, World } from '../../bff/src/app.fixture'
import type { LaunchOptions, SubscribeOptions } from './index'
import { serverName } from './weapp-build.fixture'

/** Who allows every message that is asked for. */
const accepts = ({ tmplIds }: SubscribeOptions) =>
  Promise.resolve(Object.fromEntries(tmplIds.map((id) => [id, 'accept'])))

/** The phone of a sample person, in a world with a server, WeChat and the exam office. */
export function phoneOf({ wechat }: World, server: RunningApp, person: string): LaunchOptions {
  const { control } = wechat
  return {
    network: { routes: { [serverName]: server.url }, offline: false },
    native: {
      login: () => Promise.resolve({ code: control.mintLoginCode(person) }),
      requestSubscribeMessage: accepts,
    },
    openTypes: {
      getPhoneNumber: () => Promise.resolve({ errMsg: 'getPhoneNumber:ok', code: control.mintPhoneCode(person) }),
    },
  }
}
