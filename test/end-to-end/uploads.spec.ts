import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { databaseKinds, type RunningApp, World } from '../../bff/src/app.fixture'
import { DataSource } from 'typeorm'
import type { PapersView } from '@app/contract'
import { AccessLogRow } from '../../bff/src/platform/privacy/access-log-row'
import { ReferenceRefresh } from '../../bff/src/units/reference-refresh'
import { personOf } from '../sandbox/people'
import { PageSweep } from '../../bff/src/documents/sweep'
import { ok, Phone } from './applicant.fixture'
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
  test('pages are moved, turned and removed; the list says so at once', async () => {
    const { id } = await phone.draft()
    const ids: string[] = []
    for (const page of [1, 2, 3])
      ids.push((await sendPage(phone, id, 'work-years-evidence', await photo(page)))[0]?.id ?? '')
    const [first = '', second = '', third = ''] = ids
    await app.makePictures()
    const moved = await phone.call('PUT', `/applications/${id}/page-order`, {
      body: { paper: 'work-years-evidence', pages: [third, first, second] },
    })
    expect(moved.status).toBe(200)
    expect((await pagesOf(phone, id, 'work-years-evidence')).map((page) => [page.id, page.position])).toEqual([
      [third, 1],
      [first, 2],
      [second, 3],
    ])
    const some = await phone.call('PUT', `/applications/${id}/page-order`, {
      body: { paper: 'work-years-evidence', pages: [third, first] },
    })
    expect([some.status, some.body.code]).toEqual([422, 'order-incomplete'])
    const before = (await pagesOf(phone, id, 'work-years-evidence'))[0]
    const turned = await phone.call('PUT', `/applications/${id}/pages/${third}/rotation`, { body: { rotation: 1 } })
    expect(turned.body).toMatchObject({ id: third, state: 'checking', rotation: 1 })
    await app.makePictures()
    const after = (await pagesOf(phone, id, 'work-years-evidence'))[0]
    expect([after?.width, after?.height]).toEqual([before?.height, before?.width])
    expect((await phone.call('DELETE', `/applications/${id}/pages/${first}`)).status).toBe(204)
    expect((await pagesOf(phone, id, 'work-years-evidence')).map((page) => [page.id, page.position])).toEqual([
      [third, 1],
      [second, 2],
    ])
  })

  test('[danger 72] of three pages the middle one is deleted: that one goes, and its link with it', async () => {
    const { id } = await phone.draft()
    for (const page of [1, 2, 3]) await sendPage(phone, id, 'work-years-evidence', await photo(page))
    await app.makePictures()
    const [one, two, three] = await pagesOf(phone, id, 'work-years-evidence')
    await phone.call('DELETE', `/applications/${id}/pages/${two?.id}`)
    expect((await pagesOf(phone, id, 'work-years-evidence')).map((page) => page.id)).toEqual([one?.id, three?.id])
    expect((await fetched(app, two?.links?.display ?? '')).status).toBe(404)
  })

  test('a page is taken again in its place', async () => {
    const { id } = await phone.draft()
    for (const page of [1, 2, 3]) await sendPage(phone, id, 'work-years-evidence', await photo(page))
    const [one, two, three] = await pagesOf(phone, id, 'work-years-evidence')
    const [anew] = await sendPage(phone, id, 'work-years-evidence', await photo(4), {
      query: { replaces: two?.id ?? '' },
    })
    const now = await pagesOf(phone, id, 'work-years-evidence')
    expect(now.map((page) => page.id)).toEqual([one?.id, anew?.id, three?.id])
  })

  test('a link is over after five minutes, and opens nothing but what it was made for', async () => {
    const { id } = await phone.draft()
    await sendPage(phone, id, 'id-card', await photo(1))
    await sendPage(phone, id, 'id-card', await photo(2))
    await app.makePictures()
    const [page, other] = await pagesOf(phone, id, 'id-card')
    const link = page?.links?.display ?? ''
    expect((await fetched(app, link)).status).toBe(200)
    const wrong = [
      link.replace(page?.id ?? '', other?.id ?? ''),
      link.replace('/display', '/thumbnail'),
      link.replace('role=owner', 'role=unit-contact'),
      link.replace(/until=\d+/, 'until=9999999999'),
      link.replace(/signature=.{10}/, 'signature=AAAAAAAAAA'),
    ]
    for (const one of wrong) expect([one, (await fetched(app, one)).status]).toEqual([one, 403])
    expect((await fetched(app, link.split('?')[0] ?? '')).status).toBe(400)
    world.clock.advance(300_000)
    expect((await fetched(app, link)).status).toBe(403)
  })

  test('what was deleted, given up or left by a process that died is swept out of the store', async () => {
    await app.app.get(PageSweep).sweep()
    const { id } = await phone.draft()
    await sendPage(phone, id, 'id-card', await photo(1))
    await sendPage(phone, id, 'work-years-evidence', await photo(2))
    const gone = await phone.draft()
    await sendPage(phone, gone.id, 'id-card', await photo(3))
    await app.makePictures()
    const [page] = await pagesOf(phone, id, 'id-card')
    await phone.call('DELETE', `/applications/${id}/pages/${page?.id}`)
    expect((await phone.post(`/applications/${gone.id}/withdrawal`, {}, { version: gone.version })).status).toBe(200)
    const lost = path.join(world.pagesFolder, 'originals/0123456789abcdef')
    writeFileSync(lost, 'left by a process that died')
    utimesSync(lost, 0, 0)
    const kept = await pagesOf(phone, id, 'work-years-evidence')
    const before = copiesIn(world)
    await app.app.get(PageSweep).sweep()
    expect(existsSync(lost)).toBe(false)
    expect(copiesIn(world)).toBe(before - 6)
    expect((await fetched(app, kept[0]?.links?.display ?? '')).status).toBe(200)
  })

  test("a unit's contact sees the pages, each view is on record, no link of theirs opens once they have left the list, and the person changes nothing any more", async () => {
    const person = await Phone.of(app, 'li')
    const submitted = await person.submitted()
    const contact = await Phone.of(app, 'zhang')
    const desk = await contact.get(`/unit-desk/applications/${submitted.id}/papers`)
    const shown = ok<PapersView>(desk).papers.flatMap(({ pages }) => pages)
    expect(shown.length).toBeGreaterThan(2)
    const link = shown[0]?.links?.thumbnail ?? ''
    expect(link).toContain('role=unit-contact')
    expect((await fetched(app, link)).status).toBe(200)
    expect((await fetched(app, shown[0]?.links?.display ?? '')).status).toBe(200)
    const views = await viewsOf(app, submitted.id)
    expect(views).toEqual(expect.arrayContaining([['unit-contact', 'page:id-card']]))
    expect(views.filter(([, part]) => part?.startsWith('page:'))).toHaveLength(2)
    const owners = await papersOf(person, submitted.id)
    await fetched(app, owners.papers[0]?.pages[0]?.links?.display ?? '')
    expect((await viewsOf(app, submitted.id)).filter(([, part]) => part?.startsWith('page:'))).toHaveLength(2)
    const stranger = await Phone.of(app, 'wang')
    expect((await stranger.get(`/unit-desk/applications/${submitted.id}/papers`)).status).toBe(403)
    expect((await stranger.get(`/applications/${submitted.id}/papers`)).status).toBe(404)
    await changesNothing(person, submitted.id)
    await leaveTheList('zhang')
    expect((await fetched(app, link)).status).toBe(403)
  })

  /** Submitted, its pages are fixed: nothing is added, turned, replaced or removed. */
  async function changesNothing(person: Phone, id: string): Promise<void> {
    const [page] = await pagesOf(person, id, 'id-card')
    expect(page?.fixed).toBe(true)
    const upload = await send(person, id, 'work-years-evidence', await photo(5))
    expect([upload.status, upload.body.code]).toEqual([409, 'not-editable'])
    const at = `/applications/${id}/pages/${page?.id}`
    for (const answer of [
      await person.call('PUT', `${at}/rotation`, { body: { rotation: 1 } }),
      await send(person, id, 'id-card', await photo(5), { query: { replaces: page?.id ?? '' } }),
    ])
      expect([answer.status, answer.body.code]).toEqual([409, 'page-fixed'])
    expect((await person.call('DELETE', at)).status).toBe(409)
  }

  async function leaveTheList(contact: string): Promise<void> {
    const { control } = world.office
    const { phone: number } = personOf(contact)
    const units = control.reference().units.map((unit) => ({
      ...unit,
      contacts: unit.contacts.filter((one) => one.phone !== number),
    }))
    control.changeReference({ units })
    await app.app.get(ReferenceRefresh).run()
  }
})

async function viewsOf(app: RunningApp, id: string): Promise<string[][]> {
  const rows = await app.app
    .get(DataSource)
    .getRepository(AccessLogRow)
    .findBy({ subject: `application:${id}` })
  return rows.map(({ viewerRole, part }) => [viewerRole, part])
}

const copiesIn = ({ pagesFolder }: World): number =>
  readdirSync(path.join(pagesFolder, 'pages'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    .length
