import sharp from 'sharp'
import { databaseKinds, type RunningApp, World } from '../../bff/src/app.fixture'
import { Phone } from './applicant.fixture'
import { photo } from './photo.fixture'
import { fetched, pagesOf, papersOf, send, sendPage } from './upload.fixture'

describe.each(databaseKinds)('pages of papers, on %s', (kind) => {
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

  test('a page that has arrived is looked at, and then shown with its links', async () => {
    const { id } = await phone.draft()
    const [arrived] = await sendPage(phone, id, 'id-card', await photo(1))
    expect(arrived).toMatchObject({ paper: 'id-card', position: 1, state: 'checking', hints: [], fixed: false })
    expect(arrived?.links).toBeUndefined()
    await app.makePictures()
    const [page] = await pagesOf(phone, id, 'id-card')
    expect(page).toMatchObject({ id: arrived?.id, width: 480, height: 640 })
    const shown = await fetched(app, page?.links?.display ?? '')
    expect(shown.status).toBe(200)
    expect(shown.headers.get('cache-control')).toMatch(/^private, max-age=\d+$/)
    expect(shown.headers.get('content-type')).toBe('image/jpeg')
    expect((await sharp(shown.bytes).metadata()).format).toBe('jpeg')
    expect((await papersOf(phone, id)).progress.complete).toBe(0)
  })

  test('the same file under the same key is the same page; another file under it is refused', async () => {
    const { id } = await phone.draft()
    const key = 'one-file-one-key'
    const [first] = await sendPage(phone, id, 'id-card', await photo(1), { key })
    const [again] = await sendPage(phone, id, 'id-card', await photo(1), { key })
    expect(again?.id).toBe(first?.id)
    const other = await send(phone, id, 'id-card', await photo(2), { key })
    expect([other.status, other.body.code]).toEqual([409, 'idempotency-key-reused'])
    expect(await pagesOf(phone, id, 'id-card')).toHaveLength(1)
  })

  test('the same file sent at the same moment under the same key is one page', async () => {
    const { id } = await phone.draft()
    const file = await photo(3)
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => send(phone, id, 'id-card', file, { key: 'at-the-same-time' })),
    )
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202])
    expect(new Set(answers.map(({ body }) => body.pages[0].id)).size).toBe(1)
  })
})
