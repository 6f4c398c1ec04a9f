import { type FastifyInstance } from 'fastify'
import { type Reference } from './contract/types'
import { type OfficeControl } from './control'
import { type OfficeSwitches, switchesSchema } from './faults/switches'
import { type Decision } from './play/decide'

const decisionSchema = {
  type: 'object',
  required: ['type'],
  additionalProperties: false,
  properties: {
    type: { type: 'string', minLength: 1, maxLength: 60 },
    reasons: {
      type: 'array',
      items: {
        type: 'object',
        required: ['item', 'code', 'text'],
        additionalProperties: false,
        properties: { item: { type: 'string' }, code: { type: 'string' }, text: { type: 'string' } },
      },
    },
    data: { type: 'object' },
  },
}

/** The control over HTTP, for tests that run beside the office's process. Unsigned: it listens on this machine only. */
export function controlRoutes(app: FastifyInstance, control: OfficeControl): void {
  app.get('/sandbox/records', () => control.records())
  app.get<{ Params: { recordNo: string } }>('/sandbox/records/:recordNo', ({ params }, reply) => {
    const record = control.record(params.recordNo)
    return record
      ? { ...record, history: control.history(params.recordNo), pageCalls: control.pageCalls(params.recordNo) }
      : reply.code(404).send({ code: 'not-found' })
  })
  app.post<{ Params: { recordNo: string }; Body: Decision }>(
    '/sandbox/records/:recordNo/events',
    { schema: { body: decisionSchema } },
    ({ params, body }) => control.decide(params.recordNo, body),
  )
  app.post<{ Body: Decision }>('/sandbox/events', { schema: { body: decisionSchema } }, ({ body }) =>
    control.announce(body),
  )
  app.get('/sandbox/lists', () => control.lists())
  app.get('/sandbox/reference', () => control.reference())
  // Checked as a whole against the contract.
  app.patch<{ Body: Partial<Reference> }>('/sandbox/reference', ({ body }) => control.changeReference(body))
  app.get('/sandbox/switches', () => control.switches)
  app.put<{ Body: Partial<OfficeSwitches> }>('/sandbox/switches', { schema: { body: switchesSchema } }, ({ body }) =>
    Object.assign(control.switches, body),
  )
  app.delete('/sandbox/switches', () => (control.behaveWell(), control.switches))
  app.get('/sandbox/counts', () => control.counts())
  app.delete('/sandbox/counts', () => (control.resetCounts(), control.counts()))
  app.post('/sandbox/nudge', async () => {
    control.nudge()
    await control.nudgesSettled()
    return { ok: true }
  })
}
