import { type MovableClock, ownClock } from '../clock/clock'
import { createServer, listen, type Listening } from '../server/listen'
import { apiScope } from './api/api-scope'
import { type OfficeControl, controlOf } from './control'
import { controlRoutes } from './control-routes'
import { Office, type OfficeSettings } from './office'
import { officePages } from './pages/office-pages'
import { Nudges } from './play/nudge'

export interface RunningOffice extends Listening {
  control: OfficeControl
}

/** The exam office: its records under /v1, a page on which one plays the people there, and control for tests. */
export async function startExamOffice(
  settings: Omit<OfficeSettings, 'clock'> & { clock?: MovableClock; port?: number },
): Promise<RunningOffice> {
  const clock: MovableClock = settings.clock ?? ownClock()
  const office = new Office({ ...settings, clock })
  const nudges = new Nudges(office)
  const control = controlOf(office, nudges)
  const app = createServer({ bodyLimit: 1_000_000 })
  await app.register(async (scope) => apiScope(scope, office), { prefix: '/v1' })
  await app.register(async (scope) => controlRoutes(scope, control))
  await app.register(async (scope) => officePages(scope, control, clock))
  const listening = await listen(app, settings.port)
  const close = async (): Promise<void> => {
    await nudges.settled()
    await listening.close()
    office.storage.close()
  }
  return { ...listening, close, control }
}
