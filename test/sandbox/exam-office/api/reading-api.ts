import { type FastifyInstance } from 'fastify'
import { applicants } from '../../people'
import { Refusal } from '../contract/refusal'
import { type Change, type UnitList } from '../contract/types'
import { accept, invalid } from '../contract/validate'
import { applies, spend } from '../faults/switches'
import { type Office } from '../office'
import { type Outcome } from '../storage/idempotency'
import { addCall, type Call } from './call'

/** The feed, what is on record of a person, and the lists of the units. */
export function readingCalls(app: FastifyInstance, office: Office): void {
  addCall(app, office, {
    method: 'GET',
    path: '/changes',
    operation: 'getChanges',
    query: ['after', 'limit'],
    work: (call) => changes(office, call),
  })
  addCall(app, office, {
    method: 'GET',
    path: '/people/:idDigest/certificates',
    operation: 'getPersonRecord',
    work: (call) => personRecord(office, call.params['idDigest'] ?? ''),
  })
  addCall(app, office, {
    method: 'POST',
    path: '/units/:unit/lists',
    operation: 'reportUnitList',
    work: (call) => unitList(office, call.params['unit'] ?? '', accept<UnitList>('UnitList', call.body)),
  })
}

function changes(office: Office, { query }: Call): Outcome {
  const after = numberOf(query['after'], 0, Number.MAX_SAFE_INTEGER)
  const limit = query['limit'] === undefined ? 100 : numberOf(query['limit'], 1, 500)
  if (after === undefined || limit === undefined) throw invalid(['query needs after ≥ 0, and limit from 1 to 500'])
  const found = misshapen(office, office.feed.after(after, limit))
  return { status: 200, body: { changes: found, newestSeq: office.feed.newest() } }
}

function misshapen(office: Office, found: Change[]): Change[] {
  if (found.length === 0 || !applies(office.switches, 'GET')) return found
  if (spend(office.switches, 'feedTwice')) return found.flatMap((change) => [change, change])
  return spend(office.switches, 'feedGap') ? found.slice(1) : found
}

function numberOf(text: string | undefined, least: number, most: number): number | undefined {
  const value = text !== undefined && /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : undefined
}

/** Certificates of the sample people, and the bans of those whom the office disqualified. */
function personRecord(office: Office, idDigest: string): Outcome {
  if (!/^[0-9a-f]{64}$/.test(idDigest)) throw invalid(['idDigest must be 64 hexadecimal digits'])
  const known = applicants.find(({ idNumber }) => office.idDigest(idNumber) === idDigest)
  const bans = office.records
    .all()
    .filter(({ state, content }) => state === 'disqualified' && content.person.idDigest === idDigest)
    .map(({ updatedAt }) => ({ foundOn: beijingDay(updatedAt), reason: '申报材料虚假（三(四)）' }))
  return { status: 200, body: { certificates: known?.facts?.['certificates'] ?? [], bans } }
}

function beijingDay(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
}

function unitList(office: Office, unit: string, list: UnitList): Outcome {
  if (!office.reference.current().units.some(({ code }) => code === unit)) {
    throw new Refusal(404, 'not-found', 'There is no such unit on the list.')
  }
  const { listNo } = office.lists.add(unit, list, office.instant())
  return { status: 201, body: { listNo, unit, count: list.entries.length } }
}
