import { World, type RunningApp } from '../../bff/src/app.fixture'
import { Phone } from '../end-to-end/applicant.fixture'
import { launch, PhoneFiles, PhoneStorage, type Driver } from './index'
import { showsCamera } from './story.fixture'
import { weappBuild } from './weapp-build.fixture'
import { phoneOf } from './weapp-phone.fixture'

// Real work on a machine that may be busy: everything waits for a condition, nothing for this time.
jest.setTimeout(120_000)

const paper = 'work-years-evidence'

let world: World
let server: RunningApp
let person: Phone
let id: string
let storage: PhoneStorage
let files: PhoneFiles
const phones: Driver[] = []

beforeEach(async () => {
  world = await World.open('sqlite')
  server = await world.start()
  await server.work()
  person = await Phone.of(server, 'li')
  id = (await person.draft()).id
  storage = new PhoneStorage()
  files = new PhoneFiles()
})
afterEach(async () => {
  for (const { host } of phones.splice(0)) {
    host.close()
    expect({ errors: host.log.errors, unknown: [...host.log.unknownApis] }).toEqual({ errors: [], unknown: [] })
  }
  await server.close()
  await world.close()
})

function open(): Driver {
  const url = `packages/apply/pages/paper/index?id=${id}&paper=${paper}`
  const phone = launch(weappBuild, { ...phoneOf(world, server, 'li'), storage, files, url })
  phones.push(phone)
  return phone
}

/** The preview's phone signs in by itself once something needs it. */
async function opened(): Promise<Driver> {
  const app = open()
  await app.waitForText('不用拍照的办法')
  return app
}

async function chooses(app: Driver, ...pages: number[]): Promise<void> {
  await showsCamera(app, ...pages)
  await app.tap({ name: '从相册选', nth: 0 })
}

const pagesAtServer = async () => (await person.papers(id)).papers.find(({ item }) => item.id === paper)?.pages ?? []

test('the app is closed while pages are on their way: opened again it sends what is left, none twice', async () => {
  const app = await opened()
  app.host.network.offline = true
  await chooses(app, 1, 2, 3)
  await app.waitForText(/第 3 页[^]*没有网络，照片存在手机里，连上网会接着传/)
  expect(files.keptPaths).toHaveLength(3)
  app.close()
  const again = open()
  await again.waitForText(/第 3 页[^]*正在检查/)
  await server.makePictures()
  await again.waitForText(/第 1 页[^]*(可用|提示)/)
  const pages = await pagesAtServer()
  expect(new Set(pages.map(({ uploadKey }) => uploadKey)).size).toBe(3)
  expect(pages.map(({ position }) => position)).toEqual([1, 2, 3])
})

test('[danger 69] answers that are lost after the server has taken the page make no second page', async () => {
  const app = await opened()
  app.host.network.uploadFaults = [
    { when: 'after', errMsg: 'socket timeout' },
    { when: 'before', errMsg: 'errcode:-101 net::ERR_CONNECTION_RESET', errno: 600001 },
  ]
  await chooses(app, 1, 2)
  await app.waitForText(/第 2 页[^]*正在检查/)
  await server.makePictures()
  await app.waitForText(/第 2 页[^]*(可用|提示)/)
  const pages = await pagesAtServer()
  expect([pages.length, new Set(pages.map(({ uploadKey }) => uploadKey)).size]).toEqual([2, 2])
})

test('a phone that is full says that it must stay open, and sends all the same', async () => {
  const app = await opened()
  files.full = true
  app.host.network.offline = true
  await chooses(app, 4)
  await app.waitForText(/不要关/)
  app.host.network.offline = false
  app.host.signals.emit('NetworkStatusChange', { isConnected: true, networkType: 'wifi' })
  await app.waitForText('正在检查')
  expect(await pagesAtServer()).toHaveLength(1)
})

test('WeChat may refuse camera and album: the way to the switch is told, nothing else happens', async () => {
  const app = await opened()
  files.picks.push({ errMsg: 'auth deny' })
  await app.tap('拍照')
  await app.tap('去打开')
  expect(app.host.log.calls.map(({ name }) => name)).toContain('openSetting')
})
