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
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  /** The phone submits li's ID number under this unit. */
  const claim = async (phone: Phone, unit: string): Promise<{ id: string; draft: ApplicationView }> => {
    const body = { campaign: 'jiaozuo-2023', facts: personOf('li').facts, grade: 3, consentVersion: '2023-1' }
    const draft = ok(await phone.post('/applications', body), 201)
    const filled = ok(await phone.patch(draft.id, draft.version, { form: { ...formOf('li'), unit: { code: unit } } }))
    const refused = await phone.submit(filled)
    expect(refused).toMatchObject({ status: 409, body: { code: 'id-number-claimed' } })
    return { id: refused.body.facts.claimId, draft: filled }
  }
  const claimsOf = async (contact: Phone) => ok<DeskList>(await contact.get('/unit-desk/applications')).claims
  const decide = (contact: Phone, id: string, granted = true) =>
    contact.post(`/unit-desk/claims/${id}/decision`, { granted })

  it('is not decided by the unit that the claimant names, nor by a claimant who is its contact', async () => {
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
})
