import path from 'node:path'
import { type Browser } from 'playwright-core'
import { World, type RunningApp } from '../../bff/src/app.fixture'
import { repository } from '../architecture/source-files'
import { launchBrowser } from '../support/browser'
import { type DatabaseKind } from '../support/databases'
import { Phone } from '../end-to-end/applicant.fixture'
import { signInAs } from './steps.fixture'
import { WebPhone } from './web-phone.fixture'

// A browser, four servers and a database on a busy machine.
jest.setTimeout(300_000)

/** One browser per file; every phone has storage of its own. */
let browser: Promise<Browser> | undefined
const theBrowser = () => (browser ??= launchBrowser())
afterAll(async () => (await browser)?.close())

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
      PREVIEW_WECHAT_PAY_URL: world.pay.url,
    })
    world.office.control.setBffUrl(app.url)
    await app.work()
    return new Preview(world, app, await theBrowser())
  }

  async phone(): Promise<WebPhone> {
    const phone = await WebPhone.open(this.browser, this.app.url)
    this.phones.push(phone)
    return phone
  }

  /** A phone on which this person is signed in, standing on this address. */
  async signedIn(person: string, address = ''): Promise<WebPhone> {
    const phone = await this.phone()
    await phone.tab('我的')
    await signInAs(phone, person)
    await phone.sees('已登录')
    if (address) await phone.reopen(address)
    return phone
  }

  /** The same person's phone as a program: for what the test itself is not about. */
  api(person: string): Promise<Phone> {
    return Phone.of(this.app, person)
  }

  /** What waits is done: outbox, feed, timed jobs. */
  async work(): Promise<void> {
    await this.world.office.control.nudgesSettled()
    await this.app.work()
  }

  async close(): Promise<void> {
    for (const phone of this.phones) await phone.close()
    await this.app.close()
    await this.world.close()
  }
}

const page = (path: string) => (id: string) => `#/packages/${path}/index?id=${id}`

/** Addresses of pages for one application. */
export const at = {
  review: page('apply/pages/review'),
  tasks: page('apply/pages/tasks'),
  basics: page('apply/pages/basics'),
  materials: page('apply/pages/materials'),
  status: page('track/pages/status'),
  pay: page('apply/pages/pay'),
  person: page('unit-desk/pages/person'),
  approve: page('unit-desk/pages/approve'),
  giveBack: page('unit-desk/pages/return'),
  paper: (id: string, paper: string) => `${page('apply/pages/paper')(id)}&paper=${encodeURIComponent(paper)}`,
}
