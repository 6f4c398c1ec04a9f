import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { World, type RunningApp } from '../../bff/src/app.fixture'
import { launchBrowser, newPhone } from '../support/browser'
import { launchDrawn, type Driver } from './index'
import { begin, checkHimself, fillBasics, fillExperience, photographPapers, promise } from './story.fixture'
import { weappBuild } from './weapp-build.fixture'
import { phoneOf } from './weapp-phone.fixture'

// Real work on a machine that may be busy: everything waits for a condition, nothing for this time.
jest.setTimeout(120_000)

const pictures = path.resolve(__dirname, '../../.local/pictures/weapp')

let world: World
let server: RunningApp
let browser: Browser
let page: Page
let app: Driver

beforeAll(async () => {
  fs.mkdirSync(pictures, { recursive: true })
  browser = await launchBrowser()
  world = await World.open('sqlite')
  server = await world.start()
  await server.work()
  page = await (await newPhone(browser)).newPage()
  page.setDefaultTimeout(15_000)
  app = await launchDrawn(page, weappBuild, phoneOf(world, server, 'li'))
})
afterAll(async () => {
  app.close()
  await browser.close()
  await server.close()
  await world.close()
})

/** Takes a picture once the words are drawn; no page may be wider than the phone. */
async function look(name: string, words: string) {
  await page.locator('page:visible').getByText(words).first().waitFor()
  await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect({ name, overflow }).toEqual({ name, overflow: 0 })
}

test('the pages of the application are drawn whole, from the papers to the line of what happened', async () => {
  await checkHimself(app)
  await look('4-papers', '开始申报')
  await begin(app)
  await look('5-tasks', '基本信息')
  await fillBasics(app, 'li')
  await fillExperience(app)
  await photographPapers(app, server, look)
  await promise(app)
  await app.tap('核对并提交')
  await look('6-review', '确认无误，提交')
  await page.getByText('确认无误，提交').tap()
  await app.waitForText('申报已提交')
  await look('7-result', '申报已提交')
  await page.getByText('看进度').tap()
  await app.waitForText('您提交了申报')
  await look('8-status', '您提交了申报')
  app.switchTab('我的申报')
  await app.waitForText('保管工')
  await look('9-applications', '保管工')
  expect(app.host.log.errors).toEqual([])
})
