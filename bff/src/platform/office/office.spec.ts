import { databaseKinds, World, type RunningApp } from '../../app.fixture'
import { Clock } from '../time/clock'
import { OfficeClient } from './office-client'
import { OfficeMessages, type SignedMessage } from './office-messages'
import { signatureOf } from './signature'

const key = Buffer.alloc(32, 'office')

describe('signed talk with the exam office', () => {
  let world: World
  let app: RunningApp
  beforeAll(async () => {
    world = await World.open(databaseKinds[0] ?? 'sqlite')
    app = await world.start()
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })
  beforeEach(() => world.office.control.behaveWell())

  const ask = (path = '/v1/changes?after=0&limit=5') => app.app.get(OfficeClient).send({ method: 'GET', path })

  test('a signed request is let in, and the signed answer is trusted', async () => {
    const answer = await ask()
    expect(answer).toMatchObject({ kind: 'answer', status: 200 })
  })

  test('a refusal is an answer too', async () => {
    expect(await ask('/v1/reference/unknown')).toMatchObject({ kind: 'answer', status: 404 })
  })

  test.each([
    [{ down: 'unreachable' }, 'unreachable'],
    [{ down: 'unavailable' }, 'untrusted'],
    [{ badSignature: 1 }, 'untrusted'],
    [{ cutAfter: 1 }, 'unreachable'],
  ] as const)('with %j the outcome is unknown: %s', async (trouble, kind) => {
    Object.assign(world.office.control.switches, trouble)
    expect((await ask()).kind).toBe(kind)
  })

  test('an office that does not answer in time is unreachable', async () => {
    world.office.control.switches.slowMs = 2_000
    const request = { method: 'GET', path: '/v1/changes?after=0', timeoutMilliseconds: 50 } as const
    expect(await app.app.get(OfficeClient).send(request)).toMatchObject({ kind: 'unreachable' })
  })

  test('Chinese in a path and a body is signed as it is sent', async () => {
    const request = { method: 'POST', path: '/v1/applications?名=王', body: { name: '王小明' } } as const
    const answer = await app.app.get(OfficeClient).send({ ...request, idempotencyKey: 'chinese-1' })
    expect(answer).toMatchObject({ kind: 'answer' })
    expect(answer.kind === 'answer' && answer.status).not.toBe(401)
  })

  const now = () => Math.floor(app.app.get(Clock).now().getTime() / 1000)
  const nonce = 'nonce-of-the-message'
  const message = (
    changes: Record<string, string> = {},
    body = '{"seq": 1.0}',
    timestamp = String(now()),
  ): SignedMessage => {
    const signature = signatureOf(key, ['POST', '/office/changes', timestamp, nonce], Buffer.from('{"seq": 1.0}'))
    const headers = {
      'x-key-id': 'k1',
      'x-timestamp': timestamp,
      'x-nonce': nonce,
      'x-signature': signature,
      ...changes,
    }
    return { method: 'POST', target: '/office/changes', headers, body: Buffer.from(body) }
  }
  const verify = (one: SignedMessage) => app.app.get(OfficeMessages).verify(one)

  test('a message that the office signed gives its nonce', () => {
    expect(verify(message())).toBe(nonce)
  })

  test('a message with one altered byte, another target, key, nonce or time is refused', () => {
    expect(verify(message({}, '{"seq": 1}'))).toBeUndefined()
    expect(verify({ ...message(), target: '/office/changes?x=1' })).toBeUndefined()
    expect(verify(message({ 'x-key-id': 'k2' }))).toBeUndefined()
    expect(verify(message({ 'x-nonce': 'another-nonce-here' }))).toBeUndefined()
    expect(verify(message({ 'x-signature': '' }))).toBeUndefined()
    expect(verify(message({ 'x-timestamp': 'now' }))).toBeUndefined()
    expect(verify(message({}, undefined, String(now() - 301)))).toBeUndefined()
    expect(verify(message({}, undefined, String(now() + 301)))).toBeUndefined()
    expect(verify(message({}, undefined, String(now() - 299)))).toBe(nonce)
  })

  test('the digest of an ID number is the one that the office computes', () => {
    const idNumber = '419999197003070015'
    expect(app.app.get(OfficeMessages).idDigest(idNumber)).toBe(world.office.control.idDigest(idNumber))
  })
})
