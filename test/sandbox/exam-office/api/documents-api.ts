import { type FastifyInstance } from 'fastify'
import { createHash } from 'node:crypto'
import { Refusal } from '../contract/refusal'
import { type DocumentEntry } from '../contract/types'
import { invalid } from '../contract/validate'
import { type Office } from '../office'
import { type OfficeRecord } from '../storage/rows'
import { type Outcome } from '../storage/idempotency'
import { addCall, type Call } from './call'
import { recordOf } from './records-api'

/** How the bytes of each type that the office takes begin. */
const beginnings: Readonly<Record<string, Buffer>> = {
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff]),
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  'application/pdf': Buffer.from('%PDF-'),
}

/** The pages of an application, each as its bytes. */
export function documentCalls(app: FastifyInstance, office: Office): void {
  addCall(app, office, {
    method: 'PUT',
    path: '/applications/:recordNo/documents/:id',
    operation: 'putDocument',
    bodyLimit: 20_000_000,
    came: ({ params, header }) =>
      office.pageCalls.came(params['recordNo'] ?? '', params['id'] ?? '', header('idempotency-key')),
    work: (call) => put(office, call),
  })
}

function put(office: Office, call: Call): Outcome {
  const record = recordOf(office, call)
  const mediaType = call.header('content-type')
  const beginning = beginnings[mediaType]
  if (!beginning) throw new Refusal(415, 'unsupported-media-type', 'JPEG, PNG or PDF.')
  const digest = createHash('sha256').update(call.body).digest()
  if (call.header('content-digest') !== `sha-256=:${digest.toString('base64')}:`) {
    throw new Refusal(400, 'digest-mismatch', 'The bytes are not those of Content-Digest.')
  }
  const listed = record.content.documents.find(({ id }) => id === call.params['id'])
  if (!listed) throw new Refusal(404, 'page-not-listed', 'The application does not list this page.')
  const page = { id: listed.id, mediaType, sha256: digest.toString('hex'), content: call.body }
  checkListed(listed, page)
  if (!call.body.subarray(0, beginning.length).equals(beginning)) {
    throw new Refusal(415, 'unsupported-media-type', `The bytes are not ${mediaType}.`)
  }
  return keep(office, record, page)
}

interface Page {
  id: string
  mediaType: string
  sha256: string
  content: Buffer
}

function checkListed(listed: DocumentEntry, { mediaType, sha256, content }: Page): void {
  const problems: string[] = []
  if (listed.mediaType !== mediaType) problems.push(`Content-Type must be ${listed.mediaType}, as listed`)
  if (listed.bytes !== content.length) problems.push(`the body must have ${listed.bytes} bytes, as listed`)
  if (listed.sha256 !== sha256) problems.push('the body must have the SHA-256 that is listed')
  if (problems.length > 0) throw invalid(problems)
}

/** What has come once is never written over. */
function keep(office: Office, { recordNo }: OfficeRecord, page: Page): Outcome {
  const kept = office.records.document(recordNo, page.id)
  if (kept && kept.sha256 !== page.sha256) {
    throw new Refusal(409, 'document-differs', 'Another page is kept under this id.')
  }
  if (!kept) {
    office.records.keep(recordNo, page)
    office.pageCalls.kept(recordNo, page.id)
  }
  return { status: 200, body: { id: page.id, sha256: page.sha256, bytes: page.content.length } }
}
