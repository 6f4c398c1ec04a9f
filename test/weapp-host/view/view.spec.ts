import fs from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newPhone } from '../../support/browser'
import { mutant, tinyApp } from '../fixtures/tiny-app'
import { launchDrawn, type Driver } from '../index'

jest.setTimeout(60_000)

let browser: Browser
let page: Page
let app: Driver | undefined
const made: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
})
beforeEach(async () => {
  page = await (await newPhone(browser)).newPage()
  page.setDefaultTimeout(15_000)
})
afterEach(async () => {
  app?.close()
  await page.context().close()
})
afterAll(async () => {
  await browser.close()
  for (const folder of made) fs.rmSync(folder, { recursive: true })
})

const draw = async (root: string) => (app = await launchDrawn(page, root))
const changed = (change: (source: string) => string) => {
  const root = mutant(tinyApp, 'base.wxml', change)
  made.push(root)
  return root
}

test('a real touch on drawn words reaches the app, and what it answers is drawn', async () => {
  await draw(tinyApp)
  await page.getByText('加一').tap()
  await page.getByText('数到 1').waitFor()
  await page.getByText('整行可按').tap()
  await page.getByText('数到 11').waitFor()
})

test('what is typed reaches the app', async () => {
  await draw(tinyApp)
  await page.getByRole('textbox', { name: '姓名' }).fill('王小明')
  await page.getByText('您好，王小明').waitFor()
})

test('a page that is opened covers the one below, which comes back as it was', async () => {
  await draw(tinyApp)
  await page.getByText('加一').tap()
  await page.getByText('打开').tap()
  await page.getByText('编号 7').waitFor()
  expect(await page.getByText('数到 1').isVisible()).toBe(false)
  app?.back()
  await page.getByText('数到 1').waitFor()
})

test('750rpx are as wide as the phone', async () => {
  const root = changed((wxml) =>
    wxml.replace('<view aria-label', '<view style="display:block" class="wide" aria-label'),
  )
  fs.writeFileSync(`${root}/app.wxss`, '.wide{width:375rpx}')
  await draw(root)
  expect((await page.locator('wx-view.wide').boundingBox())?.width).toBe(195)
})

test('nothing happens on a touch where the template does not bind it', async () => {
  const root = changed((wxml) =>
    wxml.replace('<button disabled="{{i.p0}}" bindtap="eh"', '<button disabled="{{i.p0}}"'),
  )
  await draw(root)
  await page.getByText('加一').tap()
  await page.getByText('整行可按').tap()
  await page.getByText('数到 10').waitFor()
})
