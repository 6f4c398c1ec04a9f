import { standingClock } from '../clock/clock'
import { listed, pageHeaders, sampleApplication, samplePage } from './application.fixture'
import { type CallOptions, signedClient } from './signed-client.fixture'
import { type RunningOffice, startExamOffice } from './start-exam-office'

const key = { id: 'k1', key: Buffer.alloc(32, 1) }
const bytes = samplePage('front')
const sentAt = '2023-03-21T02:00:00.000Z'

describe('pages at the exam office', () => {
  const clock = standingClock()
  let office: RunningOffice
  let call: ReturnType<typeof signedClient>
  beforeEach(async () => {
    office = await startExamOffice({ clock, keys: [key], digestKey: Buffer.alloc(32, 3) })
    call = signedClient(office.url, clock, key)
  })
  afterEach(() => office.close())

  const withPages = (documents: object[]) => {
    const body = sampleApplication(office.control.idDigest)
    return { ...body, content: { ...body.content, documents } }
  }
  const apply = async (documents: object[] = [listed('page-1', bytes)]): Promise<string> =>
    (await call('POST', '/applications', { body: withPages(documents) })).body.recordNo
  const put = (recordNo: string, content: Buffer, options: CallOptions = {}, id = 'page-1') =>
    call('PUT', `/applications/${recordNo}/documents/${id}`, {
      body: content,
      ...options,
      headers: { ...pageHeaders(content), ...options.headers },
    })

  it('that the application lists are kept byte by byte', async () => {
    const recordNo = await apply()
    expect(await put(recordNo, bytes)).toMatchObject({ status: 200, trusted: true, body: { id: 'page-1' } })
    expect(office.control.document(recordNo, 'page-1')).toEqual(bytes)
  })

  it('are kept once, however often they are sent, and are counted', async () => {
    const recordNo = await apply()
    const answers = [
      await put(recordNo, bytes, { idempotencyKey: 'the-same-key' }),
      await put(recordNo, bytes, { idempotencyKey: 'the-same-key' }),
      await put(recordNo, bytes, { idempotencyKey: 'another-key' }),
    ]
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      Array(3).fill([200, { id: 'page-1', sha256: listed('', bytes).sha256, bytes: bytes.length }]),
    )
    expect(office.control.pageCalls(recordNo)).toEqual({ 'page-1': { calls: 3, keys: 2, kept: 1 } })
  })

  it.each<[string, number, string, (recordNo: string) => ReturnType<typeof put>]>([
    [
      'a digest of other bytes',
      400,
      'digest-mismatch',
      (no) => put(no, bytes, { headers: pageHeaders(samplePage('x')) }),
    ],
    ['no digest', 400, 'digest-mismatch', (no) => put(no, bytes, { headers: { 'content-digest': undefined } })],
    ['other bytes than listed', 400, 'invalid-request', (no) => put(no, samplePage('other'))],
    [
      'another type than listed',
      400,
      'invalid-request',
      (no) => put(no, bytes, { headers: { 'content-type': 'image/png' } }),
    ],
    [
      'a type that is not taken',
      415,
      'unsupported-media-type',
      (no) => put(no, bytes, { headers: { 'content-type': 'image/gif' } }),
    ],
    ['an id that is not listed', 404, 'page-not-listed', (no) => put(no, bytes, {}, 'page-2')],
    ['a record that there is not', 404, 'not-found', () => put('JZ2023-000099', bytes)],
    ['no key', 400, 'idempotency-key-missing', (no) => put(no, bytes, { headers: { 'idempotency-key': undefined } })],
    ['more than 20 MB', 413, 'too-large', (no) => put(no, Buffer.alloc(20_000_001))],
  ])('are refused with %s', async (_what, status, code, send) => {
    const recordNo = await apply()
    const answer = await send(recordNo)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(office.control.document(recordNo, 'page-1')).toBeUndefined()
  })

  it('are refused where the bytes are no JPEG, though list and digest name them', async () => {
    const text = Buffer.from('<html>a page</html>')
    const recordNo = await apply([listed('page-1', text)])
    expect(await put(recordNo, text)).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } })
  })

  it('may have 20 MB, while any other body may have 1 MB', async () => {
    const large = Buffer.concat([samplePage(''), Buffer.alloc(19_999_000)])
    const recordNo = await apply([listed('page-1', large)])
    expect((await put(recordNo, large)).status).toBe(200)
    const answer = await call('POST', '/applications', { body: Buffer.alloc(1_000_001, 0x20) })
    expect([answer.status, answer.body.code]).toEqual([413, 'too-large'])
  })

  it('are never written over: an id that comes again with other bytes is refused', async () => {
    const recordNo = await apply()
    await put(recordNo, bytes)
    const { revision } = office.control.returnFor(recordNo, [{ item: 'pages.page-1', code: 'unreadable', text: '' }])
    const other = samplePage('another front')
    const { content } = withPages([listed('page-1', other)])
    const body = { revision, items: ['pages.page-1'], correctedAt: sentAt, content }
    expect((await call('POST', `/applications/${recordNo}/corrections`, { body })).status).toBe(201)
    expect(await put(recordNo, other)).toMatchObject({ status: 409, body: { code: 'document-differs' } })
    expect(office.control.document(recordNo, 'page-1')).toEqual(bytes)
  })

  it.each([
    ['an id twice', [listed('a', bytes), listed('a', bytes, 'id-card', 2)], '/documents has an id twice'],
    [
      'pages out of order',
      [listed('a', bytes, 'id-card', 2), listed('b', bytes)],
      'page a of id-card must be number 1',
    ],
    ['a page left out', [listed('a', bytes), listed('b', bytes, 'id-card', 3)], 'page b of id-card must be number 2'],
  ])('are not listed with %s', async (_what, documents, problem) => {
    const { status, body } = await call('POST', '/applications', { body: withPages(documents) })
    expect(status).toBe(400)
    expect(body.details.problems.join('\n')).toContain(problem)
  })

  describe('of a paper that follows', () => {
    const kind = 'yearly-assessment-2022'
    const supplement = (recordNo: string, documents: object[]) =>
      call('POST', `/applications/${recordNo}/supplements`, { body: { kind, documents, sentAt } })

    it('are taken once they are listed, and take the place of those that were there', async () => {
      const recordNo = await apply()
      const [first, second] = [samplePage('first'), samplePage('second')]
      expect((await put(recordNo, first, {}, 'late-1')).status).toBe(404)
      expect((await supplement(recordNo, [listed('late-1', first, kind)])).status).toBe(201)
      expect((await put(recordNo, first, {}, 'late-1')).status).toBe(200)
      expect((await supplement(recordNo, [listed('late-2', second, kind)])).status).toBe(201)
      const ids = office.control.record(recordNo)?.content.documents.map(({ id }) => id)
      expect(ids).toEqual(['page-1', 'late-2'])
    })

    it('are of that paper only', async () => {
      const answer = await supplement(await apply(), [listed('late-1', bytes, 'patent-1')])
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } })
    })
  })

  describe('while the office misbehaves', () => {
    const idempotencyKey = 'one-and-the-same'
    const twice = async (recordNo: string) => {
      const first = await put(recordNo, bytes, { idempotencyKey }).catch(() => undefined)
      return [first, await put(recordNo, bytes, { idempotencyKey })] as const
    }

    it.each([
      ['the connection is cut after the work', { cutAfter: 1 }, undefined],
      ['500 after the work', { failAfter: 1 }, 500],
      ['500 before the work', { fail: 1 }, 500],
      ['garbage under a right signature', { garbage: 1 }, 200],
    ])('%s: the repeat is answered, and the page is kept once', async (_what, switches, status) => {
      const recordNo = await apply()
      Object.assign(office.control.switches, switches)
      const [first, again] = await twice(recordNo)
      expect(first?.status).toBe(status)
      expect(again).toMatchObject({ status: 200, trusted: true, body: { id: 'page-1' } })
      expect(office.control.pageCalls(recordNo)).toEqual({ 'page-1': { calls: 2, keys: 1, kept: 1 } })
    })

    it.each(['unavailable', 'unreachable'] as const)('%s: nothing is kept until it is back', async (down) => {
      const recordNo = await apply()
      office.control.switches.down = down
      const first = await put(recordNo, bytes).catch(() => undefined)
      expect(first?.status).toBe(down === 'unavailable' ? 503 : undefined)
      expect(office.control.document(recordNo, 'page-1')).toBeUndefined()
      office.control.behaveWell()
      expect((await put(recordNo, bytes)).status).toBe(200)
    })

    it('a wrong signature under the answer shows', async () => {
      const recordNo = await apply()
      office.control.switches.badSignature = 1
      expect(await put(recordNo, bytes)).toMatchObject({ status: 200, trusted: false })
    })
  })
})
