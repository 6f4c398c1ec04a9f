import { type FastifyInstance } from 'fastify'
import { Refusal } from '../contract/refusal'
import { spoilWork } from '../faults/spoil'
import { type Office } from '../office'
import { etagOf } from '../reference/reference-store'

/** Apart from the other calls, since it answers 304. */
export function referenceCall(app: FastifyInstance, office: Office): void {
  app.get<{ Params: { campaign: string } }>('/reference/:campaign', async (request, reply) => {
    office.counts.set('getReference', (office.counts.get('getReference') ?? 0) + 1)
    spoilWork(office.switches, request)
    const reference = office.reference.get(request.params.campaign)
    if (!reference) throw new Refusal(404, 'not-found', 'There is no such campaign.')
    const body = JSON.stringify(reference)
    const etag = etagOf(body)
    void reply.header('etag', etag)
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return reply.type('application/json').send(body)
  })
}
