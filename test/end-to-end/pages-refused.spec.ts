import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { DataSource } from 'typeorm'
import { type ApplicationView } from '@app/contract'
import { PageRow } from '../../bff/src/documents/rows/page-row'
import { StuckMessages } from '../../bff/src/office-relay/stuck-messages'
import { later } from './applicant.fixture'
import { databaseKinds, Relay } from './pages-relay.fixture'

describe.each(databaseKinds)('pages that cannot go to the exam office as they are, on %s', (kind) => {
  let relay: Relay

  beforeEach(async () => {
    relay = await Relay.open(kind)
  })
  afterEach(() => relay.close())

  const firstPage = (application: ApplicationView): string => relay.record(application).content.documents[0]?.id ?? ''
  const calls = (application: ApplicationView) => relay.control.pageCalls(relay.record(application).recordNo)
  const dead = async () => (await relay.app.app.get(StuckMessages).list()).filter(({ state }) => state === 'dead')

  it('are not sent where the store holds other bytes than were listed: staff see it', async () => {
    const application = await relay.announced()
    const { file } = await relay.masterOf(firstPage(application))
    chmodSync(file, 0o600)
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('?')]))
    await relay.app.work()
    expect(await dead()).toMatchObject([{ topic: 'office.page', lastError: 'the bytes of the page are not there' }])
    expect(calls(application)).toEqual({})
  })

  it('are kept for staff where the office refuses them for good, and never count as delivered', async () => {
    const application = await relay.announced()
    const { file } = await relay.masterOf(firstPage(application))
    chmodSync(file, 0o600)
    writeFileSync(file, '\xff\xd8\xff another picture', 'latin1')
    await relay.app.app
      .get(DataSource)
      .manager.update(PageRow, { id: firstPage(application) }, { masterSha256: await sha256Of(file) })
    await relay.app.work()
    await later(relay.world, relay.app)
    expect(await dead()).toMatchObject([{ topic: 'office.page', lastError: 'invalid-request' }])
    expect(calls(application)[firstPage(application)]).toMatchObject({ calls: 1, kept: 0 })
    expect(await relay.applicant.view(application.id)).not.toMatchObject({ relay: { state: 'delivered' } })
  })

  it.each([
    ['500 after the work', { failAfter: 1 }],
    ['a cut connection after the work', { cutAfter: 1 }],
  ])('go again under the same key after %s', async (_, trouble) => {
    const application = await relay.announced()
    Object.assign(relay.control.switches, trouble, { appliesTo: 'writes' })
    await relay.app.work()
    await later(relay.world, relay.app)
    expect(calls(application)[firstPage(application)]).toEqual({ calls: 2, keys: 1, kept: 1 })
  })
})

async function sha256Of(file: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', readFileSync(file))
  return Buffer.from(digest).toString('hex')
}
