import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import sharp from 'sharp'
import { databaseKinds, type RunningApp, World } from '../../bff/src/app.fixture'
import { Phone } from './applicant.fixture'
import { pdf } from './pdf.fixture'
import { photo } from './photo.fixture'
import { personOf } from '../sandbox/people'
import { originalsIn, pagesOf, send, sendPage } from './upload.fixture'

const limit = 20_000_000

/** A PNG's header with these dimensions, and nothing behind it. */
function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(33)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(header)
  header.writeUInt32BE(width, 16)
  header.writeUInt32BE(height, 20)
  header.set([8, 6, 0, 0, 0], 24)
  return header
}

const gif = Buffer.concat([Buffer.from('GIF89a'), Buffer.from('900190010000002c00000000900190010000', 'hex')])
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><script>1</script></svg>')
const html = Buffer.from('<!doctype html><script>alert(1)</script>')
const paddedTo = (file: Buffer, length: number): Buffer => Buffer.concat([file, Buffer.alloc(length - file.length)])

describe.each(databaseKinds)('files that are no good, on %s', (kind) => {
  let world: World
  let app: RunningApp
  let phone: Phone
  let id: string
  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    await app.work()
    phone = await Phone.of(app, 'wang')
    id = (await phone.draft()).id
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  const originals = (): string[] => originalsIn(world)

  /** Refused with this, and nothing of it is left anywhere. */
  async function refused(file: Buffer, status: number, code: string, name?: string): Promise<Record<string, unknown>> {
    const before = [originals().length, (await pagesOf(phone, id, 'work-years-evidence')).length]
    const answer = await send(phone, id, 'work-years-evidence', file, name === undefined ? {} : { name })
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect([originals().length, (await pagesOf(phone, id, 'work-years-evidence')).length]).toEqual(before)
    return answer.body.facts
  }

  test('an empty file', () => refused(Buffer.alloc(0), 422, 'file-empty'))

  test.each([
    ['an animated GIF', gif, 'page.gif'],
    ['a GIF under the name of a JPEG', gif, 'page.jpg'],
    ['an SVG', svg, 'page.svg'],
    ['an SVG under the name of a PNG', svg, 'page.png'],
    ['HTML under the name of a JPEG', html, 'page.jpg'],
    ['wrong magic bytes', Buffer.from('not a picture at all'), 'page.jpg'],
    ['a single byte', Buffer.from([0xff]), 'page.jpg'],
  ])('%s is of no kind that is taken', (_, file, name) =>
    refused(file, 415, 'file-kind-unknown', name).then(() => undefined),
  )

  test('[danger 67] a file over the limit, told with the limit', async () => {
    const file = paddedTo(await photo(1), limit + 1)
    expect(await refused(file, 413, 'file-too-large')).toEqual({ limitBytes: limit })
  })

  test('a hundred megabytes, as a phone sends them: the reason arrives all the same', async () => {
    await refused(paddedTo(await photo(1), 100_000_000), 413, 'file-too-large')
  })

  test('[danger 67] twelve megabytes are taken, a PNG of twenty-seven is refused', async () => {
    await sendPage(phone, id, 'work-years-evidence', paddedTo(await photo(5), 12_000_000))
    await refused(
      paddedTo(
        await sharp(await photo(1))
          .png()
          .toBuffer(),
        27_000_000,
      ),
      413,
      'file-too-large',
    )
  })

  test('30,000 × 30,000 pixels, by the header alone', async () => {
    const facts = await refused(pngHeader(30_000, 30_000), 422, 'picture-too-large')
    expect(facts).toMatchObject({ width: 30_000, height: 30_000 })
  })

  test('so few pixels that nothing could be read', async () => {
    const stamp = await sharp(await photo(1))
      .resize(60)
      .jpeg()
      .toBuffer()
    await refused(stamp, 422, 'picture-too-small')
  })

  test('a JPEG that ends within its header', async () => {
    await refused((await photo(1)).subarray(0, 100), 422, 'file-broken')
  })

  test('a JPEG that ends in the middle arrives, and is refused once it is opened', async () => {
    const whole = await photo(6)
    const [page] = await sendPage(phone, id, 'work-years-evidence', whole.subarray(0, whole.length / 2))
    await app.makePictures()
    const [seen] = (await pagesOf(phone, id, page?.paper ?? '')).filter((one) => one.id === page?.id)
    expect(seen).toMatchObject({ state: 'refused', refusal: 'unreadable-file' })
    expect(seen?.links).toBeUndefined()
  })

  test('a PDF with a password, one with too many pages, and one that is none', async () => {
    await refused(await pdf(2, 'secret'), 422, 'pdf-locked')
    expect(await refused(await pdf(21), 422, 'pdf-too-many-pages')).toEqual({ pages: 21, limit: 20 })
    await refused(Buffer.from('%PDF-1.7\nnothing of the kind'), 422, 'file-broken')
  })

  test('a PDF brings its pages in their order', async () => {
    const draft = (await phone.draft()).id
    const pages = await sendPage(phone, draft, 'work-years-evidence', await pdf(3), { type: 'application/pdf' })
    expect(pages.map(({ position }) => position)).toEqual([1, 2, 3])
    await app.makePictures()
    const made = await pagesOf(phone, draft, 'work-years-evidence')
    expect(made.map(({ id: page }) => page)).toEqual(pages.map(({ id: page }) => page))
    expect(made.every(({ state }) => state.startsWith('usable'))).toBe(true)
    const full = await send(phone, draft, 'work-years-evidence', await pdf(4))
    expect([full.status, full.body]).toMatchObject([409, { code: 'paper-full', facts: { max: 6 } }])
  })

  test('a picture that is a script as well leaves as a plain JPEG', async () => {
    const draft = (await phone.draft()).id
    const polyglot = Buffer.concat([await photo(7), Buffer.from('<script>alert(1)</script>')])
    const [page] = await sendPage(phone, draft, 'id-card', polyglot)
    await app.makePictures()
    const [made] = await pagesOf(phone, draft, 'id-card')
    const shown = await fetch(app.url + (made?.links?.display ?? ''))
    const bytes = Buffer.from(await shown.arrayBuffer())
    expect([made?.id, shown.headers.get('content-type')]).toEqual([page?.id, 'image/jpeg'])
    expect(bytes.includes('script')).toBe(false)
  })

  test('no file, another part, no multipart at all', async () => {
    const headers = { 'idempotency-key': 'a-key-of-its-own' }
    const form = new FormData()
    form.set('other', new Blob(['x']), 'x.jpg')
    const at = `/applications/${id}/pages?paper=id-card`
    expect((await phone.call('POST', at, { form, headers })).body.code).toBe('file-missing')
    expect((await phone.call('POST', at, { form: new FormData(), headers })).body.code).toBe('file-missing')
    expect((await phone.call('POST', at, { body: {}, headers })).body.code).toBe('media-type-unsupported')
    const elsewhere = await phone.call('PUT', `/applications/${id}/promises`, { form })
    expect([elsewhere.status, elsewhere.body.code]).toEqual([415, 'media-type-unsupported'])
  })

  test('a query that cannot be right', async () => {
    const queries: Record<string, string>[] = [
      { rotation: '4' },
      { crop: '0,0,2,1' },
      { crop: '0.9,0,0.5,1' },
      { replaces: 'x' },
      { other: '1' },
    ]
    for (const query of queries) {
      const answer = await send(phone, id, 'id-card', await photo(1), { query })
      expect([query, answer.status, answer.body.code]).toEqual([query, 400, 'body-invalid'])
    }
    const unknown = await send(phone, id, 'no-such-paper', await photo(1))
    expect([unknown.status, unknown.body.code]).toEqual([404, 'paper-unknown'])
  })

  test('a sender who goes away in the middle leaves nothing, and the server goes on', async () => {
    const before = originals().length
    const { token } = await app.signIn('wang')
    await cutOff(`${app.url}/api/v1/applications/${id}/pages?paper=id-card`, token, await photo(1))
    const [page] = await sendPage(phone, id, 'id-card', await photo(8))
    expect(page?.state).toBe('checking')
    expect(originals().length).toBe(before + 1)
  })

  test('a store that cannot be written: said as such, nothing kept; the same file is taken later', async () => {
    const away = `${world.pagesFolder}-away`
    renameSync(world.pagesFolder, away)
    writeFileSync(world.pagesFolder, 'no folder')
    const key = 'while-the-store-is-away'
    const answer = await send(phone, id, 'id-card', await photo(9), { key })
    expect([answer.status, answer.body.code]).toEqual([503, 'store-unavailable'])
    rmSync(world.pagesFolder)
    renameSync(away, world.pagesFolder)
    const draft = (await phone.draft()).id
    const [page] = await sendPage(phone, draft, 'id-card', await photo(9), { key })
    expect(page?.state).toBe('checking')
  })

  test('no page is taken from who has not agreed to the words on photos', async () => {
    const { token } = await app.signIn('zhou')
    const headers = { 'idempotency-key': 'without-any-consent' }
    const body = { campaign: 'jiaozuo-2023', facts: personOf('zhou').facts, grade: 5, consentVersion: '2023-1' }
    const draft = await app.call('POST', '/api/v1/applications', { token, headers, body })
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(await photo(1))]), 'page.jpg')
    const path = `/api/v1/applications/${draft.body.id}/pages?paper=id-card`
    const answer = await app.call('POST', path, { token, headers: { 'idempotency-key': 'a-page-of-zhou' }, form })
    expect(answer).toMatchObject({ status: 422, body: { code: 'consent-needed', facts: { kind: 'sensitive-data' } } })
  })

  test("another person's application and pages are not there", async () => {
    const other = await Phone.of(app, 'zhao')
    const answer = await send(other, id, 'id-card', await photo(1))
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found'])
    const draft = (await phone.draft()).id
    const [page] = await sendPage(phone, draft, 'id-card', await photo(1))
    const own = (await other.draft()).id
    const calls = [
      other.call('DELETE', `/applications/${own}/pages/${page?.id}`),
      other.call('PUT', `/applications/${own}/pages/${page?.id}/rotation`, { body: { rotation: 1 } }),
      send(other, own, 'id-card', await photo(1), { query: { replaces: page?.id ?? '' } }),
    ]
    for (const { status, body } of await Promise.all(calls)) expect([status, body.code]).toEqual([404, 'page-unknown'])
  })
})

/** Sends half of what it announced, then hangs up. */
function cutOff(url: string, token: string, file: Buffer): Promise<void> {
  const border = 'border'
  const headers = {
    authorization: `Bearer ${token}`,
    'idempotency-key': 'half-a-file-only',
    'content-type': `multipart/form-data; boundary=${border}`,
    'content-length': String(file.length * 2),
  }
  return new Promise((resolve) => {
    const call = request(url, { method: 'POST', headers })
    call.once('error', () => resolve())
    call.write(
      `--${border}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
    )
    call.write(file, () => call.destroy())
    call.once('close', () => resolve())
  })
}
