import { findPack } from '@app/shared-rules'
import contract from '../../docs/api/exam-office.openapi.json'
import { standingClock } from '../sandbox/clock/clock'
import { sampleApplication } from '../sandbox/exam-office/application.fixture'
import { changeTypes } from '../sandbox/exam-office/contract/types'
import { problemsOf, type SchemaName } from '../sandbox/exam-office/contract/validate'
import { openReadings } from '../sandbox/exam-office/pages/readings'
import { signedClient } from '../sandbox/exam-office/signed-client.fixture'
import { type RunningOffice, startExamOffice } from '../sandbox/exam-office/start-exam-office'

const key = { id: 'k1', key: Buffer.alloc(32, 1) }
const at = '2023-03-21T02:00:00.000Z'

describe('the contract with the exam office', () => {
  it('refers only to parts that it has', () => {
    const references = JSON.stringify(contract).match(/"#\/[^"]+"/g) ?? []
    expect(references.length).toBeGreaterThan(50)
    for (const reference of new Set(references)) {
      const found = reference
        .slice(3, -1)
        .split('/')
        .reduce<unknown>(
          (part, name) => part && typeof part === 'object' && Object.entries(part).find(([k]) => k === name)?.[1],
          contract,
        )
      expect([reference, typeof found]).toEqual([reference, 'object'])
    }
  })

  it('names every type of change that the office can send', () => {
    for (const type of changeTypes)
      expect(contract.components.schemas.Change.properties.type.description).toContain(type)
  })

  it('allows no field that it does not name, wherever a field is named', () => {
    const open: string[] = []
    const look = (part: unknown, path: string): void => {
      if (!part || typeof part !== 'object') return
      if ('properties' in part && 'required' in part && !('additionalProperties' in part)) open.push(path)
      for (const [name, inner] of Object.entries(part)) look(inner, `${path}/${name}`)
    }
    look(contract.components.schemas, '')
    expect(open).toEqual([])
  })
})

describe('the exam office of the sandbox keeps to the contract:', () => {
  const clock = standingClock()
  let office: RunningOffice
  let call: ReturnType<typeof signedClient>
  beforeAll(async () => {
    office = await startExamOffice({ clock, keys: [key], digestKey: Buffer.alloc(32, 3) })
    call = signedClient(office.url, clock, key)
  })
  afterAll(() => office.close())

  const conforms = (schema: SchemaName, body: unknown) => expect(problemsOf(schema, body)).toEqual([])

  it('every call of it exists, and asks for a signature', async () => {
    for (const [path, operations] of Object.entries(contract.paths)) {
      for (const method of Object.keys(operations)) {
        const target = path
          .replace('{recordNo}', 'JZ2023-000099')
          .replace('{idDigest}', '0'.repeat(64))
          .replace('{campaign}', 'jiaozuo-2023')
          .replace(/\{\w+\}/g, 'x')
        const answer = await call(method.toUpperCase(), target, { headers: { 'x-signature': 'A'.repeat(43) + '=' } })
        expect([path, answer.status, answer.body.code]).toEqual([path, 401, 'signature-wrong'])
        conforms('Error', answer.body)
        const known = await call(method.toUpperCase(), target)
        expect(known.body).not.toHaveProperty('message', 'There is no such call.')
      }
    }
  })

  it('receipts, feed, reference, records of a person and lists', async () => {
    const application = sampleApplication(office.control.idDigest)
    conforms('NewApplication', application)
    const receipt = await call('POST', '/applications', { body: application })
    conforms('Receipt', receipt.body)
    const { recordNo } = receipt.body
    const { revision } = office.control.returnFor(recordNo, [{ item: 'facts.workStart', code: 'other', text: '' }])
    const correction = { revision, items: ['facts.workStart'], correctedAt: at, content: application.content }
    conforms('Receipt', (await call('POST', `/applications/${recordNo}/corrections`, { body: correction })).body)
    office.control.announce({ type: 'schedule-changed' })
    conforms('Changes', (await call('GET', '/changes?after=0')).body)
    conforms('Reference', (await call('GET', '/reference/jiaozuo-2023')).body)
    const digest = office.control.idDigest(application.content.person.idNumber)
    conforms('PersonRecord', (await call('GET', `/people/${digest}/certificates`)).body)
    const contact = { name: '示例·张经办', phone: '12000002001' }
    const list = { campaign: 'jiaozuo-2023', contact, completedAt: at, entries: [] }
    conforms('ListReceipt', (await call('POST', '/units/sample-city-service/lists', { body: list })).body)
  })

  it.each([
    ['supplements', { kind: 'yearly-assessment', documents: [], sentAt: at }],
    ['payments', { outTradeNo: 'order-0001', amountCents: 8000, channel: 'wechat', paidAt: at }],
    ['refunds', { outRefundNo: 'refund-0001', outTradeNo: 'order-0001', amountCents: 8000, state: 'requested', at }],
    ['objections', { text: '请复核岗位技能成绩', raisedAt: at }],
    ['withdrawal', { withdrawnAt: at }],
  ])('%s', async (path, body) => {
    const application = sampleApplication(office.control.idDigest, 'zhao', `application-for-${path}`)
    const { recordNo } = (await call('POST', '/applications', { body: application })).body
    const answer = await call('POST', `/applications/${recordNo}/${path}`, { body })
    expect([answer.status, answer.body.revision]).toEqual([201, 2])
    conforms('Receipt', answer.body)
  })

  it('every refusal has the shape of an error', async () => {
    const refused = [
      await call('POST', '/applications', { body: {} }),
      await call('GET', '/changes'),
      await call('GET', '/reference/elsewhere'),
      await call('GET', '/nothing'),
      await call('POST', '/applications', { body: {}, headers: { 'x-nonce': undefined } }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 404, 404, 401])
    for (const { body } of refused) conforms('Error', body)
  })
})

describe('the readings on the office page', () => {
  it('are those of the pack, with its options', () => {
    const pack = findPack('jiaozuo-2023')
    const ours = openReadings.map(({ id, options }) => [id, Object.keys(options).sort()])
    const theirs = Object.values(pack?.readings ?? {}).map(({ id, options }) => [id, [...options].sort()])
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs))
  })
})
