import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { goTo, ok, Phone } from './applicant.fixture'

const paper = 'yearly-assessment:2022'

describe.each(databaseKinds)('容缺后补 over HTTP on %s', (kind) => {
  let world: World
  let app: RunningApp
  let chen: Phone

  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    world.office.control.setBffUrl(app.url)
    await app.work()
    goTo(world, '2023-03-21T09:00:00')
    chen = await Phone.of(app, 'chen')
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  const paperOf = async (id: string) => (await chen.papers(id)).papers.find(({ item }) => item.id === paper)
  const decided = async (recordNo: string, type: string, item: string): Promise<void> => {
    world.clock.advance(60_000)
    world.office.control.decide(recordNo, { type, reasons: [{ item, code: 'unreadable', text: '看不清公章' }] })
    await world.office.control.nudgesSettled()
    await app.work()
  }

  it('without the page and without the promise it is missing; the promise lets it through, with words and time', async () => {
    const draft = await chen.filled(1, { unit: { code: 'sample-city-service' } })
    ok(await chen.promise(draft.id, paper, false))
    const missing = [`papers.${paper}`, 'papers.undertaking']
    expect(await chen.submit(draft)).toMatchObject({
      status: 422,
      body: { code: 'form-incomplete', facts: { missing } },
    })
    expect(await chen.promise(draft.id, 'id-card')).toMatchObject({
      status: 409,
      body: { code: 'promise-not-allowed' },
    })
    ok(await chen.promise(draft.id, paper))
    expect(await paperOf(draft.id)).toMatchObject({
      state: 'promised',
      promise: { agreedAt: new Date(world.clock.now()).toISOString(), version: '2023-1', state: 'open' },
    })
    const submitted = ok(await chen.submit(draft))
    expect(submitted.supplements).toMatchObject([{ item: `papers.${paper}`, state: 'open' }])
  })

  it('follows after the office has accepted the application; rejected, it follows again with another page', async () => {
    const zhang = await Phone.of(app, 'zhang')
    const [{ id }] = ok<any>(await chen.get('/applications')).items
    ok(await zhang.approve(await chen.view(id)))
    await app.work()
    const { recordNo = '' } = await chen.view(id)
    const { control } = world.office
    expect(control.record(recordNo)?.content).toMatchObject({ promises: [{ kind: 'yearly-assessment-2022' }] })
    control.accept(recordNo)
    await control.nudgesSettled()
    await app.work()

    expect(await chen.supplement(await chen.view(id), paper)).toMatchObject({
      status: 422,
      body: { code: 'form-incomplete' },
    })
    const page = await chen.upload(id, paper)
    await app.makePictures()
    ok(await chen.supplement(await chen.view(id), paper))
    expect(await paperOf(id)).toMatchObject({ state: 'complete', open: false, promise: { state: 'sent' } })
    await app.work()
    expect(control.document(recordNo, page.id)?.length).toBeGreaterThan(1000)

    await decided(recordNo, 'supplement-rejected', `pages.${page.id}`)
    expect(await paperOf(id)).toMatchObject({
      state: 'returned',
      open: true,
      pages: [{ returned: { code: 'unreadable', words: '看不清公章' } }],
    })
    const again = await chen.upload(id, paper, { page: 2, replaces: page.id })
    await app.makePictures()
    ok(await chen.supplement(await chen.view(id), paper))
    await app.work()
    expect(control.document(recordNo, again.id)).toBeDefined()
    await decided(recordNo, 'supplement-accepted', 'papers.yearly-assessment-2022')
    expect(await chen.view(id)).toMatchObject({
      supplements: [{ item: `papers.${paper}`, state: 'accepted' }],
      relay: { state: 'delivered' },
    })
  })
})
