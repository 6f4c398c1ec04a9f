import { type ApplicationView } from '@app/contract'
import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { goTo, later, ok, Phone } from './applicant.fixture'

const reasons = [{ item: 'facts.workStart', code: 'differs-from-file', text: '与档案不一致' }]

describe.each(databaseKinds)('the limit of a correction over HTTP on %s', (kind) => {
  let world: World
  let app: RunningApp

  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    await app.work()
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  const returned = async (person: string, contact: string, grade: 3 | 5): Promise<[Phone, ApplicationView]> => {
    const phone = await Phone.of(app, person)
    const application = await phone.submitted(grade)
    ok(await (await Phone.of(app, contact)).approve(application))
    await app.work()
    const { recordNo = '' } = await phone.view(application.id)
    world.office.control.returnFor(recordNo, reasons)
    await later(world, app)
    return [phone, await phone.view(application.id)]
  }
  const correctedBy = async (phone: Phone, application: ApplicationView) => {
    const facts = { ...application.facts, workStart: '2004-08-01' }
    const edited = await phone.patch(application.id, application.version, { facts })
    return edited.status === 200 ? phone.correct(edited.body) : edited
  }

  it('two working days for a unit of 市直; none is invented for a 城区 that has set none; over is over', async () => {
    world.office.control.changeReference({
      units: world.office.control
        .reference()
        .units.map((unit) =>
          unit.code === 'sample-urban-works'
            ? { ...unit, contacts: [{ name: '示例·钱经办', phone: '12000002001' }] }
            : unit,
        ),
    })
    goTo(world, '2023-03-23T15:00:00')
    await app.work()
    const [li, ofCity] = await returned('li', 'zhang', 3)
    const [sun, ofUrban] = await returned('sun', 'zhang', 5)
    expect(ofCity.returnedFor?.limit).toMatchObject({ state: 'set', effective: '2023-03-27', workDaysLeft: 2 })
    expect(ofUrban.returnedFor?.limit).toMatchObject({
      state: 'unknown',
      reason: 'not-set',
      windowClose: '2023-04-06',
    })

    goTo(world, '2023-03-28T00:00:00')
    expect(await correctedBy(li, ofCity)).toMatchObject({
      status: 409,
      body: { code: 'correction-limit-passed', facts: { until: '2023-03-27T16:00:00.000Z' } },
    })
    expect(await li.correct(ofCity)).toMatchObject({ status: 409, body: { code: 'correction-limit-passed' } })
    expect(await li.view(ofCity.id)).toMatchObject({ state: 'office-returned', facts: ofCity.facts, editable: [] })

    // Registration is closed by then; a return may still be corrected while the window is open.
    goTo(world, '2023-04-06T23:59:59')
    const facts = { ...ofUrban.facts, workStart: '2016-08-01' }
    const edited = ok(await sun.patch(ofUrban.id, ofUrban.version, { facts }))
    expect(ok(await sun.correct(edited))).toMatchObject({ state: 'office-review' })
  })
})
