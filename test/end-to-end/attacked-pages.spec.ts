import { randomUUID } from 'node:crypto'
import { DataSource } from 'typeorm'
import { databaseKinds, type RunningApp, World } from '../../bff/src/app.fixture'
import { ApplicationRow } from '../../bff/src/applications/rows/application-row'
import { PictureClaims } from '../../bff/src/documents/pictures/picture-claims'
import { PageRow } from '../../bff/src/documents/rows/page-row'
import { Phone } from './applicant.fixture'
import { photo } from './photo.fixture'
import { fetched, pagesOf, papersOf, send, sendPage } from './upload.fixture'

describe.each(databaseKinds)('pages under attack, on %s', (kind) => {
  let world: World
  let app: RunningApp
  let phone: Phone
  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    await app.work()
    phone = await Phone.of(app, 'wang')
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  test('of several files sent at once into a paper, only as many come in as it has room for', async () => {
    const { id } = await phone.draft()
    const max = (await papersOf(phone, id)).papers.find(({ item }) => item.id === 'id-card')?.item.pages.max ?? 0
    const files = await Promise.all(Array.from({ length: max + 5 }, (_, page) => photo(page + 1)))
    const answers = await Promise.all(files.map((file) => send(phone, id, 'id-card', file)))
    expect(await pagesOf(phone, id, 'id-card')).toHaveLength(max)
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(max)
    expect(answers.filter(({ body }) => body.code === 'paper-full')).toHaveLength(5)
  })

  test('of several files sent at once in the place of one page, one comes in', async () => {
    const { id } = await phone.draft()
    const [page] = await sendPage(phone, id, 'id-card', await photo(1))
    const query = { replaces: page?.id ?? '' }
    const files = await Promise.all([2, 3, 4, 5].map((one) => photo(one)))
    const answers = await Promise.all(files.map((file) => send(phone, id, 'id-card', file, { query })))
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 404, 404, 404])
    expect(await pagesOf(phone, id, 'id-card')).toHaveLength(1)
  })

  test('who brings and deletes pages without end is stopped for the day, in another draft as well; the next day it goes on', async () => {
    const hostile = await Phone.of(app, 'li')
    const { id } = await hostile.draft()
    const [page] = await sendPage(hostile, id, 'id-card', await photo(1))
    const pages = app.app.get(DataSource).getRepository(PageRow)
    const row = await pages.findOneByOrFail({ id: page?.id ?? '' })
    const deleted = { ...row, state: 'usable' as const, originalObject: null, removedAt: row.createdAt }
    const many = Array.from({ length: 399 }, () => ({ ...deleted, id: randomUUID(), uploadKey: randomUUID() }))
    await pages.insert(many)
    const stopped = await send(hostile, id, 'id-card', await photo(2))
    expect(stopped).toMatchObject({ status: 409, body: { code: 'too-many-uploads', facts: { limit: 400 } } })
    expect(await send(phone, (await phone.draft()).id, 'id-card', await photo(2))).toMatchObject({ status: 202 })
    await pages.update({ applicationId: id }, { createdAt: new Date(row.createdAt.getTime() - 86_400_000) })
    expect(await send(hostile, id, 'id-card', await photo(2))).toMatchObject({ status: 202 })
  })

  test('who turns old pages again and again, or sends files that fail, does not hold up the page that others sent before', async () => {
    const hostile = await Phone.of(app, 'chen')
    const { id } = await hostile.draft()
    const [old] = await sendPage(hostile, id, 'id-card', await photo(3))
    const [failing] = await sendPage(hostile, id, 'id-card', await photo(4))
    await app.makePictures()
    world.clock.advance(1000)
    const [waiting] = await sendPage(phone, (await phone.draft()).id, 'id-card', await photo(5))
    const pages = app.app.get(DataSource).getRepository(PageRow)
    await pages.update({ id: failing?.id ?? '' }, { state: 'checking', attempts: 1 })
    world.clock.advance(1000)
    await hostile.call('PUT', `/applications/${id}/pages/${old?.id}/rotation`, { body: { rotation: 1 } })
    const order: (string | undefined)[] = []
    for (let turn = 0; turn < 3; turn += 1) order.push((await app.app.get(PictureClaims).take())?.id)
    expect(order).toEqual([waiting?.id, old?.id, failing?.id])
  })

  test('an owner’s link shows nothing any more once the application is no longer theirs', async () => {
    const helper = await Phone.of(app, 'sun')
    const { id } = await helper.draft()
    await sendPage(helper, id, 'id-card', await photo(6))
    await app.makePictures()
    const [page] = await pagesOf(helper, id, 'id-card')
    const link = page?.links?.display ?? ''
    expect((await fetched(app, link)).status).toBe(200)
    await app.app.get(DataSource).getRepository(ApplicationRow).update({ id }, { accountId: randomUUID() })
    const refused = await fetched(app, link)
    expect([refused.status, refused.headers.get('cache-control')]).toEqual([404, 'no-store'])
  })
})
