import { World, type RunningApp } from '../../bff/src/app.fixture'
import { personOf } from '../sandbox/people'
import type { Driver } from './index'
import { begin, checkHimself, fillBasics, fillExperience, promise, submit } from './story.fixture'
import { phoneOf } from './weapp-phone.fixture'

// Real work on a machine that may be busy: everything waits for a condition, nothing for this time.
jest.setTimeout(60_000)

let world: World
let server: RunningApp
let app: Driver | undefined

beforeAll(async () => {
  world = await World.open('sqlite')
  server = await world.start()
  world.office.control.setBffUrl(server.url)
  await server.work()
})
afterEach(() => {
  if (!app) return
  const { errors, unknownApis } = app.host.log
  app.close()
  expect({ errors, unknownApis: [...unknownApis] }).toEqual({ errors: [], unknownApis: [] })
})
afterAll(async () => {
  await server.close()
  await world.close()
})

test('on the unchanged weapp build the applicant goes from self-check to an application that the unit holds', async () => {
  app = phoneOf(world, server, 'li')
  await checkHimself(app)
  await begin(app)
  await fillBasics(app, 'li')
  await fillExperience(app)
  await promise(app)
  await submit(app)
  expect(world.wechat.control.counts()['jscode2session']).toBe(1)

  const zhang = await server.signIn('zhang', true)
  const desk = await server.call('GET', '/api/v1/unit-desk/applications?group=for-me', { token: zhang.token })
  expect(desk.body.items).toMatchObject([{ grade: 3, verdict: 'eligible' }])
  const seen = await server.call('GET', `/api/v1/unit-desk/applications/${desk.body.items[0].id}`, {
    token: zhang.token,
  })
  expect(seen.body).toMatchObject({ state: 'unit-review', facts: { workStart: '2005-09', occupation: 'storekeeper' } })
  expect(JSON.stringify(seen.body)).not.toContain(personOf('li').idNumber)
})
