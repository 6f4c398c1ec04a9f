import { World, type RunningApp } from '../../bff/src/app.fixture'
import { goTo, ok, Phone } from '../end-to-end/applicant.fixture'
import { personOf } from '../sandbox/people'
import { launch, PhoneStorage, type Driver } from './index'
import { begin, checkHimself, fillBasics, fillExperience, photographPapers, promise, submit } from './story.fixture'
import { weappBuild } from './weapp-build.fixture'
import { phoneOf } from './weapp-phone.fixture'

// Real work on a machine that may be busy: everything waits for a condition, nothing for this time.
jest.setTimeout(120_000)

let world: World
let server: RunningApp
const phones: Driver[] = []

beforeEach(async () => {
  world = await World.open('sqlite')
  server = await world.start()
  world.office.control.setBffUrl(server.url)
  await server.work()
})
afterEach(async () => {
  const used = phones.splice(0)
  for (const { host } of used) host.close()
  await server.close()
  await world.close()
  for (const { log } of used.map(({ host }) => host)) {
    expect({ errors: log.errors, unknown: [...log.unknownApis] }).toEqual({ errors: [], unknown: [] })
  }
})

function openPhone(storage: PhoneStorage): Driver {
  const phone = launch(weappBuild, { ...phoneOf(world, server, 'li'), storage })
  phones.push(phone)
  return phone
}

/** The unit's contact approves at the desk, and the server hands the application to the office. */
async function unitApproves(): Promise<string> {
  const zhang = await Phone.of(server, 'zhang')
  const desk = ok<any>(await zhang.get('/unit-desk/applications?group=for-me'))
  expect(desk.items).toMatchObject([{ grade: 3, verdict: 'eligible' }])
  const seen = ok(await zhang.get(`/unit-desk/applications/${desk.items[0].id}`))
  expect(seen).toMatchObject({ state: 'unit-review', facts: { workStart: '2005-09', occupation: 'storekeeper' } })
  expect(JSON.stringify(seen)).not.toContain(personOf('li').idNumber)
  ok(await zhang.approve(seen, { opinion: '同意报考' }))
  await server.work()
  return world.office.control.records()[0]?.recordNo ?? ''
}

async function officeReturns(recordNo: string) {
  const reasons = [{ item: 'facts.workStart', code: 'differs-from-file', text: '与档案不一致' }]
  world.office.control.returnFor(recordNo, reasons)
  await world.office.control.nudgesSettled()
  await server.work()
}

/** Led by the red card straight to the field, he mends that alone and hands it in again. */
async function mend(app: Driver) {
  await app.tap('去改')
  await app.waitForPage('packages/apply/pages/fact/index')
  await app.spin(['2005年', '8月'])
  await app.tap('就这样，存好')
  await app.waitForPage('packages/track/pages/status/index')
  await app.tap('改好了，重新提交')
  await app.tap('确认无误，重新提交')
  await app.waitForText('已重新提交')
}

test('on the unchanged weapp build the applicant goes from self-check to the office and back, and mends what it returned', async () => {
  const storage = new PhoneStorage()
  goTo(world, '2023-03-21T20:41:00')
  const app = openPhone(storage)
  await checkHimself(app)
  await begin(app)
  await fillBasics(app, 'li')
  await fillExperience(app)
  await photographPapers(app, server)
  await promise(app)
  await submit(app)
  expect(world.wechat.control.counts()['jscode2session']).toBe(1)
  app.close()

  goTo(world, '2023-03-22T10:05:00')
  const recordNo = await unitApproves()
  goTo(world, '2023-03-23T15:20:00')
  await officeReturns(recordNo)

  goTo(world, '2023-03-24T19:00:00')
  const again = openPhone(storage)
  again.switchTab('我的申报')
  await again.waitForText('请在 3月27日（周一）24:00 前改好，还剩 1 个工作日。')
  await again.tap('去改')
  await again.waitForText('与档案不一致')
  await mend(again)
  await server.work()
  expect(world.office.control.record(recordNo)?.content.facts['workStart']).toBe('2005-08')

  world.office.control.accept(recordNo)
  await world.office.control.nudgesSettled()
  await server.work()
  await again.tap('看进度')
  await again.waitForPage('packages/track/pages/status/index')
  const steps = ['工考办审查通过', '您改好并重新提交了', '工考办退回修改', '单位审核通过', '您提交了申报', '开始填写']
  for (const step of steps) await again.waitForText(step)
})

test('[danger 61] on a phone that refuses to store anything the application is submitted all the same', async () => {
  const storage = new PhoneStorage()
  storage.failWrites = true
  const app = openPhone(storage)
  await checkHimself(app)
  await begin(app)
  await fillBasics(app, 'li')
  await fillExperience(app)
  await photographPapers(app, server)
  await promise(app)
  await submit(app)
  expect(storage.keys).toEqual([])
  await unitApproves()
  expect(world.office.control.records()).toHaveLength(1)
})
