import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { personOf } from '../sandbox/people'
import { goTo, later, ok, Phone } from './applicant.fixture'

describe.each(databaseKinds)('bad input over HTTP on %s', (kind) => {
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

  it('names every impossible fact, and keeps what was there before', async () => {
    const draft = await li.filled()
    const facts = { ...draft.facts, workStart: '1985-02-31', regularisedOn: '1970-01-01', shoeSize: 43 }
    const refused = await li.patch(draft.id, draft.version, { facts } as object)
    expect(refused).toMatchObject({ status: 422, body: { code: 'facts-invalid' } })
    expect(refused.body.facts.problems.map(({ field }: { field: string }) => field)).toEqual(
      expect.arrayContaining(['workStart', 'shoeSize']),
    )
    expect(await li.view(draft.id)).toMatchObject({ version: draft.version, facts: draft.facts })
    const answer = ok<any>(
      await app.call('POST', '/api/v1/eligibility/assessments', { body: { facts, pack: 'jiaozuo-2023' } }),
    )
    expect(answer).toMatchObject({ ok: false, phoneLaw: 'pack-newer' })
  })

  it.each([
    ['41999919750101001', 'length'],
    ['41999919750101A018', 'characters'],
    ['419999197513010013', 'date'],
    ['419999197501010019', 'checksum'],
  ])('the ID number %s: %s; the draft is kept', async (idNumber, problem) => {
    const draft = await li.filled(3, { idNumber })
    expect(await li.submit(draft)).toMatchObject({
      status: 422,
      body: { code: 'id-number-invalid', facts: { problem } },
    })
    expect((await li.view(draft.id)).state).toBe('draft')
  })

  it('keeps a text with half a character with a sign in its place', async () => {
    const workExperience = [{ from: '2005-09', employer: '示例\ud800单位😀', post: '保管工' }]
    const draft = await li.filled()
    ok(await li.patch(draft.id, draft.version, { form: { workExperience } }))
    expect((await li.view(draft.id)).form.workExperience).toMatchObject([{ employer: '示例\ufffd单位😀' }])
  })

  it('takes an ID number with spaces and a small x as it is meant, and shows it masked', async () => {
    const { idNumber } = personOf('li')
    const spaced = `${idNumber.slice(0, 6)} ${idNumber.slice(6, 14)} ${idNumber.slice(14).toLowerCase()}`
    const edited = await li.filled(3, { idNumber: spaced })
    expect(edited.form.idNumber).toBe(idNumber)
    expect((await li.view(edited.id)).form.idNumber).toBe(`${idNumber[0]}***${idNumber.at(-1)}`)
  })

  it('says what is still missing, and what cannot be right', async () => {
    const draft = await li.draft()
    expect(await li.submit(draft)).toMatchObject({
      status: 422,
      body: {
        code: 'form-incomplete',
        facts: { missing: expect.arrayContaining(['form.name', 'papers.id-card', 'form.declaration']) },
      },
    })
    expect(await li.submit(await li.filled(3, { declaration: null }))).toMatchObject({
      status: 422,
      body: { code: 'declaration-needed' },
    })
    expect(await li.post('/applications', { campaign: 'jiaozuo-2023' })).toMatchObject({
      status: 422,
      body: { code: 'consent-needed' },
    })
    const filled = await li.filled(3, {
      phone: '1200000',
      workExperience: [{ from: '2005-13', to: '2001-01', employer: ' ', post: '保管工' }],
    })
    const { body } = await li.submit(filled)
    expect(body).toMatchObject({ code: 'form-invalid' })
    expect(body.facts.problems).toEqual([
      { field: 'form.phone', code: 'format' },
      { field: 'form.workExperience[0].from', code: 'format' },
      { field: 'form.workExperience[0].to', code: 'order' },
      { field: 'form.workExperience[0].employer', code: 'empty' },
    ])
  })

  it('shows where phone and server differ; nothing is lost, and the person may go on with the server’s verdict', async () => {
    const draft = await li.filled()
    const differing = await li.submit(draft, { phoneVerdict: { verdict: 'confirm', pack: 'jiaozuo-2023' } })
    expect(differing).toMatchObject({
      status: 409,
      body: { code: 'verdict-differs', facts: { phone: 'confirm', server: 'eligible', law: { pack: 'jiaozuo-2023' } } },
    })
    expect(differing.body.facts.assessment.grades['3'].criteria.length).toBeGreaterThan(5)
    expect(await li.view(draft.id)).toMatchObject({
      state: 'draft',
      version: draft.version,
      form: { name: draft.name },
    })
    const gone = await li.submit(draft, {
      phoneVerdict: { verdict: 'confirm', pack: 'jiaozuo-2023' },
      acknowledgedVerdict: 'eligible',
    })
    expect(ok(gone)).toMatchObject({
      state: 'unit-review',
      phoneVerdictDiffers: { phone: 'confirm', server: 'eligible' },
    })
  })

  it('refuses a grade for which the person is not eligible, with the clauses', async () => {
    const draft = await li.filled(2)
    const refused = await li.submit(draft, { phoneVerdict: { verdict: 'ineligible', pack: 'jiaozuo-2023' } })
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'grade-not-eligible', facts: { verdict: 'ineligible' } },
    })
    const unmet = refused.body.facts.assessment.grades['2'].criteria.filter((row: any) => row.outcome === 'unmet')
    expect(unmet[0].clause).not.toBe('')
  })

  it('an ID number that another account uses opens a claim; the unit contact decides; nobody is locked out', async () => {
    const first = await li.submitted()
    const sun = await Phone.of(app, 'sun')
    const { name, idNumber, unit } = { ...personOf('li') }
    const facts = personOf('li').facts
    const draft = ok(
      await sun.post('/applications', { campaign: 'jiaozuo-2023', facts, grade: 3, consentVersion: '2023-1' }),
      201,
    )
    const filled = ok(
      await sun.patch(draft.id, draft.version, {
        form: { ...(await li.view(first.id)).form, name, idNumber, unit: { code: unit } },
      }),
    )
    await sun.photographed(filled.id)
    const claimed = await sun.submit(filled)
    expect(claimed).toMatchObject({ status: 409, body: { code: 'id-number-claimed', facts: { state: 'open' } } })
    expect(await sun.view(filled.id)).toMatchObject({ state: 'draft', claim: { state: 'open' } })
    expect((await li.view(first.id)).state).toBe('unit-review')

    const { claimId } = claimed.body.facts
    const ma = await Phone.of(app, 'ma')
    const zhang = await Phone.of(app, 'zhang')
    expect((await ma.post(`/unit-desk/claims/${claimId}/decision`, { granted: true })).status).toBe(404)
    const desk = ok<any>(await zhang.get('/unit-desk/applications'))
    expect(desk.claims).toMatchObject([{ id: claimId, name, state: 'open' }])
    expect((await zhang.post(`/unit-desk/claims/${claimId}/decision`, { granted: true })).status).toBe(204)

    expect(await sun.submit(filled)).toMatchObject({
      status: 409,
      body: { code: 'live-application-exists', facts: { applicationId: first.id } },
    })
    expect(await sun.view(first.id)).toMatchObject({ state: 'unit-review' })
    expect((await li.view(first.id)).state).toBe('unit-review')
    ok(await sun.post(`/applications/${filled.id}/withdrawal`, {}, { version: filled.version }))
  })

  it('somebody else’s application is not there; the contact of another unit, and who is no contact, are told so', async () => {
    const application = await li.submitted()
    const zhou = await Phone.of(app, 'zhou')
    expect(await zhou.get(`/applications/${application.id}`)).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    })
    const ma = await Phone.of(app, 'ma')
    const other = { status: 403, body: { code: 'not-your-unit' } }
    expect(await ma.get(`/unit-desk/applications/${application.id}`)).toMatchObject(other)
    expect(await ma.approve(application)).toMatchObject(other)
    expect(await ma.giveBack(application, [{ item: 'name', code: 'x', words: '' }])).toMatchObject(other)
    expect(ok<any>(await ma.get('/unit-desk/applications')).items).toEqual([])
    expect(await zhou.get('/unit-desk/applications')).toMatchObject({ status: 403, body: { code: 'not-a-contact' } })
    expect((await li.view(application.id)).version).toBe(application.version)
  })

  it('a newer law is told: the office has loaded other data since the phone looked', async () => {
    const law = { facts: {}, pack: 'jiaozuo-2023' }
    const assess = (more: object) => app.call('POST', '/api/v1/eligibility/assessments', { body: { ...law, ...more } })
    const { referenceVersion } = (await assess({})).body.law
    expect((await assess({ referenceVersion })).body.phoneLaw).toBe('same')
    world.office.control.changeReference({ pins: { 'work-years-count': 'calendar-years' } })
    await later(world, app)
    const newer = (await assess({ referenceVersion })).body
    expect(newer).toMatchObject({ phoneLaw: 'pack-newer', law: { pins: { 'work-years-count': 'calendar-years' } } })
    expect(
      await app.call('POST', '/api/v1/eligibility/assessments', { body: { ...law, pack: 'atlantis-1066' } }),
    ).toMatchObject({
      status: 404,
      body: { code: 'pack-unknown' },
    })
  })

  // The clock of the world only goes forward: these come last, in the order of the calendar.
  it('no draft under words that nobody wrote, no ID number without its own consent, no submission under another promise', async () => {
    const unknown = await li.post('/applications', { campaign: 'jiaozuo-2023', consentVersion: '1999-1' })
    expect(unknown).toMatchObject({ status: 422, body: { code: 'consent-needed', facts: { kind: 'privacy' } } })
    const { token } = await app.signIn('he')
    const headers = { 'idempotency-key': 'key-of-consent', 'if-match': '"1"' }
    const body = { campaign: 'jiaozuo-2023', consentVersion: '2023-1' }
    const draft = await app.call('POST', '/api/v1/applications', { token, headers, body })
    const edit = (form: object) =>
      app.call('PATCH', `/api/v1/applications/${draft.body.id}`, { token, headers, body: { form } })
    expect(await edit({ idNumber: personOf('li').idNumber })).toMatchObject({
      status: 422,
      body: { code: 'consent-needed', facts: { kind: 'sensitive-data', version: '2023-2' } },
    })
    expect((await edit({ name: personOf('li').name })).status).toBe(200)
    const filled = await li.filled(3, { declaration: { accepted: true, version: '1999-1' } })
    expect(await li.submit(filled)).toMatchObject({ status: 422, body: { code: 'declaration-needed' } })
  })

  it('submitting at 23:59:59 of the last day passes; at 24:00 it does not, and the draft is kept', async () => {
    const draft = await li.filled()
    const sun = await Phone.of(app, 'sun')
    const late = await sun.filled(5)
    goTo(world, '2023-03-28T23:59:59')
    expect(ok(await li.submit(draft))).toMatchObject({ state: 'unit-review' })
    goTo(world, '2023-03-29T00:00:00')
    expect(await sun.submit(late)).toMatchObject({
      status: 409,
      body: { code: 'registration-closed', facts: { closedAt: '2023-03-28T16:00:00.000Z' } },
    })
    expect(await sun.view(late.id)).toMatchObject({ state: 'draft', form: { name: personOf('sun').name } })
    const fresh = await sun.post('/applications', { campaign: 'jiaozuo-2023', consentVersion: '2023-1' })
    expect(fresh).toMatchObject({ status: 409, body: { code: 'registration-closed' } })
  })
})
