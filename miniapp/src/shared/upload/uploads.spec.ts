import Taro from '../../../test/mocks/taro'
import { stored } from '../storage/stored'
import { tokens } from '../session/tokens'
import { asked, QueuePhone } from './phone.fixture'
import { forgetUploads, hasUnsentPages, resumeUploads } from './uploads'
import { paperPages } from './use-paper-pages'

// the phone's side is WeChat's; the web's are other files
jest.mock('../device/transfer/send-file', () => jest.requireActual('../device/transfer/send-file.weapp'))
jest.mock('../device/picture/files', () => jest.requireActual('../device/picture/files.weapp'))
jest.mock('../device/picture/shrink', () => jest.requireActual('../device/picture/shrink.weapp'))
jest.mock('../device/wake', () => jest.requireActual('../device/wake.weapp'))

let phone: QueuePhone
beforeEach(async () => {
  jest.useFakeTimers()
  phone = new QueuePhone()
  resumeUploads()
  await paperPages('a1').reload()
})
afterEach(() => {
  forgetUploads()
  tokens.clear()
  jest.useRealTimers()
})

const add = (...names: string[]) => phone.add(...names)
const pass = (ms: number) => phone.pass(ms)
const task = (n: number) => phone.task(n)

test('at most three go at once, each under a key of its own, first come first served', async () => {
  await add('a', 'b', 'c', 'd', 'e')
  expect(phone.states()).toEqual(['sending', 'sending', 'sending', 'waiting', 'waiting'])
  expect(new Set(phone.tasks.map(phone.key)).size).toBe(3)
  phone.arrive(task(0), 'p1')
  await pass(0)
  expect(phone.tasks).toHaveLength(4)
  expect(phone.states().slice(0, 4)).toEqual(['checking', 'sending', 'sending', 'sending'])
})

test('the part of a certificate photo goes as fractions of at most six decimals, never beyond the picture', async () => {
  const crop = { x: -1e-17, y: 2 / 3, width: 1 / 1.15, height: 1 - 2 / 3 + 1e-16 }
  paperPages('a1').add(asked, [phone.pick('face')], { crop, rotation: 0 })
  await phone.settle()
  const sent = new URL(task(0).url, 'https://x').searchParams.get('crop')
  expect(sent).toBe('0.000000,0.666666,0.869565,0.333333')
})

test('what is sent is told as it goes', async () => {
  await add('a')
  task(0).progress({ progress: 62, totalBytesSent: 620_000 })
  expect(phone.shown()[0]?.state).toEqual({ kind: 'sending', percent: 62 })
})

describe('[danger 69] a broken upload marks its own file for retry and leaves the others:', () => {
  test.each([
    ['uploadFile:fail socket timeout', undefined, 'slow'],
    ['uploadFile:fail timeout', undefined, 'slow'],
    ['uploadFile:fail errcode:-101 cronet_error_code:-101 error_msg:net::ERR_CONNECTION_RESET', 600001, 'connection'],
    ['uploadFile:fail interrupted', 600003, 'interrupted'],
    ['uploadFile:fail interrupted', undefined, 'interrupted'],
    ['uploadFile:fail ssl hand shake error', undefined, 'connection'],
    ['uploadFile:fail errcode:-103 net::ERR_CONNECTION_ABORTED', 600001, 'connection'],
    ['uploadFile:fail Software caused connection abort', undefined, 'connection'],
    ['uploadFile:fail abort', undefined, 'connection'],
    ['uploadFile:fail', undefined, 'connection'],
  ])('[danger 69] %s (errno %s)', async (errMsg, errno, reason) => {
    await add('a', 'b', 'c')
    task(1).fail({ errMsg, ...(errno === undefined ? {} : { errno }) })
    await phone.settle()
    expect(phone.shown().map(({ state }) => state)).toMatchObject([
      { kind: 'sending' },
      { kind: 'retry', reason },
      { kind: 'sending' },
    ])
    phone.arrive(task(0), 'p1')
    phone.arrive(task(2), 'p3')
    await pass(3_000)
    expect(phone.key(task(3))).toBe(phone.key(task(1)))
    phone.arrive(task(3), 'p2')
    await phone.settle()
    expect(phone.states()).toEqual(['checking', 'checking', 'checking'])
  })

  test.each([
    [500, { code: 'internal', facts: {} }, { kind: 'retry', reason: 'busy' }],
    [503, { code: 'store-unavailable', facts: {} }, { kind: 'retry', reason: 'busy' }],
    [502, '<html>bad gateway</html>', { kind: 'retry', reason: 'busy' }],
    [200, '<html>please log in to the hotel</html>', { kind: 'retry', reason: 'connection' }],
    [202, '{"pages":', { kind: 'retry', reason: 'connection' }],
    [415, { code: 'file-kind-unknown', facts: {} }, { kind: 'refused', code: 'file-kind-unknown' }],
    [422, { code: 'pdf-locked', facts: {} }, { kind: 'refused', code: 'pdf-locked' }],
    [413, '<html>413 from a proxy</html>', { kind: 'refused', code: 'file-too-large' }],
    [409, { code: 'paper-full', facts: { max: 6 } }, { kind: 'refused', code: 'paper-full' }],
  ])('[danger 69] an answer %s %j', async (status, body, state) => {
    await add('a', 'b')
    task(0).answer(status, body)
    await phone.settle()
    expect(phone.shown().map((page) => page.state)).toMatchObject([state, { kind: 'sending' }])
  })

  test('[danger 69] a file that the phone no longer has is to be taken again', async () => {
    await add('a', 'b')
    task(0).fail({ errMsg: 'uploadFile:fail file not found' })
    await phone.settle()
    expect(phone.states()).toEqual(['gone', 'sending'])
  })

  test('[danger 69] a domain that is not allowed is not tried every few seconds', async () => {
    await add('a')
    task(0).fail({ errMsg: 'uploadFile:fail url not in domain list' })
    await pass(60_000)
    expect(phone.tasks).toHaveLength(1)
  })
})

describe('[danger 71] the time allowed follows the size:', () => {
  test('[danger 71] five megabytes at 256 kbit/s arrive', async () => {
    paperPages('a1').add(asked, [phone.pick('large', 5_000_000)])
    await phone.settle()
    const perSecond = 32_000
    for (let sent = perSecond; sent < 5_000_000; sent += perSecond) {
      task(0).progress({ progress: Math.floor((sent * 100) / 5_000_000), totalBytesSent: sent })
      await pass(1_000)
    }
    expect([phone.tasks.length, task(0).aborted, phone.states()]).toEqual([1, false, ['sending']])
    expect(task(0).timeout).toBeGreaterThan(160_000)
    phone.arrive(task(0), 'p1')
    await phone.settle()
    expect(phone.states()).toEqual(['checking'])
  })

  test('[danger 71] one that stands still is given up after half a minute, and tried again under its key', async () => {
    await add('a')
    task(0).progress({ progress: 40, totalBytesSent: 400_000 })
    await pass(29_000)
    expect(task(0).aborted).toBe(false)
    await pass(2_000)
    expect(task(0).aborted).toBe(true)
    expect(phone.shown()[0]?.state).toEqual({ kind: 'retry', reason: 'slow' })
    await pass(4_000)
    expect(phone.key(task(1))).toBe(phone.key(task(0)))
  })
})

test('[danger 72] three are added quickly and the middle one is deleted: the other two are sent', async () => {
  const pages = paperPages('a1')
  pages.add(asked, [phone.pick('a')])
  pages.add(asked, [phone.pick('b')])
  pages.add(asked, [phone.pick('c')])
  const middle = phone.shown()[1]?.id ?? ''
  await pages.remove(middle)
  await phone.settle()
  const sent = phone.tasks.filter(({ aborted }) => !aborted)
  expect(sent).toHaveLength(2)
  expect(sent.map(phone.key)).toEqual(phone.shown().map(({ id }) => id))
  expect(sent.map(phone.key)).not.toContain(middle)
})

test('[danger 67] what is empty or too large after it was made ready is told, and not sent', async () => {
  paperPages('a1').add(asked, [phone.pick('huge', 27_000_000), phone.pick('nothing', 0), phone.pick('good')])
  await phone.settle()
  expect(phone.shown().map(({ state }) => state)).toMatchObject([
    { kind: 'refused', code: 'file-too-large' },
    { kind: 'refused', code: 'file-empty' },
    { kind: 'sending' },
  ])
  expect(phone.tasks).toHaveLength(1)
})

test('a file that the phone fails to make ready is to be taken again, and holds up no other', async () => {
  const usual = { ...Taro }
  Object.assign(Taro, {
    getFileSystemManager: () => {
      throw new Error('getFileSystemManager:fail')
    },
  })
  await add('a')
  Object.assign(Taro, usual)
  await add('b')
  expect(phone.states()).toEqual(['gone', 'sending'])
})

test('a token that is over is renewed once, and the file is sent again under its key', async () => {
  await add('a')
  task(0).answer(401, { code: 'session-expired', facts: {}, requestId: 'r1' })
  await phone.settle()
  expect(phone.tasks.map(({ header }) => header['authorization'])).toEqual(['Bearer access-1', 'Bearer access-2'])
  expect(phone.key(task(1))).toBe(phone.key(task(0)))
})

test('an upload whose answer was lost but which the server has is not sent again', async () => {
  await add('a')
  const key = phone.key(task(0))
  phone.arrived.push({
    id: 'p1',
    paper: asked,
    position: 1,
    state: 'usable',
    hints: [],
    rotation: 0,
    uploadKey: key,
    fixed: false,
  })
  task(0).fail({ errMsg: 'uploadFile:fail socket timeout' })
  await paperPages('a1').reload()
  await pass(10_000)
  expect([phone.tasks.length, phone.states()]).toEqual([1, ['usable']])
})

test('what lies on the phone from before the app was closed is waiting again, under its key', async () => {
  await add('a', 'b')
  const keys = phone.tasks.map(phone.key)
  const left = stored('uploads', (raw) => raw).get()
  const { parseQueue } = jest.requireActual<typeof import('./queue')>('./queue')
  const queue = parseQueue(JSON.parse(JSON.stringify(left)))
  expect(queue.items.map(({ key, state }) => [key, state.kind])).toEqual(keys.map((key) => [key, 'waiting']))
})

test("another account's files are neither shown nor sent, and leave the phone", async () => {
  await add('a', 'b', 'c', 'd')
  expect(hasUnsentPages()).toBe(true)
  phone.signIn('person-2')
  await phone.settle()
  await paperPages('a1').reload()
  expect(phone.shown()).toEqual([])
  expect(phone.tasks.slice(0, 3).every(({ aborted }) => aborted)).toBe(true)
  await pass(60_000)
  expect(phone.tasks).toHaveLength(3)
  expect(hasUnsentPages()).toBe(false)
})
