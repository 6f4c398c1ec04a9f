import { type PageView } from '@app/contract'
import { answerWith } from '../../../test/mocks/server'
import { pageView, papersView, paperView } from '../../../test/papers'
import { tokens } from '../session/tokens'
import { asked, QueuePhone } from './phone.fixture'
import { forgetUploads, resumeUploads } from './uploads'
import { paperPages } from './use-paper-pages'

jest.mock('../device/transfer/send-file', () => jest.requireActual('../device/transfer/send-file.weapp'))
jest.mock('../device/picture/files', () => jest.requireActual('../device/picture/files.weapp'))
jest.mock('../device/picture/shrink', () => jest.requireActual('../device/picture/shrink.weapp'))
const mockPhone = { front: (_inFront: boolean): void => undefined, network: (): void => undefined }
jest.mock('../device/wake', () => ({
  onFront: (tell: (inFront: boolean) => void) => Object.assign(mockPhone, { front: tell }),
  onNetworkBack: (tell: () => void) => Object.assign(mockPhone, { network: tell }),
}))

let phone: QueuePhone
let pages: PageView[]
beforeEach(() => {
  jest.useFakeTimers()
  phone = new QueuePhone()
  pages = []
  resumeUploads()
})
afterEach(() => {
  mockPhone.front(true)
  forgetUploads()
  tokens.clear()
  jest.useRealTimers()
})

const papers = () => papersView([paperView(asked, { pages })])
/** A server with these pages, and routes beside the list of papers. */
const serverWith = async (there: PageView[], routes: Parameters<typeof answerWith>[0] = {}) => {
  pages = there
  const server = answerWith({ 'GET /applications/a1/papers': () => ({ status: 200, body: papers() }), ...routes })
  await paperPages('a1').reload()
  return server
}
const add = (...names: string[]) => phone.add(...names)
const pass = (ms: number) => phone.pass(ms)
const task = (n: number) => phone.task(n)
const idAt = (n: number) => phone.shown()[n]?.id ?? ''
const query = (n: number, name: string) => new URL(task(n).url, 'https://x').searchParams.get(name)
/** It has arrived and is looked at; from now on the server lists it. */
const arrives = async (n: number, page: Partial<PageView>) => {
  const made = pageView(`p${n}`, { paper: asked, state: 'checking', uploadKey: phone.key(task(n)), ...page })
  pages = [...pages, made]
  task(n).answer(202, { pages: [made] })
  await phone.settle()
}

describe('what waits for its next try goes at once', () => {
  test.each([
    ['when there is a network again', () => mockPhone.network()],
    ['when the app comes to the front', () => mockPhone.front(true)],
    ['when the person taps', () => paperPages('a1').retry(idAt(0))],
  ])('%s, under its key', async (_, wakes) => {
    await serverWith([])
    await add('a')
    task(0).fail({ errMsg: 'uploadFile:fail' })
    await phone.settle()
    expect(phone.states()).toEqual(['retry'])
    wakes()
    await phone.settle()
    expect([phone.states(), phone.key(task(1))]).toEqual([['sending'], phone.key(task(0))])
  })
})

test('behind other apps nothing is begun', async () => {
  await serverWith([])
  mockPhone.front(false)
  await add('a')
  await pass(60_000)
  expect([phone.tasks.length, phone.states()]).toEqual([0, ['waiting']])
  mockPhone.front(true)
  await phone.settle()
  expect(phone.states()).toEqual(['sending'])
})

test('[danger 72] a page deleted while it was sent is deleted at the server too, where it had arrived all the same', async () => {
  const server = await serverWith([], { 'DELETE /applications/a1/pages/late': { status: 204 } })
  await add('a', 'b')
  const key = phone.key(task(0))
  await paperPages('a1').remove(idAt(0))
  expect([task(0).aborted, phone.shown()]).toMatchObject([true, [{ state: { kind: 'sending' } }]])
  pages = [pageView('late', { paper: asked, uploadKey: key })]
  await pass(5_000)
  expect(server.times('DELETE /applications/a1/pages/late')).toBe(1)
  expect(phone.states()).toEqual(['sending'])
})

test('a page that the server does not let go is shown again, with the reason', async () => {
  await serverWith([pageView('p1', { paper: asked, uploadKey: 'k1' })], {
    'DELETE /applications/a1/pages/p1': { status: 409, body: { code: 'page-fixed', facts: {}, requestId: 'r' } },
  })
  const outcome = paperPages('a1').remove('k1')
  expect(phone.shown()).toEqual([])
  expect(await outcome).toMatchObject({ ok: false, failure: { code: 'page-fixed' } })
  expect(phone.shown()).toHaveLength(1)
})

test('[danger 66] a turn before sending goes with the file; one on the way is told once the page has arrived', async () => {
  const turned = jest.fn(({ data }) => ({ status: 200, body: pageView('p1', { paper: asked, ...data }) }))
  await serverWith([], { 'PUT /applications/a1/pages/p1/rotation': turned })
  mockPhone.front(false)
  await add('first', 'a')
  await paperPages('a1').rotate(idAt(0))
  mockPhone.front(true)
  await phone.settle()
  expect([query(0, 'rotation'), query(1, 'rotation')]).toEqual(['1', null])
  await paperPages('a1').rotate(idAt(1))
  await paperPages('a1').rotate(idAt(1))
  expect(phone.shown()[1]?.turns).toBe(2)
  await arrives(1, { rotation: 0 })
  expect(turned.mock.calls.map(([request]) => request.data)).toEqual([{ rotation: 2 }])
})

test('fast taps on turning make few requests, and the last one counts', async () => {
  const turned = jest.fn(({ data }) => ({
    status: 200,
    body: pageView('p1', { paper: asked, uploadKey: 'k1', ...data }),
  }))
  const links = { display: '/large', thumbnail: '/small', until: '2023-03-21T01:00:00.000Z' }
  await serverWith([pageView('p1', { paper: asked, uploadKey: 'k1', links })], {
    'PUT /applications/a1/pages/p1/rotation': turned,
  })
  const taps = [1, 2, 3].map(() => paperPages('a1').rotate('k1'))
  expect(phone.shown()[0]?.turns).toBe(3)
  await Promise.all(taps)
  expect(turned.mock.calls.map(([request]) => request.data.rotation).at(-1)).toBe(3)
  expect(turned.mock.calls.length).toBeLessThan(3)
})

test('pages that arrive in another order are put into that in which they were picked', async () => {
  const order = jest.fn((_request) => ({ status: 200, body: papers() }))
  await serverWith([], { 'PUT /applications/a1/page-order': order })
  await add('a', 'b', 'c')
  await arrives(2, { position: 1 })
  await arrives(0, { position: 2 })
  expect(order).not.toHaveBeenCalled()
  await arrives(1, { position: 3 })
  expect(order.mock.calls.map(([request]) => request.data)).toEqual([{ paper: asked, pages: ['p0', 'p1', 'p2'] }])
})

test('a page taken again keeps its place, and is sent as the one that replaces it', async () => {
  await serverWith(['p1', 'p2', 'p3'].map((id, at) => pageView(id, { paper: asked, uploadKey: id, position: at + 1 })))
  paperPages('a1').replace('p2', [phone.pick('again')])
  await phone.settle()
  expect(query(0, 'replaces')).toBe('p2')
  expect(phone.shown().map(({ id }) => id)).toEqual(['p1', phone.key(task(0)), 'p3'])
  expect(phone.shown()[1]).toMatchObject({ replacing: true, state: { kind: 'sending' } })
  await paperPages('a1').remove(idAt(1))
  expect(phone.shown().map(({ id }) => id)).toEqual(['p1', 'p2', 'p3'])
})

test('the server is asked again, less and less often, until it has looked at every page', async () => {
  const server = await serverWith([])
  const before = server.times('GET /applications/a1/papers')
  await add('a')
  await arrives(0, {})
  await pass(30_000)
  const looks = server.times('GET /applications/a1/papers') - before
  expect(looks).toBeGreaterThan(4)
  expect(looks).toBeLessThan(12)
  pages = pages.map((page) => ({ ...page, state: 'usable' }))
  await pass(11_000)
  expect(phone.states()).toEqual(['usable'])
  const until = server.times('GET /applications/a1/papers')
  await pass(60_000)
  expect(server.times('GET /applications/a1/papers')).toBe(until)
  expect(Array.from(phone.files.keys()).filter((path) => path.startsWith('wxfile://usr'))).toEqual([])
})
