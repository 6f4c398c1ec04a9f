import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { goTo, ok, Phone } from './applicant.fixture'

describe.each(databaseKinds)('the main job over HTTP on %s', (kind) => {
  let world: World
  let app: RunningApp

  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    world.office.control.setBffUrl(app.url)
    await app.work()
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  it('goes from sign-in to the office and back, and the timeline shows every step', async () => {
    goTo(world, '2023-03-21T20:41:00')
    const li = await Phone.of(app, 'li')
    const draft = await li.filled()
    expect(draft).toMatchObject({
      state: 'draft',
      stage: 'filling-in',
      editable: ['*'],
      verdict: { verdict: 'eligible' },
    })

    const submitted = ok(await li.submit(draft))
    expect(submitted).toMatchObject({ state: 'unit-review', stage: 'with-unit', holder: { kind: 'unit' } })
    expect(submitted.relay.state).toBe('none')

    goTo(world, '2023-03-22T10:05:00')
    const zhang = await Phone.of(app, 'zhang')
    const desk = ok<any>(await zhang.get('/unit-desk/applications?group=for-me'))
    expect(desk.items).toMatchObject([{ id: draft.id, verdict: 'eligible', grade: 3, group: 'for-me' }])
    const seen = ok(await zhang.get(`/unit-desk/applications/${draft.id}`))
    const approved = ok(await zhang.approve(seen, { opinion: '同意报考' }))
    expect(approved).toMatchObject({ state: 'office-review', deskActions: [] })

    expect((await li.view(draft.id)).relay.state).toBe('waiting')
    await app.work()
    const delivered = await li.view(draft.id)
    expect(delivered.relay.state).toBe('delivered')
    const [record] = world.office.control.records()
    expect(record).toMatchObject({ recordNo: delivered.recordNo, applicationId: draft.id })
    const listed = record?.content.documents ?? []
    expect(listed.map(({ kind, page }) => [kind, page])).toEqual([
      ['id-card', 1],
      ['id-card', 2],
      ['work-years-evidence', 1],
    ])
    const back = listed[1]?.id ?? ''

    goTo(world, '2023-03-23T15:20:00')
    const reasons = [
      { item: 'facts.workStart', code: 'differs-from-file', text: '与档案不一致' },
      { item: `pages.${back}`, code: 'unreadable', text: '看不清有效期' },
    ]
    world.office.control.returnFor(delivered.recordNo ?? '', reasons)
    await world.office.control.nudgesSettled()
    await app.work()
    const returned = await li.view(draft.id)
    expect(returned).toMatchObject({
      state: 'office-returned',
      stage: 'with-you',
      holder: { kind: 'you' },
      editable: ['facts.workStart', `pages.${back}`],
      returnedFor: {
        by: 'office',
        limit: { state: 'set', nominal: '2023-03-27', effective: '2023-03-27', until: '2023-03-27T16:00:00.000Z' },
      },
    })

    goTo(world, '2023-03-24T19:00:00')
    const elsewhere = await li.patch(draft.id, returned.version, { form: { name: '别的名字' } })
    expect(elsewhere).toMatchObject({ status: 409, body: { code: 'not-editable', facts: { items: ['form.name'] } } })
    const facts = { ...returned.facts, workStart: '2005-08-01' }
    const mended = ok(await li.patch(draft.id, returned.version, { facts }))
    expect(await li.correct(mended)).toMatchObject({
      status: 422,
      body: { code: 'form-incomplete', facts: { missing: ['papers.id-card'] } },
    })
    const again = await li.upload(draft.id, 'id-card', { page: 7, replaces: back })
    expect(await li.correct(mended)).toMatchObject({
      status: 409,
      body: { code: 'pages-checking', facts: { pages: [again.id] } },
    })
    await app.makePictures()
    expect(ok(await li.correct(mended))).toMatchObject({ state: 'office-review', editable: [] })
    await app.work()
    const corrected = world.office.control.record(delivered.recordNo ?? '')
    expect(corrected?.content.facts['workStart']).toBe('2005-08-01')
    expect(corrected?.content.documents.map(({ id }) => id)).toEqual([listed[0]?.id, again.id, listed[2]?.id])

    goTo(world, '2023-03-25T09:00:00')
    world.office.control.accept(delivered.recordNo ?? '')
    await world.office.control.nudgesSettled()
    await app.work()
    const accepted = await li.view(draft.id)
    expect(accepted).toMatchObject({
      state: 'awaiting-payment',
      payment: { state: 'closed', reason: 'fee-not-set' },
      relay: { state: 'delivered' },
    })
    expect(accepted.timeline.map(({ event, actor, who }) => [event, actor, who])).toEqual([
      ['accepted', 'office', '市工考办（示例电话）'],
      ['corrected', 'applicant', undefined],
      ['returned', 'office', '市工考办（示例电话）'],
      ['unit-approved', 'unit-contact', '示例·市直后勤服务中心'],
      ['submitted', 'applicant', undefined],
      ['created', 'applicant', undefined],
    ])
    expect(accepted.timeline[2]).toMatchObject({
      at: '2023-03-23T07:20:00.000Z',
      items: [{ item: 'facts.workStart', words: '与档案不一致' }, {}],
    })
  })

  it('passes the 主管部门 where the unit has one with contacts', async () => {
    goTo(world, '2023-03-26T10:00:00')
    const [wang, ma, he] = await Promise.all(['wang', 'ma', 'he'].map((person) => Phone.of(app, person)))
    const application = await wang!.submitted(2)
    expect(ok(await ma!.approve(application, { skillAttested: true }))).toMatchObject({ state: 'department-review' })
    const early = await ma!.approve(await wang!.view(application.id))
    expect(early).toMatchObject({ status: 409, body: { code: 'not-possible-now' } })
    const back = ok(
      await he!.giveBack(await wang!.view(application.id), [{ item: 'name', code: 'wrong', words: '姓名不符' }]),
    )
    expect(back).toMatchObject({ state: 'department-returned' })
    const returned = await wang!.view(application.id)
    expect(returned.editable).toEqual(['form.name'])
    expect(ok(await wang!.correct(returned))).toMatchObject({ state: 'department-review' })
    const sent = ok(await he!.approve(await wang!.view(application.id)))
    expect(sent).toMatchObject({ state: 'office-review' })
    await app.work()
    const record = world.office.control.records().find(({ applicationId }) => applicationId === application.id)
    expect(record?.content.opinions.map(({ by }) => by)).toEqual(['unit', 'department'])
    expect(record?.content.facts).toMatchObject({ highSkillAttested: true, unitConsent: true })
  })
})
