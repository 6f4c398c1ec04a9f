import { randomUUID } from 'node:crypto'
import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { ok, Phone } from './applicant.fixture'

describe.each(databaseKinds)('the same thing twice, over HTTP on %s', (kind) => {
  let world: World
  let app: RunningApp
  let li: Phone

  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    world.office.control.setBffUrl(app.url)
    await app.work()
    li = await Phone.of(app, 'li')
  })
  afterEach(async () => {
    const { items } = ok<any>(await li.get('/applications'))
    for (const { id, version, state } of items)
      if (state !== 'withdrawn') ok(await li.post(`/applications/${id}/withdrawal`, {}, { version }))
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  it('a double tap and a retry of submit make one application', async () => {
    const draft = await li.filled()
    const key = randomUUID()
    const taps = await Promise.all([1, 2, 3, 4, 5].map(() => li.submit(draft, {}, key)))
    expect(taps.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(ok(await li.submit(draft, {}, key))).toMatchObject({ id: draft.id, state: 'unit-review' })
    const { timeline } = await li.view(draft.id)
    expect(timeline.filter(({ event }) => event === 'submitted')).toHaveLength(1)
  })

  it('two taps under two keys make one application too: the second is told that it has changed', async () => {
    const draft = await li.filled()
    const taps = await Promise.all([li.submit(draft), li.submit(draft)])
    expect(taps.map(({ status }) => status).sort()).toEqual([200, 412])
  })

  it('one live application per person: two drafts at once, one gets through', async () => {
    const drafts = [await li.filled(), await li.filled()]
    const taps = await Promise.all(drafts.map((draft) => li.submit(draft)))
    expect(taps.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = taps.find(({ status }) => status === 409)
    const live = taps.find(({ status }) => status === 200)
    expect(refused?.body).toMatchObject({
      code: 'live-application-exists',
      facts: { applicationId: live?.body.id },
    })
    ok(await li.post(`/applications/${live?.body.id}/withdrawal`, {}, { version: live?.body.version }))
    const other = drafts.find(({ id }) => id !== live?.body.id)
    expect(ok(await li.submit(other!))).toMatchObject({ state: 'unit-review' })
  })

  it('a page that is taken away beside a submission: one of the two is refused, and nothing is handed in without it', async () => {
    const draft = await li.filled()
    const [paper] = (await li.papers(draft.id)).papers
    const away = () => li.call('DELETE', `/applications/${draft.id}/pages/${paper?.pages[0]?.id}`)
    const [submitted, removed] = await Promise.all([li.submit(draft), away()])
    const inTime = { status: 422, body: { code: 'form-incomplete', facts: { missing: ['papers.id-card'] } } }
    if (removed.status === 204) expect(submitted).toMatchObject(inTime)
    else expect([submitted.status, removed]).toMatchObject([200, { status: 409, body: { code: 'page-fixed' } }])
    expect(await away()).toMatchObject({ status: removed.status === 204 ? 404 : 409 })
  })

  it('a retry of “new draft” gives the same draft', async () => {
    const key = randomUUID()
    const body = { campaign: 'jiaozuo-2023', consentVersion: '2023-1' }
    const [one, other] = await Promise.all([
      li.post('/applications', body, { key }),
      li.post('/applications', body, { key }),
    ])
    expect(one.status).toBe(201)
    expect(other.body.id).toBe(one.body.id)
  })

  it('two phones editing one draft: the second gets 412 with what is stored, nothing is overwritten', async () => {
    const draft = await li.filled()
    const second = await Phone.of(app, 'li')
    ok(await second.patch(draft.id, draft.version, { form: { phone: '12000000009' } }))
    const late = await li.patch(draft.id, draft.version, { form: { phone: '12000000008' } })
    expect(late).toMatchObject({
      status: 412,
      body: {
        code: 'version-conflict',
        facts: { stored: { version: draft.version + 1, form: { phone: '12000000009' } } },
      },
    })
    expect((await li.view(draft.id)).form.phone).toBe('12000000009')
    const blind = await li.call('PATCH', `/applications/${draft.id}`, { body: { form: {} } })
    expect(blind).toMatchObject({ status: 428, body: { code: 'if-match-missing' } })
  })
})
