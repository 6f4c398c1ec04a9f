import { createHash, createHmac, randomUUID } from 'node:crypto'
import { type Pool } from 'mysql2/promise'
import { sampleApplication } from '../../sandbox/exam-office/application.fixture'
import { signedClient } from '../../sandbox/exam-office/signed-client.fixture'
import { applicants } from '../../sandbox/people'
import { inLanes } from './lanes'
import { Phone } from './phone'
import { officeDigestKey, officeKey } from './programs'
import { type Random } from './random'
import { type World } from './world'

/** An accepted application that waits for its fee. */
export interface Case {
  applicationId: string
  recordNo: string
  grade: number
  /** Two phones of the person who made it, and one of another account of theirs: another openid. */
  phones: readonly Phone[]
}

export const campaign = 'jiaozuo-2023'
/** Of districts that take the fee online. */
const units = ['sample-city-service', 'sample-city-hospital', 'sample-urban-works', 'sample-county-library']
const firstVersion = 5

export const feesFor = (cents: (grade: number) => number): { grade: number; cents: number }[] =>
  [1, 2, 3, 4, 5].map((grade) => ({ grade, cents: cents(grade) }))

/** Signs the sample people in and puts `size` accepted applications into the office's records and ours; the way to there has tests of its own. */
export async function setUp(world: World, size: number, random: Random): Promise<Case[]> {
  const people: Phone[][] = []
  for (const { id } of applicants) people.push([await Phone.signIn(world, id), await Phone.signIn(world, id)])
  const cases = Array.from({ length: size }, (_, index) => {
    const [first, second] = people[index % people.length] ?? []
    const [other] = people[(index + 1) % people.length] ?? []
    const phones = [first, second, other].flatMap((phone) => (phone ? [phone] : []))
    return { applicationId: randomUUID(), recordNo: '', grade: random.between(1, 5), phones }
  })
  const office = signedClient(world.officeUrl, world.clock, officeKey)
  await inLanes(8, cases, async (one) => {
    const body = { ...sampleApplication(digest, 'li', one.applicationId), campaign }
    const { status, body: receipt } = await office('POST', '/applications', { body })
    if (status !== 201) throw new Error(`the office answered ${status} ${JSON.stringify(receipt)}`)
    one.recordNo = receipt.recordNo
    await insert(world.database, one, random.one(units), new Date(world.clock.now()))
  })
  return cases
}

/** As the office knows it: lowercase hex of the keyed digest of an ID number. */
const digest = (idNumber: string): string => createHmac('sha256', officeDigestKey).update(idNumber).digest('hex')

async function insert(
  database: Pool,
  { applicationId, recordNo, grade, phones }: Case,
  unit: string,
  now: Date,
): Promise<void> {
  const [owner, , other] = phones
  const personId = randomUUID()
  const idDigest = createHash('sha256').update(personId).digest('hex')
  await put(database, 'person', { id: personId, id_digest: idDigest, id_number_sealed: 'none', created_at: now })
  for (const accountId of [owner?.accountId, other?.accountId])
    await put(database, 'person_account', { person_id: personId, account_id: accountId, role: 'own', created_at: now })
  await put(database, 'application', {
    ...{ id: applicationId, campaign, account_id: owner?.accountId, person_id: personId },
    ...{ live_key: `${campaign}:${personId}`, state: 'awaiting-payment', since: now, version: firstVersion, grade },
    ...{ facts: '{}', unit_code: unit, record_no: recordNo, office_revision: 1, event_revision: 1 },
    ...{ submitted_at: now, created_at: now, updated_at: now },
  })
}

async function put(database: Pool, table: string, row: object): Promise<void> {
  await database.query('insert into ?? set ?', [table, row])
}
