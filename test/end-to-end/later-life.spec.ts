import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { goTo, ok, Phone } from './applicant.fixture'

describe.each(databaseKinds)('what the office sends after acceptance, on %s', (kind) => {
  let world: World
  let app: RunningApp

  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    world.office.control.setBffUrl(app.url)
    world.office.control.changeReference({ fees: [{ grade: 3, cents: 0 }] })
    await app.work()
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  it('is applied in order, each step with its stage, up to the certificate and its revocation', async () => {
    goTo(world, '2023-03-21T09:00:00')
    const li = await Phone.of(app, 'li')
    const application = await li.submitted()
    ok(await (await Phone.of(app, 'zhang')).approve(application))
    await app.work()
    const { recordNo = '' } = await li.view(application.id)
    const { control } = world.office
    const types = [
      ['onsite-required', 'onsite'],
      ['onsite-confirmed', 'confirmed'],
      ['training-announced', 'training'],
      ['ticket-issued', 'exam'],
      ['site-changed', 'exam'],
      ['score-published', 'result'],
      ['result', 'result'],
      ['public-notice', 'result'],
      ['certified', 'certified'],
      ['disqualified', 'ended'],
    ] as const
    for (const [type] of types) control.decide(recordNo, { type, data: { place: '示例考点' } })
    await control.nudgesSettled()
    await app.work()
    const { timeline, payment } = await li.view(application.id)
    const steps = timeline.slice(0, types.length).reverse()
    expect(steps.map(({ event, stage }) => [event, stage])).toEqual(types)
    expect(steps[3]?.facts).toEqual({ place: '示例考点' })
    expect(payment).toMatchObject({ state: 'free', feeCents: 0 })
  })
})
