import { databaseKinds, openDatabase, type OpenDatabase } from '../database/open-database.fixture'
import { Settings } from '../settings/settings'
import { ManualClock } from '../time/clock'
import { AccessLog } from './access-log'
import { AccessLogRow } from './access-log-row'
import { FieldCipher, FieldIndex } from './field-cipher'
import { maskIdNumber, maskName, maskPhone } from './masks'

const withKeys = (...ids: string[]) =>
  Object.assign(new Settings(), {
    fieldKeys: ids.map((id) => ({ id, key: Buffer.alloc(32, id) })),
    indexKey: Buffer.alloc(32, 'index'),
  })
const idNumber = '419999197003070015'

test('a sealed value bears algorithm and key, shows nothing, and differs each time', () => {
  const cipher = new FieldCipher(withKeys('k1'))
  const sealed = cipher.seal('person.id-number:1', idNumber)
  expect(sealed).toMatch(/^A256GCM\.k1\./)
  expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').includes(idNumber)).toBe(false)
  expect(cipher.seal('person.id-number:1', idNumber)).not.toBe(sealed)
  expect(cipher.open('person.id-number:1', sealed)).toBe(idNumber)
})

test('names with rare characters come back whole', () => {
  const cipher = new FieldCipher(withKeys('k1'))
  expect(cipher.open('n', cipher.seal('n', '李𬭎㛃'))).toBe('李𬭎㛃')
  expect(cipher.open('n', cipher.seal('n', ''))).toBe('')
})

test('values sealed with the old key stay readable while keys are changed, and not after', () => {
  const sealed = new FieldCipher(withKeys('k1')).seal('f', 'text')
  const both = new FieldCipher(withKeys('k2', 'k1'))
  expect(both.open('f', sealed)).toBe('text')
  expect(both.isOld(sealed)).toBe(true)
  expect(both.isOld(both.seal('f', 'text'))).toBe(false)
  expect(() => new FieldCipher(withKeys('k2')).open('f', sealed)).toThrow('No key k1')
})

test('an altered value, or one moved to another row, does not open', () => {
  const cipher = new FieldCipher(withKeys('k1'))
  const sealed = cipher.seal('person.name:1', '王小明')
  expect(() => cipher.open('person.name:2', sealed)).toThrow()
  const bytes = Buffer.from(sealed.split('.')[2] ?? '', 'base64url')
  for (let at = 0; at < bytes.length; at += 1) {
    const altered = Buffer.from(bytes)
    altered[at] = (altered[at] ?? 0) ^ 1
    expect(() => cipher.open('person.name:1', `A256GCM.k1.${altered.toString('base64url')}`)).toThrow()
  }
  expect(() => cipher.open('person.name:1', 'A256GCM.k1.')).toThrow()
  expect(() => cipher.open('person.name:1', '王小明')).toThrow()
})

test('the index finds the same value again, by kind, and only with its key', () => {
  const index = new FieldIndex(withKeys('k1'))
  expect(index.digest('phone', '12000000001')).toBe(new FieldIndex(withKeys('k9')).digest('phone', '12000000001'))
  expect(index.digest('phone', '12000000001')).not.toBe(index.digest('id-number', '12000000001'))
  const otherKey = Object.assign(withKeys('k1'), { indexKey: Buffer.alloc(32, 'x') })
  expect(new FieldIndex(otherKey).digest('phone', '12000000001')).not.toBe(index.digest('phone', '12000000001'))
})

test('masks show what one needs to recognise, and never more', () => {
  expect(maskIdNumber(idNumber)).toBe('4***5')
  expect([maskName('王小明'), maskName('𬭎一'), maskName('王')]).toEqual(['王*', '𬭎*', '*'])
  expect([maskPhone('12000000001'), maskPhone('123')]).toEqual(['120****0001', '****'])
})

describe.each(databaseKinds)('the access log on %s', (kind) => {
  let db: OpenDatabase
  beforeAll(async () => {
    db = await openDatabase(kind)
  })
  afterAll(() => db.close())

  test('a view is written with who, whose, what and when', async () => {
    const log = new AccessLog(new ManualClock('2023-03-20T01:00:00.123Z'))
    const viewer = { viewerAccountId: 'a1', viewerRole: 'unit-contact', requestId: 'r1' }
    const view = { ...viewer, subject: 'application:7', part: 'form' }
    await db.transactions.run((m) => log.record(m, [view]))
    const rows = await db.transactions.read((m) => m.find(AccessLogRow))
    expect(rows).toEqual([expect.objectContaining({ ...view, at: new Date('2023-03-20T01:00:00.123Z') })])
  })
})
