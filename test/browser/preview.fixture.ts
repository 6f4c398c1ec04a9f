import path from 'node:path'
import { type Browser } from 'playwright-core'
import { World, type RunningApp } from '../../bff/src/app.fixture'
import { repository } from '../architecture/source-files'
import { launchBrowser } from '../support/browser'
import { type DatabaseKind } from '../support/databases'
import { WebPhone } from './web-phone.fixture'

// A browser, four servers and a database on a busy machine.
jest.setTimeout(300_000)

/** Everything that the H5 preview needs: the sandbox, the BFF with the built pages, and a browser. */
export class Preview {
  private readonly phones: WebPhone[] = []

  private constructor(
    readonly world: World,
    readonly app: RunningApp,
    private readonly browser: Browser,
  ) {}

  static async open(kind: DatabaseKind): Promise<Preview> {
    const world = await World.open(kind)
    const app = await world.start({
      H5_DIR: path.join(repository, 'miniapp/dist/h5'),
      PREVIEW_WECHAT_URL: world.wechat.url,
    })
    world.office.control.setBffUrl(app.url)
    await app.work()
    return new Preview(world, app, await launchBrowser())
  }

  async phone(): Promise<WebPhone> {
    const phone = await WebPhone.open(this.browser, this.app.url)
    this.phones.push(phone)
    return phone
  }

  /** What waits is done: outbox, feed, timed jobs. */
  async work(): Promise<void> {
    await this.world.office.control.nudgesSettled()
    await this.app.work()
  }

  async close(): Promise<void> {
    for (const phone of this.phones) await phone.close()
    await this.browser.close()
    await this.app.close()
    await this.world.close()
  }
}
