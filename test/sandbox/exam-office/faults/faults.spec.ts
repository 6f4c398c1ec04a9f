import { standingClock } from '../../clock/clock'
import { sampleApplication } from '../application.fixture'
import { signedClient } from '../signed-client.fixture'
import { type RunningOffice, startExamOffice } from '../start-exam-office'

const key = { id: 'k1', key: Buffer.alloc(32, 1) }

describe('the exam office misbehaves when told to', () => {
  const clock = standingClock()
  let office: RunningOffice
  let call: ReturnType<typeof signedClient>
  beforeEach(async () => {
    office = await startExamOffice({ clock, keys: [key], digestKey: Buffer.alloc(32, 3) })
    call = signedClient(office.url, clock, key)
  })
  afterEach(() => office.close())

  const apply = (idempotencyKey = 'one-and-the-same') =>
    call('POST', '/applications', { body: sampleApplication(office.control.idDigest), idempotencyKey })

  it('down behind a proxy: 503, HTML, unsigned, and back again', async () => {
    office.control.switches.down = 'unavailable'
    expect(await apply()).toMatchObject({ status: 503, trusted: false })
    office.control.behaveWell()
    expect((await apply()).status).toBe(201)
  })

  it('unreachable: the connection is cut and nothing is kept', async () => {
    office.control.switches.down = 'unreachable'
    await expect(apply()).rejects.toThrow('fetch failed')
    expect(office.control.records()).toEqual([])
  })

  it('500 before the work: nothing is kept, and a repeat works', async () => {
    office.control.switches.fail = 1
    expect(await apply()).toMatchObject({ status: 500, trusted: true, body: { code: 'internal' } })
    expect(office.control.records()).toEqual([])
    expect((await apply()).status).toBe(201)
  })

  it('500 after the work: it is kept once, and the repeat gets the first answer', async () => {
    office.control.switches.failAfter = 1
    expect((await apply()).status).toBe(500)
    expect(office.control.records()).toHaveLength(1)
    expect(await apply()).toMatchObject({ status: 201, body: { revision: 1 } })
    expect(office.control.records()).toHaveLength(1)
  })

  it('cut after the work: the same, with no answer at all', async () => {
    office.control.switches.cutAfter = 1
    await expect(apply()).rejects.toThrow('fetch failed')
    expect((await apply()).status).toBe(201)
    expect(office.control.records()).toHaveLength(1)
  })

  it('409, garbage under a right signature, and a wrong signature', async () => {
    Object.assign(office.control.switches, { conflict: 1 })
    expect(await apply()).toMatchObject({ status: 409, trusted: true })
    Object.assign(office.control.switches, { garbage: 1 })
    expect(await apply()).toMatchObject({ status: 200, trusted: true, body: { recordNo: '' } })
    Object.assign(office.control.switches, { badSignature: 1 })
    expect(await apply()).toMatchObject({ status: 201, trusted: false })
  })

  it('only for writes, where told so', async () => {
    Object.assign(office.control.switches, { fail: 1, appliesTo: 'writes' })
    expect((await call('GET', '/changes?after=0')).status).toBe(200)
    expect((await apply()).status).toBe(500)
  })

  it('late', async () => {
    office.control.switches.slowMs = 10_000
    const impatient = fetch(`${office.url}/v1/changes?after=0`, { signal: AbortSignal.timeout(50) })
    await expect(impatient).rejects.toThrow(/timeout/i)
  })
})
