import type { Page as BrowserPage } from 'playwright-core'
import type { Host, ViewEvent } from '../host/host'
import type { Page } from '../host/page'
import type { View } from '../host/view'
import { browserScript, compileView } from './compile'
import type {} from './browser/main'

/** Draws the build's real WXML and WXSS in a page of Chromium, by WeChat's open component framework. */
export class ChromiumView implements View {
  private host: Host | undefined
  /** Everything for the browser, in the order in which it was told. */
  private told: Promise<unknown> = Promise.resolve()

  private constructor(private readonly browser: BrowserPage) {}

  static async on(browser: BrowserPage, root: string): Promise<ChromiumView> {
    const view = new ChromiumView(browser)
    const { templates, ...drawing } = compileView(root)
    await browser.setContent('<!doctype html><meta name="viewport" content="width=device-width"><body></body>')
    await browser.exposeFunction('weappEvent', (id: number, event: ViewEvent) => view.happened(id, event))
    const given = `window.weappDrawing = { ...${JSON.stringify(drawing)}, templates: ${templates} }`
    await browser.addScriptTag({ content: given })
    await browser.addScriptTag({ content: browserScript() })
    return view
  }

  /** The app that gets what happens on the drawn pages. */
  drives(host: Host) {
    this.host = host
  }

  open({ __wxWebviewId__: id, route, data }: Page) {
    const initial = JSON.parse(JSON.stringify(data)) as object
    this.tell(() =>
      this.browser.evaluate(([page, path, now]) => window.weapp.open(page, path, now), [id, route, initial] as const),
    )
  }

  update({ __wxWebviewId__: id }: Page, data: Record<string, unknown>) {
    this.tell(() => this.browser.evaluate(([page, more]) => window.weapp.update(page, more), [id, data] as const))
  }

  show({ __wxWebviewId__: id }: Page) {
    this.tell(() => this.browser.evaluate((page) => window.weapp.show(page), id))
  }

  close({ __wxWebviewId__: id }: Page) {
    this.tell(() => this.browser.evaluate((page) => window.weapp.close(page), id))
  }

  private tell(work: () => Promise<unknown>) {
    this.told = this.told.then(work).catch((error: Error) => this.host?.log.errors.push(error.message))
  }

  private happened(id: number, event: ViewEvent) {
    const page = this.host?.navigation.stack.find((each) => each.__wxWebviewId__ === id)
    if (page) this.host?.deliver(page, event)
  }
}
