import { randomUUID } from 'node:crypto'
import { request, type ClientRequest } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { databaseKinds, type RunningApp, World } from '../../bff/src/app.fixture'
import { Phone } from './applicant.fixture'
import { photo } from './photo.fixture'
import { originalsIn, sendPage } from './upload.fixture'

const border = 'border-of-parts'
const partHead = (fields: string): string => `--${border}\r\ncontent-disposition: form-data; ${fields}\r\n`
const fileHead = `${partHead('name="file"; filename="a.jpg"')}content-type: image/jpeg\r\n\r\n`
const end = `\r\n--${border}--\r\n`

interface Reply {
  status: number
  code: string
}

/** Whatever a sender may get wrong below the file itself. */
describe.each(databaseKinds)('senders of pages that keep to no rule, on %s', (kind) => {
  let world: World
  let app: RunningApp
  let token: string
  let phone: Phone
  let id: string
  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    await app.work()
    phone = await Phone.of(app, 'wang')
    token = (await app.signIn('wang')).token
    id = (await phone.draft()).id
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  const kept = (): string[] => originalsIn(world)

  function call(headers: Record<string, string>): ClientRequest {
    return request(`${app.url}/api/v1/applications/${id}/pages?paper=id-card`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': randomUUID(),
        'content-type': `multipart/form-data; boundary=${border}`,
        ...headers,
      },
    })
  }

  function replyTo(sent: ClientRequest): Promise<Reply> {
    return new Promise((resolve, reject) => {
      sent.once('error', reject)
      sent.once('response', (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (piece: string) => (text += piece))
        response.once('end', () => resolve({ status: response.statusCode ?? 0, code: JSON.parse(text).code }))
      })
    })
  }

  async function post(body: string | Buffer, headers: Record<string, string> = {}): Promise<Reply> {
    const sent = call(headers)
    const reply = replyTo(sent)
    sent.end(body)
    return reply
  }

  test.each<[string, string, Record<string, string>]>([
    ['no border named', `${fileHead}x${end}`, { 'content-type': 'multipart/form-data' }],
    ['another border than named', `${fileHead}x${end}`, { 'content-type': 'multipart/form-data; boundary=other' }],
    ['an endless border', `${fileHead}x${end}`, { 'content-type': `multipart/form-data; boundary=${'b'.repeat(900)}` }],
    ['nothing at all', '', {}],
    ['borders alone', `--${border}--\r\n`, {}],
    ['a part without a head', `--${border}\r\n\r\nx${end}`, {}],
    ['a head that is no head', `--${border}\r\n\u0000:::\r\n\r\nx${end}`, {}],
    ['no last border', `${fileHead}\u00ff\u00d8\u00ff`, {}],
    ['a field called __proto__', `${partHead('name="__proto__"')}\r\nx\r\n${fileHead}x${end}`, {}],
    ['a file called constructor', `${partHead('name="constructor"; filename="a"')}\r\nx${end}`, {}],
    ['a field of JSON that is none', `${partHead('name="a"')}content-type: application/json\r\n\r\n{${end}`, {}],
    ['a hundred fields before the file', `${`${partHead('name="a"')}\r\nx\r\n`.repeat(100)}${fileHead}x${end}`, {}],
  ])('%s: refused as the fault of the sender', async (_, body, headers) => {
    const { status, code } = await post(body, headers)
    expect([status, code]).toEqual([expect.any(Number), expect.stringMatching(/^(body|file|media)-/)])
    expect(Math.floor(status / 100)).toBe(4)
    expect(kept()).toEqual([])
  })

  test('a field before the file is passed over, a second file behind it is not asked for', async () => {
    const body = Buffer.concat([
      Buffer.from(`${partHead('name="note"')}\r\nx\r\n${fileHead}`),
      await photo(1),
      Buffer.from(`\r\n${fileHead}second${end}`),
    ])
    expect(await post(body)).toMatchObject({ status: 202 })
  })

  test('a large file that is refused by its first bytes is answered with the reason', async () => {
    const before = kept()
    const file = Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(19_000_000)])
    const body = Buffer.concat([Buffer.from(fileHead), file, Buffer.from(end)])
    expect(await post(body)).toEqual({ status: 415, code: 'file-kind-unknown' })
    expect(kept()).toEqual(before)
  })

  test('without a length, in pieces: the limit holds all the same', async () => {
    const before = kept()
    const sent = call({ 'transfer-encoding': 'chunked' })
    const reply = replyTo(sent)
    sent.write(fileHead)
    sent.write(await photo(2))
    for (let piece = 0; piece < 25; piece += 1) sent.write(Buffer.alloc(1_000_000))
    sent.end(end)
    expect(await reply).toEqual({ status: 413, code: 'file-too-large' })
    expect(kept()).toEqual(before)
  })

  test('[danger 71] a slow phone has the time for 20 MB at 256 kbit/s; one that stalls halfway is cut off, and nothing is kept', async () => {
    const server = app.app.getHttpServer()
    expect(server.requestTimeout).toBeGreaterThan(640_000)
    expect([server.timeout > 0, server.timeout <= 60_000]).toEqual([true, true])
    const shipped = server.timeout
    server.setTimeout(300)
    const before = kept()
    const sent = call({ 'content-length': '8000000' })
    const ended = replyTo(sent)
    sent.write(fileHead)
    sent.write(await photo(5))
    sent.write(Buffer.alloc(3_000_000))
    await expect(ended).rejects.toThrow()
    server.setTimeout(shipped)
    await until(() => kept().length === before.length)
    expect(kept()).toEqual(before)
  })

  test('who hangs up when half of it is in the store leaves nothing there', async () => {
    const before = kept()
    const sent = call({ 'content-length': '8000000' })
    sent.once('error', () => undefined)
    sent.write(fileHead)
    sent.write(await photo(3))
    sent.write(Buffer.alloc(3_000_000))
    await until(() => kept().length > before.length)
    sent.destroy()
    await until(() => kept().length === before.length)
    expect(kept()).toEqual(before)
    const [page] = await sendPage(phone, id, 'work-years-evidence', await photo(4))
    expect(page?.state).toBe('checking')
  })
})

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setImmediate()
}
