import { World, type RunningApp } from '../../bff/src/app.fixture'
import { Phone } from '../end-to-end/applicant.fixture'
import { launch, type Driver } from './index'
import { weappBuild } from './weapp-build.fixture'
import { phoneOf } from './weapp-phone.fixture'

// Real work on a machine that may be busy: everything waits for a condition, nothing for this time.
jest.setTimeout(60_000)

let world: World
let server: RunningApp
let app: Driver

beforeAll(async () => {
  world = await World.open('sqlite')
  server = await world.start()
  world.office.control.setBffUrl(server.url)
  await server.work()
})
afterAll(async () => {
  app.close()
  await server.close()
  await world.close()
})

test('on the weapp build the unit contact is known by the phone number that WeChat gives, and approves', async () => {
  const li = await Phone.of(server, 'li')
  const { id } = await li.submitted()
  app = launch(weappBuild, phoneOf(world, server, 'zhang'))
  app.switchTab('我的')
  await app.tap('微信登录')
  await app.tap('用微信手机号')
  await app.tap('去审核')
  await app.waitForPage('packages/unit-desk/pages/list/index')
  await app.waitForText('保管工')
  await app.tap(/^示例/)
  await app.tap('通过')
  await app.waitForPage('packages/unit-desk/pages/approve/index')
  await app.input('单位意见', '同意报考')
  await app.tap('确认通过')
  await app.tap('马上送出')
  await app.waitForPage('packages/unit-desk/pages/list/index')
  expect((await li.view(id)).state).toBe('office-review')
  await server.work()
  expect(world.office.control.records()).toMatchObject([{ applicationId: id }])
  expect(app.host.log.errors).toEqual([])
})
