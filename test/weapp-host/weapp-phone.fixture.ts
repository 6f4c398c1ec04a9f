import type { RunningApp, World } from '../../bff/src/app.fixture'
import { launch, type Driver, type LaunchOptions } from './index'
import { serverName, weappBuild } from './weapp-build.fixture'

/** The weapp build on the phone of a sample person, in a world with a server, WeChat and the exam office. */
export function phoneOf(world: World, server: RunningApp, person: string, options: LaunchOptions = {}): Driver {
  const { control } = world.wechat
  return launch(weappBuild, {
    network: { routes: { [serverName]: server.url }, offline: false },
    native: { login: () => Promise.resolve({ code: control.mintLoginCode(person) }) },
    openTypes: {
      getPhoneNumber: () => Promise.resolve({ errMsg: 'getPhoneNumber:ok', code: control.mintPhoneCode(person) }),
    },
    ...options,
  })
}
