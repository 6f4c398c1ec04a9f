import { World, type RunningApp } from '../../app.fixture'
import { routes } from './routes'

// What is asked of the database here (tokens) is tested on every kind in session.spec.ts.
describe('the gate of every request', () => {
  let world: World
  let app: RunningApp
  let token: string
  beforeAll(async () => {
    world = await World.open('sqlite')
    app = await world.start()
    token = (await app.signIn('li')).token
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  const sample = (path: string) => path.replace(/:\w+/g, 'b0000000-0000-4000-8000-000000000000')
  const json = routes.filter(({ raw }) => !raw)
  const withBody = json.filter(({ method }) => method !== 'GET' && method !== 'DELETE')
  const closed = json.filter(({ roles }) => roles !== 'public')

  test.each(closed)('$method $path without a token is refused', async ({ method, path }) => {
    const answer = await app.call(method, sample(path), {
      body: method === 'GET' || method === 'DELETE' ? undefined : {},
    })
    expect([answer.status, answer.body.code]).toEqual([401, 'session-missing'])
  })

  test.each(closed)('$method $path with tokens that are not ours is refused', async ({ method, path }) => {
    const body = method === 'GET' || method === 'DELETE' ? undefined : {}
    for (const wrong of ['', 'x', `${token}x`, 'x'.repeat(200), token.toUpperCase(), "' or '1'='1"]) {
      const answer = await app.call(method, sample(path), { body, token: wrong })
      expect([answer.status, answer.body.code]).toEqual([401, 'session-missing'])
    }
  })

  test.each(closed)('$method $path with a token that is over is told so', async ({ method, path }) => {
    const over = (await app.signIn('zhou')).token
    world.clock.advance(31 * 60_000)
    token = (await app.signIn('li')).token
    const body = method === 'GET' || method === 'DELETE' ? undefined : {}
    const answer = await app.call(method, sample(path), { body, token: over })
    expect([answer.status, answer.body.code]).toEqual([401, 'session-expired'])
  })

  test.each(['/%', '/api/v1/units/%ff', `/api/v1/applications/${'x'.repeat(2000)}`])(
    '%# an address that cannot be read is not found',
    async (path) => {
      const answer = await app.call('GET', path, { token })
      expect(answer.status).toBe(404)
      expect(answer.body).toEqual({ code: 'not-found', facts: {}, requestId: answer.headers.get('x-request-id') })
    },
  )

  test.each(withBody)('$method $path refuses what is no JSON, no object, or too large', async ({ method, path }) => {
    const headers = { 'idempotency-key': 'a-key-of-8', 'if-match': '"1"' }
    const deep = `{"code":${'['.repeat(5000)}${']'.repeat(5000)}}`
    for (const raw of ['{"code":', 'null', '[]', '"text"', '{"__proto__":{"admin":true}}', '{}garbage', deep]) {
      const answer = await app.call(method, sample(path), { token, headers, raw })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect(answer.body).toEqual({
        code: expect.stringMatching(/^[a-z-]+$/),
        facts: expect.any(Object),
        requestId: answer.headers.get('x-request-id'),
      })
    }
    const large = await app.call(method, sample(path), { token, headers, body: { code: 'x'.repeat(140_000) } })
    expect([large.status, large.body.code]).toEqual([413, 'body-too-large'])
    const xml = await app.call(method, sample(path), {
      token,
      raw: '<a/>',
      headers: { ...headers, 'content-type': 'text/xml' },
    })
    expect([xml.status, xml.body.code]).toEqual([415, 'media-type-unsupported'])
  })

  test('a request without a body may call it JSON, as wx.request does', async () => {
    const own = await app.signIn('sun')
    const answer = await app.call('DELETE', '/api/v1/session', { token: own.token, raw: '' })
    expect(answer.status).toBe(204)
    const empty = await app.call('POST', '/api/v1/session', { raw: '' })
    expect([empty.status, empty.body.code]).toEqual([400, 'body-invalid'])
  })

  test('wrong and missing fields are named, their values are not repeated', async () => {
    const answer = await app.call('POST', '/api/v1/me/consents', { token, body: { kind: 'secret-kind', extra: 1 } })
    expect(answer.status).toBe(400)
    expect(answer.body.code).toBe('body-invalid')
    expect(answer.body.facts.fields.map(({ field }: { field: string }) => field).sort()).toEqual([
      'extra',
      'kind',
      'version',
    ])
    expect(JSON.stringify(answer.body)).not.toContain('secret-kind')
  })

  test.each(['/nothing', '/api/v1/nothing', '/api/v1/session/nothing', '/api', '/office', '/preview.json'])(
    'GET %s is not found, in the same form as every error',
    async (path) => {
      const answer = await app.call('GET', path)
      expect(answer.status).toBe(404)
      expect(answer.body).toEqual({ code: 'not-found', facts: {}, requestId: expect.any(String) })
    },
  )

  test('every answer bears its request id and the headers that protect a browser', async () => {
    const { headers } = await app.call('GET', '/api/v1/time')
    expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
    expect(headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('the process lives and is ready', async () => {
    expect((await app.call('GET', '/healthz')).body).toEqual({ status: 'ok' })
    expect((await app.call('GET', '/readyz')).body).toEqual({ status: 'ready' })
  })

  test('the API describes itself', async () => {
    const { body } = await app.call('GET', '/docs-json')
    expect(Object.keys(body.paths)).toEqual(expect.arrayContaining(['/api/v1/session', '/api/v1/campaigns/current']))
    expect((await app.call('GET', '/docs')).body).toContain('swagger-ui')
  })

  test('in production the API describes itself to nobody', async () => {
    const elsewhere = { OFFICE_BASE_URL: 'https://office.invalid', WECHAT_BASE_URL: 'https://wechat.invalid' }
    const production = await world.start({ NODE_ENV: 'production', ...elsewhere })
    expect((await production.call('GET', '/docs-json')).status).toBe(404)
    expect((await production.call('GET', '/docs')).status).toBe(404)
    await production.close()
  })
})
