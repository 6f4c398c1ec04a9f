import { standingClock } from '../clock/clock'
import { people } from '../people'
import { problemsOf } from './contract/validate'
import { type Reference } from './contract/types'
import { signedClient } from './signed-client.fixture'
import { type RunningOffice, startExamOffice } from './start-exam-office'

const key = { id: 'k1', key: Buffer.alloc(32, 1) }

describe("the exam office's reference data", () => {
  const clock = standingClock()
  let office: RunningOffice
  let call: ReturnType<typeof signedClient>
  beforeEach(async () => {
    office = await startExamOffice({ clock, keys: [key], digestKey: Buffer.alloc(32, 3) })
    call = signedClient(office.url, clock, key)
  })
  afterEach(() => office.close())

  const path = '/reference/jiaozuo-2023'

  it('conforms to the contract, is marked as sample, and leaves fees and payment deadline unset', async () => {
    const { body } = await call('GET', path)
    expect(problemsOf('Reference', body)).toEqual([])
    expect(body).toMatchObject({ sample: true, fees: [], pins: {}, schedule: {} })
    expect(body).not.toHaveProperty('paymentDeadline')
    expect(body).not.toHaveProperty('photo')
  })

  it('is answered by 304 while it is the same, and anew once the office edits it', async () => {
    const etag = (await call('GET', path)).headers.get('etag') ?? ''
    const same = await call('GET', path, { headers: { 'if-none-match': etag } })
    expect([same.status, same.trusted]).toEqual([304, true])
    office.control.changeReference({ fees: [{ grade: 3, cents: 8000 }] })
    const edited = await call('GET', path, { headers: { 'if-none-match': etag } })
    expect([edited.status, edited.headers.get('etag') === etag]).toEqual([200, false])
  })

  it('takes no edit that does not conform', () => {
    const wrong = { fees: [{ grade: 6, cents: 1 }] }
    expect(() => office.control.changeReference(wrong)).toThrow()
    expect(office.control.reference().fees).toEqual([])
  })

  it('can be set back to "not set"', () => {
    office.control.changeReference({ paymentDeadline: '2023-04-10' })
    office.control.changeReference({ paymentDeadline: undefined })
    expect(office.control.reference()).not.toHaveProperty('paymentDeadline')
  })

  it('names only things that it lists', () => {
    const { units, districts, departments, occupations }: Reference = office.control.reference()
    const codes = (list: { code: string }[]) => list.map(({ code }) => code)
    for (const unit of units) {
      expect(codes(districts)).toContain(unit.district)
      if (unit.department) expect(codes(departments)).toContain(unit.department)
    }
    for (const { successors = [] } of occupations)
      expect(codes(occupations)).toEqual(expect.arrayContaining(successors))
    for (const person of people) expect([...codes(units), ...codes(departments)]).toContain(person.unit)
  })

  it('gives the contacts that the sample people play', () => {
    const { units, departments } = office.control.reference()
    const listed = [...units, ...departments].flatMap(({ contacts }) => contacts.map(({ phone }) => phone))
    const playing = people.filter(({ role }) => role !== 'applicant').map(({ phone }) => phone)
    expect(listed.sort()).toEqual(playing.sort())
  })

  it('has the certificates of a sample person on record, and nothing of a stranger', async () => {
    const digest = office.control.idDigest(people.find(({ id }) => id === 'li')?.idNumber ?? '')
    expect(await call('GET', `/people/${digest}/certificates`)).toMatchObject({
      status: 200,
      body: { certificates: [{ grade: 4, occupation: 'storekeeper' }], bans: [] },
    })
    expect((await call('GET', `/people/${'0'.repeat(64)}/certificates`)).body).toEqual({ certificates: [], bans: [] })
    expect((await call('GET', '/people/me/certificates')).status).toBe(400)
  })
})
