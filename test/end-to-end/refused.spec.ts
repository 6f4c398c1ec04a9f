import { DataSource } from 'typeorm'
import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { StuckMessages } from '../../bff/src/office-relay/stuck-messages'
import { goTo, later, ok, Phone } from './applicant.fixture'

describe.each(databaseKinds)('what the office does not take, on %s', (kind) => {
  let world: World
  let app: RunningApp
  let li: Phone
  let zhang: Phone

  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    await app.work()
    goTo(world, '2023-03-21T09:00:00')
    li = await Phone.of(app, 'li')
    zhang = await Phone.of(app, 'zhang')
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  it('is told as refused, not as on its way, and arrives once an operator lets it be tried again', async () => {
    const application = ok(await zhang.approve(await li.submitted()))
    await app.app
      .get(DataSource)
      .query(`update outbox set state = 'dead', last_error = 'content-invalid' where topic = 'office.application'`)
    expect(await li.view(application.id)).toMatchObject({ relay: { state: 'refused' } })
    const [stuck] = await app.app.get(StuckMessages).list()
    expect(await app.app.get(StuckMessages).revive(stuck?.id ?? '')).toBe(true)
    await later(world, app)
    expect(await li.view(application.id)).toMatchObject({ relay: { state: 'delivered' } })
  })

  it('a return that names its item at full length is answered with the very same item', async () => {
    const { items } = ok<any>(await li.get('/applications'))
    const item = `scan-${'x'.repeat(113)}`
    world.office.control.returnFor(items[0].recordNo, [{ item, code: 'unreadable', text: '看不清' }])
    await later(world, app)
    const returned = await li.view(items[0].id)
    expect(returned.editable).toEqual([`papers.${item}`])
    ok(await li.correct(returned))
    await later(world, app)
    expect(await li.view(returned.id)).toMatchObject({ state: 'office-review', relay: { state: 'delivered' } })
  })
})
