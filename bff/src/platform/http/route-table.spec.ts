import type { FastifyInstance } from 'fastify'
import { World, type RunningApp } from '../../app.fixture'
import { routes } from './routes'

describe('the routes table', () => {
  let world: World
  let app: RunningApp
  beforeAll(async () => {
    world = await World.open('sqlite')
    app = await world.start()
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  test('every route that a controller serves has a row, and every row is served', async () => {
    const { paths } = (await app.call('GET', '/docs-json')).body
    const described = Object.entries<object>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/{(\w+)}/g, ':$1')}`),
    )
    const undescribed = ['GET /healthz', 'GET /readyz', 'GET /metrics']
    const rows = routes.filter(({ raw }) => !raw).map(({ method, path }) => `${method} ${path}`)
    expect([...described, ...undescribed].sort()).toEqual([...rows].sort())
  })

  test('every row is a route of the server', () => {
    const fastify: FastifyInstance = app.app.getHttpAdapter().getInstance()
    for (const { method, path } of routes) expect([path, fastify.hasRoute({ method, url: path })]).toEqual([path, true])
  })

  test('every POST that creates asks for an Idempotency-Key, every edit for If-Match', () => {
    const exempt = ['/api/v1/session', '/api/v1/session/refresh', '/api/v1/me/phone', '/api/v1/me/consents']
    const stateless = ['/api/v1/eligibility/assessments']
    // Said twice they say the same.
    const settings = [
      '/api/v1/notices/read',
      '/api/v1/me/notice-settings',
      '/api/v1/me/email',
      '/api/v1/me/email/confirmation',
    ]
    // The one open order of the application is the key: a repeat answers that order, and a check only asks WeChat.
    const ownOrder = ['/api/v1/applications/:id/payment', '/api/v1/applications/:id/payment/check']
    // Sets one value whole, in the lock of its application: the last word holds, and a repeat changes nothing.
    const absolute = ['pages/:page/rotation', 'page-order', 'promises'].map((end) => `/api/v1/applications/:id/${end}`)
    for (const row of routes.filter(
      ({ raw, path }) => !raw && ![...exempt, ...stateless, ...ownOrder, ...settings].includes(path),
    )) {
      if (row.method === 'POST') expect([row.path, row.idempotent]).toEqual([row.path, true])
      if (absolute.includes(row.path)) continue
      if (row.method === 'PATCH' || row.method === 'PUT') expect([row.path, row.ifMatch]).toEqual([row.path, true])
    }
  })

  test('no two rows are of the same route', () => {
    const keys = routes.map(({ method, path }) => `${method} ${path}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
