import { DataSource } from 'typeorm'
import { type ApplicationView, type DeskList } from '@app/contract'
import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { personOf } from '../sandbox/people'
import { formOf, ok, Phone } from './applicant.fixture'

describe.each(databaseKinds)('a second claim to an ID number, over HTTP on %s', (kind) => {
  let world: World
  let app: RunningApp
  let first: ApplicationView
  let zhang: Phone
  let ma: Phone

  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    await app.work()
    first = await (await Phone.of(app, 'li')).submitted()
    zhang = await Phone.of(app, 'zhang')
    ma = await Phone.of(app, 'ma')
    first = ok(await zhang.approve(first))
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  /** The phone submits the person's ID number under this unit. */
  const claim = async (phone: Phone, unit: string, person = 'li'): Promise<{ id: string; draft: ApplicationView }> => {
    const body = { campaign: 'jiaozuo-2023', facts: personOf(person).facts, grade: 3, consentVersion: '2023-1' }
    const draft = ok(await phone.post('/applications', body), 201)
    const filled = ok(await phone.patch(draft.id, draft.version, { form: { ...formOf(person), unit: { code: unit } } }))
    await phone.photographed(filled.id)
    const refused = await phone.submit(filled)
    expect(refused).toMatchObject({ status: 409, body: { code: 'id-number-claimed' } })
    return { id: refused.body.facts.claimId, draft: filled }
  }
  const claimsOf = async (contact: Phone) => ok<DeskList>(await contact.get('/unit-desk/applications')).claims
  const decide = (contact: Phone, id: string, granted = true) =>
    contact.post(`/unit-desk/claims/${id}/decision`, { granted })

  it('is decided by the unit that has approved the person, not by the one that the claimant names, nor by a claimant who is its contact', async () => {
    const { id, draft } = await claim(ma, 'sample-city-hospital')
    expect(await claimsOf(ma)).toEqual([])
    expect((await decide(ma, id)).status).toBe(404)
    expect((await ma.submit(draft)).body.code).toBe('id-number-claimed')
    expect((await ma.get(`/applications/${first.id}`)).status).toBe(404)
    expect(await claimsOf(zhang)).toMatchObject([{ id, unit: expect.stringContaining('医院') }])
    expect((await decide(zhang, id, false)).status).toBe(204)
  })

  it('is not decided by the claimant, also where he is the contact of the unit that has the person on record', async () => {
    const { id } = await claim(zhang, 'sample-city-service')
    expect(await claimsOf(zhang)).toEqual([])
    expect((await decide(zhang, id)).status).toBe(404)
  })

  it('the desk’s list and the claims that it shows are written to the access log, with the request', async () => {
    const sun = await Phone.of(app, 'sun')
    const { draft } = await claim(sun, 'sample-city-hospital')
    const answer = await zhang.get('/unit-desk/applications')
    const requestId = answer.headers.get('x-request-id')
    const views = await app.app
      .get(DataSource)
      .query('select subject, part, viewer_role from access_log where request_id = ? order by part', [requestId])
    expect(views).toEqual([
      { subject: `application:${draft.id}`, part: 'claim', viewer_role: 'unit-contact' },
      { subject: `application:${first.id}`, part: 'list', viewer_role: 'unit-contact' },
    ])
  })

  it('whoever was first under a unit that is not listed locks nobody out, and keeps nothing of what comes later', async () => {
    const zhao = await Phone.of(app, 'zhao')
    const stranger = await Phone.of(app, 'zhou')
    const form = { ...formOf('zhao'), unit: { typedName: '示例·没有的单位' } }
    const body = { campaign: 'jiaozuo-2023', facts: personOf('zhao').facts, grade: 4, consentVersion: '2023-1' }
    const draft = ok(await stranger.post('/applications', body), 201)
    const filled = ok(await stranger.patch(draft.id, draft.version, { form }))
    await stranger.photographed(filled.id)
    const confirm = { phoneVerdict: { verdict: 'confirm', pack: 'jiaozuo-2023' } } as const
    const untrue = ok(await stranger.submit(filled, confirm))
    const own = ok(await zhao.post('/applications', body), 201)
    const mine = ok(await zhao.patch(own.id, own.version, { form: formOf('zhao') }))
    await zhao.photographed(mine.id)
    const refused = await zhao.submit(mine, confirm)
    expect((await decide(zhang, refused.body.facts.claimId)).status).toBe(204)
    ok(await zhao.post(`/applications/${untrue.id}/withdrawal`, {}, { version: untrue.version }))
    ok(await zhao.submit(mine, confirm))
    expect((await stranger.get(`/applications/${mine.id}`)).status).toBe(404)
    expect((await stranger.get(`/applications/${untrue.id}`)).status).toBe(200)
  })

  it('a contact does not decide on an application that he made himself', async () => {
    const body = { campaign: 'jiaozuo-2023', facts: personOf('wang').facts, grade: 2, consentVersion: '2023-1' }
    const draft = ok(await ma.post('/applications', body), 201)
    const filled = ok(await ma.patch(draft.id, draft.version, { form: formOf('wang') }))
    await ma.photographed(filled.id)
    const submitted = ok(await ma.submit(filled))
    const refused = { status: 403, body: { code: 'not-your-own' } }
    expect(await ma.approve(submitted)).toMatchObject(refused)
    expect(await ma.giveBack(submitted, [{ item: 'name', code: 'wrong', words: '姓名不符' }])).toMatchObject(refused)
    expect(ok<any>(await ma.get(`/unit-desk/applications/${submitted.id}`)).deskActions).toEqual([])
  })

  it('an application has one spelling of its id, and a unit one spelling of its name', async () => {
    expect((await zhang.get(`/unit-desk/applications/${first.id.toUpperCase()}`)).status).toBe(404)
    expect((await zhang.get(`/unit-desk/applications/${first.id}%20`)).status).toBe(404)
    const sun = await Phone.of(app, 'sun')
    const { units } = world.office.control.reference()
    const contacts = [{ name: personOf('zhang').name, phone: personOf('zhang').phone }]
    const added = { code: 'sample-station-abc', name: '示例·ABC站', district: 'city', contacts }
    world.office.control.changeReference({ units: [...units, added] })
    world.clock.advance(60_000)
    await app.work()
    const draft = await sun.filled(5, { unit: { typedName: '示例·abc站' } })
    ok(await sun.submit(draft))
    expect(ok<DeskList>(await zhang.get('/unit-desk/applications?name=孙')).items).toEqual([])
  })
})
