import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'
import { unpackChromium } from './chromium'

/** The phone that pages are looked at on. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  locale: 'zh-CN',
  // Not Beijing: pages compute the zone themselves.
  timezoneId: 'America/Los_Angeles',
}

/** A real Chromium from npm, with Chinese fonts; close it after use. */
export function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = unpackChromium()
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return chromium.launch({
    executablePath,
    headless: true,
    env: { ...Object.fromEntries(inherited), ...env },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A phone with storage of its own: one person. */
export const newPhone = (browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> =>
  browser.newContext({ ...phone, ...options })
