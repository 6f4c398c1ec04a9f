import { DataSource } from 'typeorm'
import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { personOf } from '../sandbox/people'
import { formOf, goTo, later, ok, Phone } from './applicant.fixture'

describe.each(databaseKinds)('person data, on %s', (kind) => {
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

  const dataSource = () => app.app.get(DataSource)
  async function everything(): Promise<string> {
    const tables = dataSource().entityMetadatas.map(({ tablePath }) => tablePath)
    const rows = await Promise.all(tables.map((table) => dataSource().query(`select * from ${table}`)))
    return JSON.stringify(rows, (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('utf8') : value,
    )
  }

  it('stands in no table in the clear after the whole story; consents and views by the unit are on record', async () => {
    goTo(world, '2023-03-21T09:00:00')
    const li = await Phone.of(app, 'li')
    const application = await li.submitted()
    const zhang = await Phone.of(app, 'zhang')
    ok(await zhang.get(`/unit-desk/applications/${application.id}`))
    ok(await zhang.approve(application))
    await app.work()
    const { recordNo = '' } = await li.view(application.id)
    const { name, idNumber, phone } = personOf('li')
    world.office.control.returnFor(recordNo, [{ item: 'name', code: 'wrong', text: `${name}：姓名不符` }])
    await later(world, app)
    // The reason that the office wrote is its own text, shown as it is; the person's fields are sealed.
    const stored = (await everything()).replaceAll(`${name}：姓名不符`, '')
    for (const secret of [name, idNumber, phone]) expect(stored).not.toContain(secret)

    const consents = await dataSource().query('select kind, version from application_consent order by kind')
    expect(consents).toEqual([
      { kind: 'declaration', version: '2023-1' },
      { kind: 'privacy', version: '2023-1' },
    ])
    const views = await dataSource().query('select viewer_role, subject from access_log')
    expect(views.length).toBeGreaterThanOrEqual(2)
    expect(views[0]).toEqual({ viewer_role: 'unit-contact', subject: `application:${application.id}` })
  })

  it('a contact who acts on an old version is shown what a contact may see, without the whole ID number', async () => {
    const wang = await Phone.of(app, 'wang')
    const application = await wang.submitted(2)
    const ma = await Phone.of(app, 'ma')
    ok(await ma.giveBack(application, [{ item: 'name', code: 'wrong', words: '姓名不符' }]))
    const late = await ma.approve(application)
    expect(late).toMatchObject({
      status: 412,
      body: { facts: { stored: { role: 'unit-contact', state: 'unit-returned' } } },
    })
    expect(JSON.stringify(late.body)).not.toContain(personOf('wang').idNumber)
  })

  it('a helper fills in for another person, with consent, and is shown and told to the office as helper', async () => {
    const helper = await Phone.of(app, 'zhou')
    const draft = ok(
      await helper.post('/applications', {
        campaign: 'jiaozuo-2023',
        facts: personOf('sun').facts,
        grade: 5,
        consentVersion: '2023-1',
        helper: { relation: '同事', version: '2023-1' },
      }),
      201,
    )
    const form = { ...formOf('sun'), unit: { code: 'sample-city-service' } }
    const filled = ok(await helper.patch(draft.id, draft.version, { form }))
    await helper.photographed(filled.id)
    const submitted = ok(await helper.submit(filled))
    expect(submitted).toMatchObject({ helped: true, timeline: [{ actor: 'helper' }, { actor: 'helper' }] })
    ok(await (await Phone.of(app, 'zhang')).approve(submitted))
    await app.work()
    const record = world.office.control.records().find(({ applicationId }) => applicationId === draft.id)
    expect(record?.content).toMatchObject({ helper: { relation: '同事', consentVersion: '2023-1' } })
  })

  it('a unit that is not listed may be typed; once the office lists it, its contact sees the application', async () => {
    const chen = await Phone.of(app, 'chen')
    const draft = await chen.filled(1, { unit: { typedName: '示例·新设观测站' } })
    expect(draft.unit).toEqual({ name: '示例·新设观测站', listed: false })
    expect(ok(await chen.submit(draft)).supplements).toMatchObject([
      { item: 'papers.yearly-assessment:2022', state: 'open' },
    ])
    const zhang = await Phone.of(app, 'zhang')
    const { units } = world.office.control.reference()
    const contacts = [{ name: personOf('zhang').name, phone: personOf('zhang').phone }]
    const added = { code: 'sample-new-station', name: '示例·新设观测站', district: 'central', contacts }
    expect(ok<any>(await zhang.get('/unit-desk/applications?name=陈')).items).toEqual([])
    world.office.control.changeReference({ units: [...units, added] })
    await later(world, app)
    const { items } = ok<any>(await zhang.get('/unit-desk/applications?name=陈&limit=1'))
    expect(items).toMatchObject([{ id: draft.id, unit: '示例·新设观测站' }])
  })
})
