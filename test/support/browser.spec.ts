import { type Browser } from 'playwright-core'
import { launchBrowser, newPhone } from './browser'

describe('the browser of the tests', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  }, 60_000)
  afterAll(() => browser.close())

  test('draws Chinese: the same number of different characters gives different pictures', async () => {
    const page = await (await newPhone(browser)).newPage()
    const picture = async (text: string) => {
      await page.setContent(`<p style="font-size:40px">${text}</p>`)
      return (await page.screenshot()).toString('base64')
    }
    // Boxes or blanks in place of characters would look alike.
    expect(await picture('工考报名')).not.toBe(await picture('等级认定'))
  })

  test('is a phone: 390 wide, touched, Chinese', async () => {
    const page = await (await newPhone(browser)).newPage()
    expect(await page.evaluate(() => [screen.width, navigator.maxTouchPoints > 0, navigator.language])).toEqual([
      390,
      true,
      'zh-CN',
    ])
  })
})
