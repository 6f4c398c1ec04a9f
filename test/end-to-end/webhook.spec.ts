import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { InboxRow } from '../../bff/src/platform/inbox/inbox-row'
import { Transactions } from '../../bff/src/platform/database/transaction'
import { signedHeaders } from '../sandbox/exam-office/signing/signature'

const key = { id: 'k1', key: Buffer.alloc(32, 'office') }
const target = '/office/changes'

describe.each(databaseKinds)('the webhook of the exam office on %s', (kind) => {
  let world: World
  let app: RunningApp

  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    await app.work()
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  let nonces = 0
  const signed = (body: string, now = world.clock.now(), nonce = `nonce-of-the-office-${(nonces += 1)}`) =>
    signedHeaders(key, ['POST', target], nonce, now, body)
  const post = (raw: string, headers: Record<string, string>) => app.call('POST', target, { raw, headers })
  const stored = () => app.app.get(Transactions).read((manager) => manager.find(InboxRow, { order: { seq: 'ASC' } }))

  it('verifies the bytes as they came, whatever their type, keeps them, and answers without a body', async () => {
    const before = (await stored()).length
    const bodies = ['{"newestSeq": 1}', ' { "newestSeq" : 1.0 , "\\u8bf4\\u660e":"中文" }\n', '']
    for (const [index, body] of bodies.entries()) {
      const type = ['application/json', 'text/plain', 'text/xml'][index] ?? ''
      expect(await post(body, { ...signed(body), 'content-type': type })).toMatchObject({ status: 204, body: '' })
    }
    const kept = (await stored()).slice(before)
    expect(kept.map((row) => row.body.toString('utf8'))).toEqual(bodies)
    await app.work()
    expect((await stored()).every(({ processed }) => processed)).toBe(true)
  })

  it('refuses what the office did not sign, or not now, and keeps nothing of it', async () => {
    const before = (await stored()).length
    const body = '{"newestSeq":2}'
    const old = world.clock.now() - 301_000
    const refused = [
      post(`${body} `, signed(body)),
      post(body, signed(body, old)),
      post(body, { ...signed(body), 'x-key-id': 'k2' }),
      post(body, { ...signed(body), 'x-nonce': 'another-nonce-than-signed' }),
      post(body, {}),
    ]
    for (const { status, body: answer } of await Promise.all(refused))
      expect([status, answer.code]).toEqual([401, 'signature-invalid'])
    expect(await stored()).toHaveLength(before)
    expect((await post(body, signed(body, world.clock.now() - 299_000))).status).toBe(204)
  })

  it('a message that is played again is answered and has no effect', async () => {
    const body = '{"newestSeq":3}'
    const headers = signed(body)
    const before = (await stored()).length
    const answers = await Promise.all([1, 2, 3, 4].map(() => post(body, headers)))
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204])
    expect(await stored()).toHaveLength(before + 1)
  })
})
