import { type ApplicationView, type ReviewView } from '@app/contract'
import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { personOf } from '../sandbox/people'
import { formOf, goTo, ok, Phone } from './applicant.fixture'

describe.each(databaseKinds)('the windows of registration and review, over HTTP on %s', (kind) => {
  let world: World
  let app: RunningApp

  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    world.office.control.changeReference({ schedule: { registrationOpensOn: '2023-03-22' } })
    await app.work()
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  /** Submitted with the person's own word that the unit attests the skill (二(三)2), without which there is no way. */
  const dependingOnAttestation = async (): Promise<ApplicationView> => {
    const wang = await Phone.of(app, 'wang')
    const facts = { ...personOf('wang').facts, education: 'junior-high', birthDate: '1970-01-01' }
    const body = { campaign: 'jiaozuo-2023', facts, grade: 2, consentVersion: '2023-1' }
    const draft = ok(await wang.post('/applications', body), 201)
    const filled = ok(await wang.patch(draft.id, draft.version, { form: formOf('wang') }))
    await wang.photographed(filled.id)
    return ok(await wang.submit(filled))
  }

  it('before the first day a draft can be filled in; its submission is told when registration opens', async () => {
    goTo(world, '2023-03-21T23:59:59')
    const li = await Phone.of(app, 'li')
    const draft = await li.filled()
    expect(await li.submit(draft)).toMatchObject({
      status: 409,
      body: { code: 'registration-not-open', facts: { opensOn: '2023-03-22' } },
    })
    goTo(world, '2023-03-22T00:00:00')
    expect(ok(await li.submit(draft))).toMatchObject({ state: 'unit-review' })
  })

  it('an approval that takes away what the verdict stands on is refused in the contact’s own words', async () => {
    const application = await dependingOnAttestation()
    const ma = await Phone.of(app, 'ma')
    expect(await ma.approve(application, { skillAttested: false })).toMatchObject({
      status: 409,
      body: { code: 'approval-not-eligible', facts: { verdict: 'ineligible' } },
    })
    expect(ok(await ma.approve(application, { skillAttested: true }))).toMatchObject({ state: 'department-review' })
  })

  it('after the last day of review neither unit nor department approves or returns', async () => {
    const zhang = await Phone.of(app, 'zhang')
    const { items } = ok<any>(await zhang.get('/unit-desk/applications?group=for-me'))
    const review = () => zhang.get(`/unit-desk/applications/${items[0].id}`)
    goTo(world, '2023-04-06T23:59:59')
    expect(ok<ReviewView>(await review()).deskActions).toEqual(['approve', 'return'])
    goTo(world, '2023-04-07T00:00:00')
    const closed = { status: 409, body: { code: 'review-closed', facts: { closedAt: '2023-04-06T16:00:00.000Z' } } }
    expect(await zhang.approve(items[0])).toMatchObject(closed)
    expect(await zhang.giveBack(items[0], [{ item: 'name', code: 'wrong', words: '姓名不符' }])).toMatchObject(closed)
    expect(ok<ReviewView>(await review()).deskActions).toEqual([])
    const he = await Phone.of(app, 'he')
    const { items: ofDepartment } = ok<any>(await he.get('/unit-desk/applications?group=for-me'))
    expect(await he.approve(ofDepartment[0])).toMatchObject(closed)
  })
})
