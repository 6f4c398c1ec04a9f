import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newPhone } from '../support/browser'
import { launchDrawn, type Driver } from './index'
import { answerAll, liAnswers } from './self-check.fixture'
import { weappBuild } from './weapp-build.fixture'

// Real work on a machine that may be busy: everything waits for a condition, nothing for this time.
jest.setTimeout(60_000)

/** Pictures of the weapp build's own pages, to look at; not committed. */
const pictures = path.resolve(__dirname, '../../.local/pictures/weapp')

let browser: Browser
let page: Page
let app: Driver

beforeAll(async () => {
  fs.mkdirSync(pictures, { recursive: true })
  browser = await launchBrowser()
})
beforeEach(async () => {
  page = await (await newPhone(browser)).newPage()
  page.setDefaultTimeout(15_000)
  app = await launchDrawn(page, weappBuild)
})
afterEach(async () => {
  const { errors } = app.host.log
  expect(errors).toEqual([])
  app.close()
  await page.context().close()
})
afterAll(() => browser.close())

const picture = (name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' })
const front = () => page.locator('page:visible')

/** How much wider than the phone the page in front is. */
const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

test('a person touches through the first questions, and the button for the next stays in reach', async () => {
  await front().getByText('开始自查').waitFor()
  await picture('1-home')
  expect(await overflow()).toBe(0)
  await front().getByText('开始自查').tap()
  await front().getByText('您现在干什么工种？').waitFor()
  const next = front().getByRole('button', { name: '下一题' })
  const option = front().getByRole('radio', { name: '保管工' })
  expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(48)
  await option.tap()
  await front().getByRole('radio', { name: '保管工', checked: true }).waitFor()
  await picture('2-question')
  expect(await overflow()).toBe(0)
  const box = await next.boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0)
  await next.tap()
  await front().getByText('您和单位是什么用工关系？').waitFor()
})

test('the verdict says its answer first, and a clause opens over it in full', async () => {
  await front().getByText('开始自查').tap()
  await app.waitForText('您现在干什么工种？')
  await answerAll(app, liAnswers)
  await front().getByText('三级（高级工）').first().waitFor()
  await picture('3-verdict')
  expect(await overflow()).toBe(0)
  await front()
    .getByText(/^二\(二\)4/)
    .first()
    .tap()
  await front().getByText('通过工勤技能岗位四级（中级工）考核并在').waitFor()
  await picture('3b-clause')
})
