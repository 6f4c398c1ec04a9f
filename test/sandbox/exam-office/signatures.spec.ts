import { standingClock } from '../clock/clock'
import { signedClient } from './signed-client.fixture'
import { type RunningOffice, startExamOffice } from './start-exam-office'

const current = { id: 'new', key: Buffer.alloc(32, 1) }
const old = { id: 'old', key: Buffer.alloc(32, 2) }

describe('the exam office lets in', () => {
  const clock = standingClock()
  let office: RunningOffice
  let call: ReturnType<typeof signedClient>
  beforeEach(async () => {
    office = await startExamOffice({ clock, keys: [current, old], digestKey: Buffer.alloc(32, 3) })
    call = signedClient(office.url, clock, current)
  })
  afterEach(() => office.close())

  it('a signed request, and signs its answer over status, time, nonce and body', async () => {
    const answer = await call('GET', '/changes?after=0')
    expect(answer).toMatchObject({ status: 200, trusted: true, body: { changes: [], newestSeq: 0 } })
  })

  it('both keys while one is changed, and answers with the one that was used', async () => {
    const answer = await call('GET', '/changes?after=0', { key: old })
    expect([answer.status, answer.trusted, answer.headers.get('x-key-id')]).toEqual([200, true, 'old'])
    office.control.setKeys([current])
    expect(await call('GET', '/changes?after=0', { key: old })).toMatchObject({
      status: 401,
      body: { code: 'key-unknown' },
    })
  })

  it.each([299_000, -299_000])('a request whose clock is %i ms off', async (off) => {
    expect((await call('GET', '/changes?after=0', { now: clock.now() + off })).status).toBe(200)
  })

  it.each([301_000, -301_000])('none whose clock is %i ms off', async (off) => {
    const answer = await call('GET', '/changes?after=0', { now: clock.now() + off })
    expect(answer).toMatchObject({ status: 401, trusted: true, body: { code: 'timestamp-outside' } })
  })

  it('no nonce twice', async () => {
    const nonce = 'a-nonce-of-some-length'
    expect((await call('GET', '/changes?after=0', { nonce })).status).toBe(200)
    expect(await call('GET', '/changes?after=0', { nonce })).toMatchObject({
      status: 401,
      body: { code: 'nonce-used' },
    })
  })

  it.each(['x-key-id', 'x-timestamp', 'x-nonce', 'x-signature'])('none without %s', async (name) => {
    const answer = await call('GET', '/changes?after=0', { headers: { [name]: undefined } })
    expect(answer).toMatchObject({ status: 401, body: { code: 'signature-missing' } })
  })

  it('none whose body, query, method or key was changed on the way', async () => {
    const wrong = { status: 401, body: { code: 'signature-wrong' } }
    const signed = await import('./signing/signature')
    const nonce = 'nonce-nonce-nonce-1'
    const headers = signed.signedHeaders(current, ['GET', '/v1/changes?after=0'], nonce, clock.now(), '')
    expect(await call('GET', '/changes?after=1', { headers })).toMatchObject(wrong)
    expect(await call('POST', '/changes?after=0', { headers })).toMatchObject({ status: 401 })
    const post = signed.signedHeaders(current, ['POST', '/v1/applications'], nonce, clock.now(), '{"a":1}')
    expect(await call('POST', '/applications', { headers: post, body: { a: 2 } })).toMatchObject(wrong)
    const forged = { id: 'new', key: Buffer.alloc(32, 9) }
    expect(await call('GET', '/changes?after=0', { key: forged })).toMatchObject(wrong)
  })

  it('nobody who only knows the address, not even to learn which calls exist', async () => {
    for (const path of ['/v1/changes?after=0', '/v1/reference/jiaozuo-2023', '/v1/anything']) {
      expect((await fetch(office.url + path)).status).toBe(401)
    }
  })
})
