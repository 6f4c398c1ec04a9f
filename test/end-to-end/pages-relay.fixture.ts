import { join } from 'node:path'
import { DataSource } from 'typeorm'
import type { ApplicationView, PageView } from '@app/contract'
import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { PageRow } from '../../bff/src/documents/rows/page-row'
import { OutboxWorker } from '../../bff/src/platform/outbox/outbox-worker'
import { type OfficeControl } from '../sandbox/exam-office/control'
import { type OfficeRecord } from '../sandbox/exam-office/storage/rows'
import { goTo, ok, Phone } from './applicant.fixture'

export { databaseKinds }
type Kind = (typeof databaseKinds)[number]

/** One applicant, their unit's contact and the office, around a BFF that may be started anew on the same database. */
export class Relay {
  private constructor(
    readonly world: World,
    public app: RunningApp,
    public applicant: Phone,
    public contact: Phone,
  ) {}

  static async open(kind: Kind): Promise<Relay> {
    const world = await World.open(kind)
    const app = await world.start()
    world.office.control.setBffUrl(app.url)
    await app.work()
    goTo(world, '2023-03-20T10:00:00')
    return new Relay(world, app, await Phone.of(app, 'li'), await Phone.of(app, 'zhang'))
  }

  get control(): OfficeControl {
    return this.world.office.control
  }

  /** Approved by the unit and not sent yet. */
  async approved(): Promise<ApplicationView> {
    return ok(await this.contact.approve(await this.applicant.submitted()))
  }

  /** The office has the application; its pages wait. */
  async announced(): Promise<ApplicationView> {
    const application = await this.approved()
    await this.step()
    return application
  }

  /** One message of each application. */
  async step(): Promise<void> {
    await this.app.app.get(OutboxWorker).runOnce()
  }

  async restart(): Promise<void> {
    await this.app.close()
    this.app = await this.world.start()
    this.control.setBffUrl(this.app.url)
    this.applicant = await Phone.of(this.app, 'li')
    this.contact = await Phone.of(this.app, 'zhang')
  }

  record({ id }: ApplicationView): OfficeRecord {
    const record = this.control.records().find(({ applicationId }) => applicationId === id)
    if (!record) throw new Error('the office has no record of this application')
    return record
  }

  /** `kept` of each page that the office lists, in its order. */
  kept(application: ApplicationView): number[] {
    const { recordNo, content } = this.record(application)
    const calls = this.control.pageCalls(recordNo)
    return content.documents.map(({ id }) => calls[id]?.kept ?? 0)
  }

  async paper({ id }: ApplicationView, paper: string): Promise<PageView[]> {
    return (await this.applicant.papers(id)).papers.find(({ item }) => item.id === paper)?.pages ?? []
  }

  /** Where the bytes of a page lie, and a place beside it. */
  async masterOf(pageId: string): Promise<{ file: string; hidden: string }> {
    const page = await this.app.app.get(DataSource).manager.findOneByOrFail(PageRow, { id: pageId })
    const file = join(this.world.pagesFolder, page.masterObject ?? '')
    return { file, hidden: `${file}-hidden` }
  }

  /** The office returns one page, and the service has read of it. */
  async returnsPage(application: ApplicationView, pageId: string): Promise<void> {
    this.world.clock.advance(60_000)
    const reason = { item: `pages.${pageId}`, code: 'unreadable', text: '反光' }
    this.control.returnFor(this.record(application).recordNo, [reason])
    await this.control.nudgesSettled()
    await this.app.work()
  }

  /** The applicant photographs a returned page anew and hands the correction in. Answers the new page's id. */
  async retakes(application: ApplicationView, paper: string, replaces: string, page: number): Promise<string> {
    this.world.clock.advance(60_000)
    const { id } = await this.applicant.upload(application.id, paper, { page, replaces })
    await this.app.makePictures()
    ok(await this.applicant.correct(await this.applicant.view(application.id)))
    return id
  }

  /** So that the next test has its own. */
  async withdrawAll(): Promise<void> {
    this.control.behaveWell()
    const { items } = ok<{ items: ApplicationView[] }>(await this.applicant.get('/applications'))
    for (const { id, version } of items.filter(({ state }) => !['withdrawn', 'rejected'].includes(state)))
      ok(await this.applicant.post(`/applications/${id}/withdrawal`, {}, { version }))
  }

  async close(): Promise<void> {
    await this.app.close()
    await this.world.close()
  }
}
