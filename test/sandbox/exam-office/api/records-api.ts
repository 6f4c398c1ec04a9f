import { type FastifyInstance } from 'fastify'
import { Refusal } from '../contract/refusal'
import {
  type Content,
  type Correction,
  type DocumentEntry,
  type NewApplication,
  type Supplement,
} from '../contract/types'
import { accept, invalid, type SchemaName } from '../contract/validate'
import { type Office } from '../office'
import { type OfficeRecord, type RecordState } from '../storage/rows'
import { type Outcome } from '../storage/idempotency'
import { addCall, type Call } from './call'

/** Applications and what the service sends about them later. */
export function recordCalls(app: FastifyInstance, office: Office): void {
  addCall(app, office, {
    method: 'POST',
    path: '/applications',
    operation: 'createApplication',
    work: ({ body }) => create(office, accept<NewApplication>('NewApplication', body)),
  })
  addCall(app, office, {
    method: 'POST',
    path: '/applications/:recordNo/corrections',
    operation: 'correctApplication',
    work: (call) => correct(office, call, accept<Correction>('Correction', call.body)),
  })
  addCall(app, office, {
    method: 'POST',
    path: '/applications/:recordNo/withdrawal',
    operation: 'withdrawApplication',
    work: (call) => note(office, call, 'Withdrawal', 'withdrawn', { state: 'withdrawn', not: ['withdrawn'] }),
  })
  addCall(app, office, {
    method: 'POST',
    path: '/applications/:recordNo/supplements',
    operation: 'supplementApplication',
    work: (call) => supplement(office, call, accept<Supplement>('Supplement', call.body)),
  })
  for (const [path, schema, type] of laterNotes) {
    addCall(app, office, {
      method: 'POST',
      path: `/applications/:recordNo/${path}`,
      operation: { payments: 'recordPayment', refunds: 'recordRefund', objections: 'raiseObjection' }[path],
      work: (call) => note(office, call, schema, type, { not: [] }),
    })
  }
}

const laterNotes = [
  ['payments', 'Payment', 'payment'],
  ['refunds', 'Refund', 'refund'],
  ['objections', 'Objection', 'objection'],
] as const

export function recordOf(office: Office, call: Call): OfficeRecord {
  const record = office.records.find(call.params['recordNo'] ?? '')
  if (!record) throw new Refusal(404, 'not-found', 'There is no such record.')
  return record
}

function create(office: Office, application: NewApplication): Outcome {
  checkContent(office, application.content)
  const reference = office.reference.get(application.campaign)
  if (!reference) throw invalid(['/campaign is not known here'])
  const known = office.records.findByApplication(application.applicationId)
  if (known) {
    const details = { recordNo: known.recordNo, revision: known.revision }
    throw new Refusal(409, 'already-recorded', 'This application is on record.', details)
  }
  return receipt(office.records.create(application, office.instant()))
}

function correct(office: Office, call: Call, correction: Correction): Outcome {
  const record = recordOf(office, call)
  checkContent(office, correction.content)
  if (correction.content.person.idDigest !== record.content.person.idDigest) checkSamePerson(correction)
  if (record.revision !== correction.revision) {
    throw new Refusal(409, 'revision-conflict', 'The record has gone on.', { revision: record.revision })
  }
  if (record.state !== 'returned') throw notNow(record)
  const { items, content } = correction
  const step = { at: office.instant(), side: 'service', type: 'correction', detail: { items }, content } as const
  return receipt(office.records.step(record.recordNo, { ...step, state: 'received' }))
}

/** The pages of a paper that follows are all of that paper: they take the place of those listed before. */
function supplement(office: Office, call: Call, body: Supplement): Outcome {
  const record = recordOf(office, call)
  if (record.state === 'withdrawn') throw notNow(record)
  const others = record.content.documents.filter(({ kind }) => kind !== body.kind)
  const documents = [...others, ...body.documents]
  const problems = problemsOfPages(documents)
  if (body.documents.some(({ kind }) => kind !== body.kind)) problems.push('/documents has a page of another kind')
  if (problems.length > 0) throw invalid(problems)
  const detail = { kind: body.kind, pages: body.documents.length }
  const step = { at: office.instant(), side: 'service', type: 'supplement', detail } as const
  return receipt(office.records.step(record.recordNo, { ...step, content: { ...record.content, documents } }))
}

function note(
  office: Office,
  call: Call,
  schema: SchemaName,
  type: string,
  { state, not }: { state?: RecordState; not: RecordState[] },
): Outcome {
  const detail = accept<Record<string, unknown>>(schema, call.body)
  const record = recordOf(office, call)
  if (not.includes(record.state)) throw notNow(record)
  return receipt(office.records.step(record.recordNo, { at: office.instant(), side: 'service', type, detail, state }))
}

/** What a schema cannot say. */
function checkContent(office: Office, { person, opinions, documents }: Content): void {
  const problems = problemsOfPages(documents)
  if (office.idDigest(person.idNumber) !== person.idDigest) problems.push('/content/person/idDigest is not of idNumber')
  if (!opinions.some(({ by }) => by === 'unit')) problems.push('/content/opinions lacks that of the unit (二(一))')
  if (problems.length > 0) throw invalid(problems)
}

/** A page has an id of its own; the pages of a paper are numbered 1, 2, 3 … in the order of the list. */
function problemsOfPages(documents: DocumentEntry[]): string[] {
  const problems: string[] = []
  if (new Set(documents.map(({ id }) => id)).size !== documents.length) problems.push('/documents has an id twice')
  const counts = new Map<string, number>()
  for (const { id, kind, page } of documents) {
    const next = (counts.get(kind) ?? 0) + 1
    counts.set(kind, next)
    if (page !== next) problems.push(`/documents: page ${id} of ${kind} must be number ${next}`)
  }
  return problems
}

/** An ID number may be corrected only if it was returned: else a record would silently become another person's. */
function checkSamePerson({ items }: Correction): void {
  if (!items.includes('form.idNumber')) throw invalid(['/content/person/idNumber was not among the items'])
}

function notNow(record: OfficeRecord): Refusal {
  return new Refusal(409, 'not-possible-now', 'The record does not stand so.', { state: record.state })
}

function receipt({ recordNo, revision }: OfficeRecord): Outcome {
  return { status: 201, body: { recordNo, revision } }
}
