import type { Page } from 'playwright-core'
import { launch, type Driver, type LaunchOptions } from './driver/driver'
import { ChromiumView } from './view/chromium-view'

export { launch, type Driver, type LaunchOptions }
export { PhoneFiles } from './host/wx/files'
export { PhoneStorage } from './host/wx/storage'
export type { NativeApis, SubscribeOptions } from './host/wx/native'

/** As launch, but drawn in a page of Chromium too, where a test can look at it and touch it. */
export async function launchDrawn(browser: Page, root: string, options: LaunchOptions = {}): Promise<Driver> {
  const view = await ChromiumView.on(browser, root)
  const app = launch(root, { ...options, view })
  view.drives(app.host)
  return app
}
