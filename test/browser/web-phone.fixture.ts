import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core'
import { repository } from '../architecture/source-files'
import { newPhone } from '../support/browser'

/** Where the pictures of pages and states go; not committed. */
const pictures = process.env['PICTURES_DIR'] ?? path.join(repository, '.local/pictures')

const begins = (words: string) => new RegExp(`^\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)

/** A file on the phone. */
export interface Given {
  name?: string
  buffer: Buffer
}

type Role = 'button' | 'radio' | 'checkbox' | 'textbox' | 'heading' | 'alert'

/** One person's phone on the built H5 page, touched by what is read and said on it. */
export class WebPhone {
  private readonly files = mkdtempSync(path.join(tmpdir(), 'web-phone-'))

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly home: string,
  ) {}

  static async open(browser: Browser, home: string): Promise<WebPhone> {
    const context = await newPhone(browser)
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    const phone = new WebPhone(page, context, home)
    await page.goto(home)
    return phone
  }

  /** What begins with these words, on the page that is on top. */
  find(role: Role, words: string): Locator {
    return this.page.getByRole(role, { name: begins(words) }).filter({ visible: true })
  }

  async tap(words: string): Promise<void> {
    await this.find('button', words).first().click()
  }

  async choose(option: string): Promise<void> {
    await this.find('radio', option).first().click()
  }

  async tick(words: string): Promise<void> {
    await this.find('checkbox', words).first().click()
  }

  /** Types letter by letter, as thumbs do, and leaves the field. */
  async type(label: string, text: string): Promise<void> {
    const field = this.page.getByLabel(begins(label)).and(this.page.locator('input')).filter({ visible: true })
    await field.fill('')
    await field.pressSequentially(text)
    await field.blur()
  }

  /** Turns wheels to what is read on them: 2005年, 9月. */
  async spin(...items: string[]): Promise<void> {
    for (const item of items) {
      const wheel = this.page.locator('.wheels__item', { hasText: new RegExp(`^${item}$`) }).filter({ visible: true })
      await wheel.click()
    }
  }

  /** What the camera took, or what was picked from the album. */
  async gives(button: string, ...files: Given[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    const paths = files.map((file, at) => this.stored(file, at))
    await this.tap(button)
    await (await chooser).setFiles(paths)
  }

  /** On the disk, where the browser reads it as a phone does: large ones do not go over the wire to it. */
  private stored({ name = 'photo.jpg', buffer }: Given, at: number): string {
    const folder = mkdtempSync(path.join(this.files, `${at}-`))
    writeFileSync(path.join(folder, name), buffer)
    return path.join(folder, name)
  }

  async sees(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor()
  }

  async title(words: string): Promise<void> {
    await this.page.locator('.nav__title', { hasText: words }).filter({ visible: true }).waitFor()
  }

  async tab(words: string): Promise<void> {
    await this.page.getByRole('link', { name: words, exact: true }).click()
  }

  /** Opens an address of the app anew, as a killed app is opened again. */
  async reopen(address = ''): Promise<void> {
    await this.page.goto('about:blank')
    await this.page.goto(`${this.home}/${address}`)
  }

  async text(): Promise<string> {
    const shown = await this.page.locator('.page__main').filter({ visible: true }).allInnerTexts()
    return shown.join('\n')
  }

  /** A picture of the whole page as it stands: the window is as high as the page for a moment. */
  async picture(name: string): Promise<void> {
    const pages = this.page.locator('.page').filter({ visible: true })
    const height = await pages.last().evaluate((page) => page.scrollHeight)
    await this.page.setViewportSize({ width: 390, height: Math.max(844, height) })
    await this.page.screenshot({ path: this.pathOf(name) })
    await this.page.setViewportSize({ width: 390, height: 844 })
  }

  pathOf(name: string): string {
    mkdirSync(pictures, { recursive: true })
    return path.join(pictures, `${name}.png`)
  }

  async close(): Promise<void> {
    await this.context.close()
    rmSync(this.files, { recursive: true, force: true })
  }
}
