import { type ApplicationView, type DeskList } from '@app/contract'
import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { goTo, ok, Phone } from './applicant.fixture'

describe.each(databaseKinds)('the desk of a unit over HTTP on %s', (kind) => {
  let world: World
  let app: RunningApp
  let zhang: Phone
  const applicants: Record<string, [Phone, ApplicationView]> = {}

  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    await app.work()
    for (const [person, grade, verdict, time] of [
      ['li', 3, 'eligible', '2023-03-21T09:00:00'],
      ['zhao', 4, 'confirm', '2023-03-21T10:00:00'],
      ['zhou', 4, 'confirm', '2023-03-21T11:00:00'],
    ] as const) {
      goTo(world, time)
      const phone = await Phone.of(app, person)
      const draft = await phone.filled(grade, { unit: { code: 'sample-city-service' } })
      applicants[person] = [phone, ok(await phone.submit(draft, { phoneVerdict: { verdict, pack: 'jiaozuo-2023' } }))]
    }
    zhang = await Phone.of(app, 'zhang')
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  const list = async (query = '') => ok<DeskList>(await zhang.get(`/unit-desk/applications${query}`))
  const names = ({ items }: DeskList) => items.map(({ name }) => name)

  it('lists oldest first, page by page, and counts by group', async () => {
    const first = await list('?group=for-me&limit=2')
    expect(names(first)).toEqual(['示例·李师傅', '示例·赵师傅'])
    const second = await list(`?group=for-me&limit=2&cursor=${first.next}`)
    expect(names(second)).toEqual(['示例·周师傅'])
    expect(second.next).toBeUndefined()
    expect(first.counts).toEqual({ 'for-me': 3, returned: 0, 'with-office': 0, payment: 0, others: 0 })
    expect(first.units).toEqual([{ code: 'sample-city-service', name: '示例·市直后勤服务中心', role: 'unit-contact' }])
    expect(second.items[0]).toMatchObject({ verdict: 'confirm', lean: 'ineligible', grade: 4 })
    expect(await zhang.get('/unit-desk/applications?cursor=nonsense')).toMatchObject({
      status: 400,
      body: { code: 'cursor-invalid' },
    })
  })

  it('finds by a part of the name, though names are sealed', async () => {
    expect(names(await list('?name=赵'))).toEqual(['示例·赵师傅'])
    expect(names(await list('?name=钱'))).toEqual([])
    expect(names(await list('?unit=sample-city-hospital'))).toEqual([])
  })

  it('returns with reasons; only what was returned can be changed, then it comes back to the desk', async () => {
    const [zhao, application] = applicants['zhao']!
    const none = await zhang.giveBack(application, [])
    expect(none).toMatchObject({ status: 400, body: { code: 'body-invalid' } })
    ok(
      await zhang.giveBack(application, [
        { item: 'workExperience', code: 'incomplete', words: '缺 2016 年以后的经历' },
      ]),
    )
    expect((await list('?group=returned')).items).toMatchObject([{ state: 'unit-returned', holder: { kind: 'you' } }])

    const returned = await zhao.view(application.id)
    expect(returned).toMatchObject({
      editable: ['form.workExperience'],
      returnedFor: {
        by: 'unit',
        byName: '示例·市直后勤服务中心',
        limit: { state: 'unknown', windowClose: '2023-04-06' },
      },
      actions: ['edit', 'correct', 'withdraw'],
    })
    expect(await zhao.patch(returned.id, returned.version, { grade: 5 })).toMatchObject({
      status: 409,
      body: { code: 'not-editable', facts: { items: ['grade'] } },
    })
    const workExperience = [{ from: '2014-07', employer: '示例单位', post: '保管工' }]
    const mended = ok(await zhao.patch(returned.id, returned.version, { form: { workExperience } }))
    expect(mended.state).toBe('unit-returned')
    const confirm = { phoneVerdict: { verdict: 'confirm', pack: 'jiaozuo-2023' } } as const
    expect(ok(await zhao.correct(mended, confirm))).toMatchObject({ state: 'unit-review', holder: { kind: 'unit' } })
    expect((await list('?group=for-me')).items).toHaveLength(3)
  })

  it('approves once: a repeat on the old version is told that it has changed', async () => {
    const [li, application] = applicants['li']!
    ok(await zhang.approve(application, { opinion: '同意' }))
    expect(await zhang.approve(application)).toMatchObject({ status: 412, body: { code: 'version-conflict' } })
    const { timeline, verdict } = await li.view(application.id)
    expect(timeline[0]).toMatchObject({ event: 'unit-approved', facts: { opinion: '同意' } })
    const consent = verdict?.assessment.grades['3'].criteria.find(({ id }) => id === 'consent')
    expect(consent?.outcome).toBe('met')
  })

  it('a draft is nobody’s business at the desk', async () => {
    const wang = await Phone.of(app, 'sun')
    const draft = await wang.filled(5, { unit: { code: 'sample-city-service' } })
    expect((await zhang.get(`/unit-desk/applications/${draft.id}`)).status).toBe(404)
    expect(names(await list())).not.toContain('示例·孙师傅')
  })

  it('what the department cannot review any more is sent on by the unit; another unit needs its own approval', async () => {
    const wang = await Phone.of(app, 'wang')
    const ma = await Phone.of(app, 'ma')
    const waiting = ok(await ma.approve(await wang.submitted(2)))
    expect(waiting).toMatchObject({ state: 'department-review', deskActions: [] })
    const { departments } = world.office.control.reference()
    world.office.control.changeReference({ departments: departments.map((one) => ({ ...one, contacts: [] })) })
    world.clock.advance(60_000)
    await app.work()
    const review = ok<any>(await ma.get(`/unit-desk/applications/${waiting.id}`))
    expect(review.deskActions).toEqual(['approve', 'return'])
    expect(ok(await ma.approve(review))).toMatchObject({ state: 'office-review' })
    await app.work()
    const { recordNo = '' } = await wang.view(waiting.id)
    world.office.control.returnFor(recordNo, [{ item: 'unit', code: 'wrong', text: '单位不符' }])
    world.clock.advance(60_000)
    await app.work()
    const returned = await wang.view(waiting.id)
    expect(returned.editable).toEqual(['form.unit'])
    const moved = await wang.patch(returned.id, returned.version, { form: { unit: { code: 'sample-city-service' } } })
    expect(moved).toMatchObject({ status: 409, body: { code: 'unit-approved-already' } })
  })

  it('who leaves the office’s list loses the desk at the next request', async () => {
    const { units } = world.office.control.reference()
    const without = units.map((unit) => (unit.code === 'sample-city-service' ? { ...unit, contacts: [] } : unit))
    world.office.control.changeReference({ units: without })
    goTo(world, '2023-03-22T09:00:00')
    await app.work()
    expect(await zhang.get('/unit-desk/applications')).toMatchObject({ status: 403, body: { code: 'not-a-contact' } })
  })
})
