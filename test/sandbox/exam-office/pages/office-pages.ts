import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { type MovableClock } from '../../clock/clock'
import { fromOwnPage, readForms } from '../../server/forms'
import { html } from '../../server/html'
import { sendPage } from '../../server/page'
import { type OfficeControl } from '../control'
import { type View } from './chrome'
import { clockPage } from './clock-page'
import { listPage } from './list-page'
import { clockAction, faultAction, recordAction, referenceAction } from './actions'
import { recordPage } from './record-page'
import { referencePage } from './reference-page'

interface Shown {
  Querystring: { done?: string; not?: string }
  Params: { recordNo: string; id: string; section: string }
}

/** The page on which one plays the office: it reads and decides through the same control as the tests. */
export function officePages(app: FastifyInstance, control: OfficeControl, clock: MovableClock): void {
  readForms(app)
  app.addHook('preHandler', async (request, reply) => {
    if (!fromOwnPage(request)) return reply.code(403).send({ code: 'another-origin' })
  })
  const view = (request: FastifyRequest<Shown>): Omit<View, 'title' | 'tab'> => {
    const { done, not } = request.query
    const notice = not ? { text: not, bad: true } : done ? { text: done } : undefined
    return { now: clock.now(), ...(notice && { notice }) }
  }
  app.get<Shown>('/', (request, reply) =>
    sendPage(reply, listPage(control, { ...view(request), title: '申报', tab: '/' })),
  )
  app.get<Shown>('/reference', (request, reply) =>
    sendPage(reply, referencePage(control.reference(), { ...view(request), title: '基础数据', tab: '/reference' })),
  )
  app.get<Shown>('/clock', (request, reply) => {
    const shown: View = { ...view(request), title: '时钟与故障', tab: '/clock' }
    return sendPage(reply, clockPage(control.switches, shown, clock.advance !== undefined))
  })
  app.get<Shown>('/records/:recordNo', (request, reply) => {
    const record = control.record(request.params.recordNo)
    return record ? sendPage(reply, recordPage(control, record, view(request))) : missing(reply)
  })
  app.get<Shown>('/records/:recordNo/documents/:id', ({ params }, reply) => {
    const entry = control.record(params.recordNo)?.content.documents.find(({ id }) => id === params.id)
    const content = control.document(params.recordNo, params.id)
    return entry && content ? reply.type(entry.mediaType).headers(forThisPageOnly).send(content) : missing(reply)
  })
  app.post<Shown>('/records/:recordNo/events', recordAction(control))
  app.post<Shown>('/reference/:section', referenceAction(control, clock))
  app.post('/clock', clockAction(clock))
  app.post('/faults', faultAction(control))
}

/** Papers of a person: not kept by the browser, not drawn by another site's page. */
const forThisPageOnly = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
}

function missing(reply: FastifyReply): FastifyReply {
  return sendPage(reply, html`<p>没有这一页。<a href="/">回到申报</a></p>`, 404)
}
