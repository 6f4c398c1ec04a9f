import { type Clock, ownClock } from '../clock/clock'
import { createServer, listen, type Listening } from '../server/listen'
import { controlOf, type MailControl } from './control'
import { controlRoutes } from './control-routes'
import { mailsPage } from './mails-page'
import { Smtp } from './smtp'

export interface RunningMail extends Listening {
  control: MailControl
  /** `smtp://127.0.0.1:PORT` */
  smtpUrl: string
}

/** A mail server that keeps what it is given, a page to read it, and control for tests. `port` is that of the page. */
export async function startMail(
  settings: { clock?: Clock; port?: number; smtpPort?: number } = {},
): Promise<RunningMail> {
  const smtp = new Smtp(settings.clock ?? ownClock())
  const control = controlOf(smtp)
  const app = createServer()
  await app.register(async (scope) => controlRoutes(scope, control))
  await app.register(async (scope) => mailsPage(scope, control))
  const smtpUrl = await smtp.listen(settings.smtpPort ?? 0)
  const listening = await listen(app, settings.port)
  const close = async (): Promise<void> => {
    await smtp.close()
    await listening.close()
  }
  return { ...listening, close, control, smtpUrl }
}
