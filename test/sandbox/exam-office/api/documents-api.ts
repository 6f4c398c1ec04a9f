import { type FastifyInstance } from 'fastify'
import { createHash } from 'node:crypto'
import { Refusal } from '../contract/refusal'
import { invalid } from '../contract/validate'
import { type Office } from '../office'
import { type Outcome } from '../storage/idempotency'
import { addCall, type Call } from './call'
import { recordOf } from './records-api'

const mediaTypes = ['image/jpeg', 'image/png', 'application/pdf']

/** The pages of an application, each as its bytes. */
export function documentCalls(app: FastifyInstance, office: Office): void {
  addCall(app, office, {
    method: 'PUT',
    path: '/applications/:recordNo/documents/:id',
    operation: 'putDocument',
    work: (call) => put(office, call),
  })
}

function put(office: Office, call: Call): Outcome {
  const record = recordOf(office, call)
  const mediaType = call.header('content-type')
  if (!mediaTypes.includes(mediaType)) throw new Refusal(415, 'unsupported-media-type', 'JPEG, PNG or PDF.')
  const digest = createHash('sha256').update(call.body).digest()
  if (call.header('content-digest') !== `sha-256=:${digest.toString('base64')}:`) {
    throw new Refusal(400, 'digest-mismatch', 'The bytes are not those of Content-Digest.')
  }
  const listed = record.content.documents.find(({ id }) => id === call.params['id'])
  if (!listed) throw new Refusal(404, 'not-found', 'The application does not list this page.')
  const sha256 = digest.toString('hex')
  if (listed.sha256 !== sha256 || listed.bytes !== call.body.length || listed.mediaType !== mediaType) {
    throw invalid(['the bytes are not those that the application lists'])
  }
  const kept = office.records.document(record.recordNo, listed.id)
  if (kept && kept.sha256 !== sha256) throw new Refusal(409, 'document-differs', 'Another page is kept under this id.')
  if (!kept) office.records.keep(record.recordNo, { id: listed.id, mediaType, sha256, content: call.body })
  return { status: 200, body: { id: listed.id, sha256, bytes: call.body.length } }
}
