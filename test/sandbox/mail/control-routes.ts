import { type FastifyInstance } from 'fastify'
import { type MailControl } from './control'
import { type MailSwitches, switchesSchema } from './switches'

/** The control over HTTP, for tests that run beside this process. */
export function controlRoutes(app: FastifyInstance, control: MailControl): void {
  app.get<{ Querystring: { to?: string } }>('/sandbox/mails', ({ query }) => control.mails(query.to))
  app.delete('/sandbox/mails', () => (control.forgetMails(), []))
  app.get('/sandbox/switches', () => control.switches)
  app.put<{ Body: Partial<MailSwitches> }>('/sandbox/switches', { schema: { body: switchesSchema } }, ({ body }) =>
    Object.assign(control.switches, body),
  )
  app.delete('/sandbox/switches', () => (control.behaveWell(), control.switches))
  app.get('/sandbox/counts', () => control.counts())
  app.delete('/sandbox/counts', () => (control.resetCounts(), control.counts()))
}
