import { type ApplicationView, consentVersions, type PageView, type PapersView } from '@app/contract'
import type { Browser, Page } from 'playwright-core'
import { personOf } from '../sandbox/people'
import { photo } from '../end-to-end/photo.fixture'
import { launchBrowser } from '../support/browser'
import { RealServers } from './real-server.fixture'
import { signInAs } from './steps.fixture'
import { WebPhone } from './web-phone.fixture'

// Real processes, a slow network and a browser on a busy machine.
jest.setTimeout(300_000)

const paper = 'work-years-evidence'
const files = 6

describe('the server is killed while pages are on their way', () => {
  let servers: RealServers
  let browser: Browser
  let phone: WebPhone
  beforeAll(async () => {
    servers = await RealServers.start()
    browser = await launchBrowser()
    phone = await WebPhone.open(browser, servers.at.web)
  })
  afterAll(async () => {
    await phone.close()
    await browser.close()
    await servers.close()
  })

  it('all pages arrive all the same, none twice, in their order, though the app was closed meanwhile too', async () => {
    await phone.tab('我的')
    await signInAs(phone, 'li')
    await phone.sees('已登录')
    const id = await draftOf(phone.page, 'li')
    await phone.reopen(`#/packages/apply/pages/paper/index?id=${id}&paper=${paper}`)
    await phone.sees('从相册选')
    const slow = await throttled(phone.page)
    await choose(phone, '从相册选')
    await arrived(phone.page, id, 1)
    await servers.kill('bff')
    await phone.sees(/没有网络|自动再传/)
    await servers.startOne('bff')
    await arrived(phone.page, id, 2)
    await slow.lift()
    await phone.reopen(`#/packages/apply/pages/paper/index?id=${id}&paper=${paper}`)
    const pages = await checked(phone.page, id, files)
    expect(new Set(pages.map(({ uploadKey }) => uploadKey)).size).toBe(files)
    expect(pages.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6])
    await phone.sees('第 6 页')
    await phone.picture('apply-paper-after-kill')
  })
})

async function choose(phone: WebPhone, button: string): Promise<void> {
  const chooser = phone.page.waitForEvent('filechooser')
  await phone.tap(button)
  const chosen = await Promise.all(Array.from({ length: files }, (_, page) => photo(page + 1)))
  await (
    await chooser
  ).setFiles(chosen.map((buffer, page) => ({ name: `page-${page + 1}.jpg`, mimeType: 'image/jpeg', buffer })))
}

/** So slow that a kill comes in the middle of several uploads. */
async function throttled(page: Page): Promise<{ lift(): Promise<void> }> {
  const session = await page.context().newCDPSession(page)
  const conditions = { offline: false, latency: 20, downloadThroughput: -1 }
  await session.send('Network.emulateNetworkConditions', { ...conditions, uploadThroughput: 40_000 })
  return {
    lift: async () => {
      await session.send('Network.emulateNetworkConditions', { ...conditions, uploadThroughput: -1 })
      await session.detach()
    },
  }
}

/** Asks the server as the page that is open does, with its token. */
async function ask<T>(page: Page, method: string, path: string, body?: object): Promise<T | undefined> {
  const request = { method, path, body: body && JSON.stringify(body) }
  const answer = await page.evaluate(async ({ method: verb, path: target, body: content }) => {
    const stored = JSON.parse(localStorage.getItem('session') ?? '{}')
    const headers = {
      authorization: `Bearer ${stored.data.accessToken}`,
      'idempotency-key': crypto.randomUUID(),
      'content-type': 'application/json',
    }
    const response = await fetch(`/api/v1${target}`, {
      method: verb,
      headers,
      ...(content && { body: content }),
    }).catch(() => undefined)
    return response?.ok ? response.text() : undefined
  }, request)
  return answer === undefined ? undefined : (JSON.parse(answer) as T)
}

async function draftOf(page: Page, person: string): Promise<string> {
  for (const kind of ['privacy', 'sensitive-data'] as const)
    await ask(page, 'POST', '/me/consents', { kind, version: consentVersions[kind].at(-1) })
  const { facts } = personOf(person)
  const draft = { campaign: 'jiaozuo-2023', facts, grade: 3, consentVersion: '2023-1' }
  const made = await ask<ApplicationView>(page, 'POST', '/applications', draft)
  if (!made) throw new Error('no draft was made')
  return made.id
}

async function pagesAt(page: Page, id: string): Promise<PageView[]> {
  const papers = await ask<PapersView>(page, 'GET', `/applications/${id}/papers`)
  return papers?.papers.find(({ item }) => item.id === paper)?.pages ?? []
}

/** Looks until it holds; the browser's own clock sets the pace. */
async function until(page: Page, holds: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 600; look += 1) {
    if (await holds()) return
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)))
  }
  throw new Error('it never came about')
}

const arrived = (page: Page, id: string, least: number): Promise<void> =>
  until(page, async () => (await pagesAt(page, id)).length >= least)

async function checked(page: Page, id: string, count: number): Promise<PageView[]> {
  await until(page, async () => {
    const pages = await pagesAt(page, id)
    return pages.length >= count && pages.every(({ state }) => state !== 'checking')
  })
  return pagesAt(page, id)
}
