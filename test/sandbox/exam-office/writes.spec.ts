import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { standingClock } from '../clock/clock'
import { sampleApplication } from './application.fixture'
import { signedClient } from './signed-client.fixture'
import { type RunningOffice, startExamOffice } from './start-exam-office'

const key = { id: 'k1', key: Buffer.alloc(32, 1) }
const digestKey = Buffer.alloc(32, 3)

describe('the exam office records', () => {
  const clock = standingClock()
  let office: RunningOffice
  let call: ReturnType<typeof signedClient>
  beforeEach(async () => {
    office = await startExamOffice({ clock, keys: [key], digestKey })
    call = signedClient(office.url, clock, key)
  })
  afterEach(() => office.close())

  const application = (person = 'li') => sampleApplication(office.control.idDigest, person)
  const apply = async (person = 'li'): Promise<{ recordNo: string; revision: number }> =>
    (await call('POST', '/applications', { body: application(person) })).body

  describe('an application', () => {
    it('with a number and revision 1', async () => {
      expect(await call('POST', '/applications', { body: application() })).toMatchObject({
        status: 201,
        trusted: true,
        body: { recordNo: 'JZ2023-000001', revision: 1 },
      })
      expect(office.control.records()).toMatchObject([{ state: 'received', content: { grade: 3 } }])
    })

    it('once per key: a repeat gets the same answer, another body 409', async () => {
      const idempotencyKey = 'the-same-key'
      const first = await call('POST', '/applications', { body: application(), idempotencyKey })
      const again = await call('POST', '/applications', { body: application(), idempotencyKey })
      expect([again.status, again.body]).toEqual([201, first.body])
      const other = await call('POST', '/applications', { body: application('zhao'), idempotencyKey })
      expect(other).toMatchObject({ status: 409, body: { code: 'idempotency-conflict' } })
      expect(office.control.records()).toHaveLength(1)
    })

    it('once per application of the service, and names the record that there is', async () => {
      const { recordNo } = await apply()
      expect(await call('POST', '/applications', { body: application() })).toMatchObject({
        status: 409,
        body: { code: 'already-recorded', details: { recordNo, revision: 1 } },
      })
    })

    it('not without a key', async () => {
      const answer = await call('POST', '/applications', {
        body: application(),
        headers: { 'idempotency-key': undefined },
      })
      expect(answer).toMatchObject({ status: 400, body: { code: 'idempotency-key-missing' } })
    })

    it.each<[string, (body: any) => void, string]>([
      ['an unknown field', (body) => (body.remark = 'x'), '/ must NOT have additional properties: remark'],
      [
        'an unknown fact',
        (body) => (body.content.facts.salary = 1),
        '/content/facts must NOT have additional properties: salary',
      ],
      [
        'a missing field',
        (body) => delete body.content.declaration,
        "/content must have required property 'declaration'",
      ],
      ['a wrong type', (body) => (body.content.grade = '3'), '/content/grade must be integer'],
      ['a date that is no day', (body) => (body.submittedAt = '2023-03-20'), '/submittedAt must match pattern'],
      ['another campaign', (body) => (body.campaign = 'elsewhere-2023'), '/campaign is not known here'],
      [
        'a digest of another ID number',
        (body) => (body.content.person.idDigest = '0'.repeat(64)),
        'idDigest is not of idNumber',
      ],
      ["no opinion of the unit's", (body) => (body.content.opinions = []), '/content/opinions lacks'],
    ])('not with %s', async (_what, spoil, problem) => {
      const body = structuredClone(application())
      spoil(body)
      const answer = await call('POST', '/applications', { body })
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid-request'])
      expect(answer.body.details.problems.join('\n')).toContain(problem)
      expect(office.control.records()).toEqual([])
    })

    it('not from what is no JSON', async () => {
      const answer = await call('POST', '/applications', { body: Buffer.from('{') })
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } })
    })
  })

  describe('a correction', () => {
    const correction = (revision: number, person = 'li') => ({
      revision,
      items: ['facts.workStart'],
      correctedAt: '2023-03-21T02:00:00.000Z',
      content: application(person).content,
    })

    it('of a returned application, under the newest revision only', async () => {
      const { recordNo } = await apply()
      const { revision = 0 } = office.control.returnFor(recordNo, [
        { item: 'facts.workStart', code: 'differs', text: '' },
      ])
      const path = `/applications/${recordNo}/corrections`
      expect(await call('POST', path, { body: correction(revision - 1) })).toMatchObject({
        status: 409,
        body: { code: 'revision-conflict', details: { revision } },
      })
      expect(await call('POST', path, { body: correction(revision) })).toMatchObject({
        status: 201,
        body: { recordNo, revision: revision + 1 },
      })
      expect(office.control.record(recordNo)?.state).toBe('received')
      expect(office.control.history(recordNo).map(({ type }) => type)).toEqual([
        'correction',
        'returned',
        'application',
      ])
    })

    it('not of one that was not returned, nor of none', async () => {
      const { recordNo, revision } = await apply()
      expect(await call('POST', `/applications/${recordNo}/corrections`, { body: correction(revision) })).toMatchObject(
        {
          status: 409,
          body: { code: 'not-possible-now', details: { state: 'received' } },
        },
      )
      expect((await call('POST', '/applications/JZ2023-000099/corrections', { body: correction(1) })).status).toBe(404)
    })

    it('not into another person', async () => {
      const { recordNo } = await apply()
      const { revision = 0 } = office.control.returnFor(recordNo, [
        { item: 'facts.workStart', code: 'differs', text: '' },
      ])
      const answer = await call('POST', `/applications/${recordNo}/corrections`, { body: correction(revision, 'zhao') })
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } })
    })
  })

  it('a withdrawal once', async () => {
    const { recordNo } = await apply()
    const body = { withdrawnAt: '2023-03-21T02:00:00.000Z' }
    expect((await call('POST', `/applications/${recordNo}/withdrawal`, { body })).body).toEqual({
      recordNo,
      revision: 2,
    })
    expect((await call('POST', `/applications/${recordNo}/withdrawal`, { body })).status).toBe(409)
    expect(() => office.control.accept(recordNo)).toThrow('ended')
  })

  it('the list of a unit that it knows', async () => {
    const { recordNo } = await apply()
    const entry = {
      applicationId: 'application-of-li',
      recordNo,
      name: '示例·李师傅',
      grade: 3,
      occupation: 'storekeeper',
    }
    const contact = { name: '示例·张经办', phone: '12000002001' }
    const body = { campaign: 'jiaozuo-2023', contact, completedAt: '2023-03-22T02:00:00.000Z', entries: [entry] }
    expect(await call('POST', '/units/sample-city-service/lists', { body })).toMatchObject({
      status: 201,
      body: { count: 1 },
    })
    expect((await call('POST', '/units/unknown/lists', { body })).status).toBe(404)
    expect(office.control.lists()).toMatchObject([{ unit: 'sample-city-service', list: { entries: [entry] } }])
  })

  it('all of it in its own file, over a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-office-'))
    const file = join(folder, 'office.sqlite')
    const first = await startExamOffice({ clock, keys: [key], digestKey, file })
    await signedClient(first.url, clock, key)('POST', '/applications', { body: application() })
    first.control.changeReference({ pins: { 'work-years-count': 'full-anniversaries' } })
    await first.close()
    const second = await startExamOffice({ clock, keys: [key], digestKey, file })
    expect(second.control.records()).toHaveLength(1)
    expect(second.control.reference().pins).toEqual({ 'work-years-count': 'full-anniversaries' })
    await second.close()
    rmSync(folder, { recursive: true })
  })
})
