import { createServer, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { standingClock } from '../clock/clock'
import { sampleApplication } from './application.fixture'
import { signedClient } from './signed-client.fixture'
import { signature } from './signing/signature'
import { type RunningOffice, startExamOffice } from './start-exam-office'

const key = { id: 'k1', key: Buffer.alloc(32, 1) }

describe("the exam office's feed", () => {
  const clock = standingClock()
  let office: RunningOffice
  let call: ReturnType<typeof signedClient>
  beforeEach(async () => {
    office = await startExamOffice({ clock, keys: [key], digestKey: Buffer.alloc(32, 3) })
    call = signedClient(office.url, clock, key)
  })
  afterEach(() => office.close())

  const apply = async (person: string) =>
    (await call('POST', '/applications', { body: sampleApplication(office.control.idDigest, person) })).body.recordNo
  const seqs = async (query: string) => (await call('GET', `/changes?${query}`)).body.changes.map(({ seq }) => seq)

  it('lists what the office did, each seq once, revisions upward, with its reasons', async () => {
    const [li, zhao] = [await apply('li'), await apply('zhao')]
    const reasons = [{ item: 'papers.id-card', code: 'unreadable', text: '看不清，请重拍' }]
    office.control.returnFor(li, reasons)
    office.control.accept(zhao)
    office.control.decide(li, { type: 'onsite-required' })
    const { changes, newestSeq } = (await call('GET', '/changes?after=0')).body
    expect(newestSeq).toBe(3)
    expect(changes).toMatchObject([
      { seq: 1, recordNo: li, revision: 2, type: 'returned', reasons, data: {} },
      { seq: 2, recordNo: zhao, revision: 2, type: 'accepted' },
      { seq: 3, recordNo: li, revision: 3, type: 'onsite-required' },
    ])
  })

  it('goes on after the seq that is named, at most limit at a time', async () => {
    const li = await apply('li')
    for (let left = 4; left > 0; left -= 1) office.control.decide(li, { type: 'manual-decision' })
    expect(await seqs('after=1&limit=2')).toEqual([2, 3])
    expect(await seqs('after=4')).toEqual([])
  })

  it.each([
    'limit=1',
    'after=-1',
    'after=x',
    'after=0&limit=0',
    'after=0&limit=501',
    'after=0&other=1',
    'after=0&after=1',
  ])('refuses ?%s', async (query) => {
    expect((await call('GET', `/changes?${query}`)).body.code).toBe('invalid-request')
  })

  it('bears events of the whole campaign and types that nobody knows', async () => {
    office.control.announce({ type: 'schedule-changed', data: { registrationClosesOn: '2023-03-30' } })
    office.control.decide(await apply('li'), { type: 'something-new' })
    const { changes } = (await call('GET', '/changes?after=0')).body
    expect(changes.map(({ type, recordNo }) => [type, recordNo])).toEqual([
      ['schedule-changed', undefined],
      ['something-new', 'JZ2023-000001'],
    ])
  })

  it('lists changes twice, or leaves the first out, as often as told', async () => {
    const li = await apply('li')
    office.control.decide(li, { type: 'onsite-required' })
    office.control.accept(li)
    Object.assign(office.control.switches, { feedTwice: 1, feedGap: 1 })
    expect(await seqs('after=0')).toEqual([1, 1, 2, 2])
    expect(await seqs('after=0')).toEqual([2])
    expect(await seqs('after=0')).toEqual([1, 2])
  })

  it('does not take a return without reasons', async () => {
    const li = await apply('li')
    expect(() => office.control.returnFor(li, [])).toThrow('what to mend')
    expect(await seqs('after=0')).toEqual([])
  })

  it('is nudged by a signed webhook', async () => {
    const received: { request: IncomingMessage; body: string }[] = []
    const bff = createServer((request, response) => {
      let body = ''
      request.on('data', (part) => (body += String(part)))
      request.on('end', () => (received.push({ request, body }), response.writeHead(204).end()))
    }).listen(0, '127.0.0.1')
    await once(bff, 'listening')
    const address = bff.address()
    office.control.setBffUrl(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
    office.control.accept(await apply('li'))
    await office.control.nudgesSettled()
    bff.closeAllConnections()
    bff.close()

    const [nudge] = received
    const header = (name: string) => String(nudge?.request.headers[name])
    const first = ['POST', '/office/changes']
    expect([nudge?.request.method, nudge?.request.url]).toEqual(first)
    expect(nudge?.body).toBe('{"newestSeq":1}')
    expect(header('x-signature')).toBe(
      signature(key.key, first, header('x-timestamp'), header('x-nonce'), nudge?.body ?? ''),
    )
  })

  it('goes on when nobody hears the webhook', async () => {
    office.control.setBffUrl('http://127.0.0.1:1')
    office.control.accept(await apply('li'))
    await office.control.nudgesSettled()
    expect(await seqs('after=0')).toEqual([1])
  })
})
