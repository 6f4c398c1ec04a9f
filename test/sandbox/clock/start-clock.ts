import { createServer, listen, type Listening } from '../server/listen'
import { type OwnClock, ownClock } from './clock'

export interface RunningClock extends Listening {
  clock: OwnClock
}

/** `GET /clock` → `{now, offsetMs}`; `POST /clock/advance {ms}` → the same, or 400 where `ms` is not a whole number above 0. */
export async function startClock(
  settings: { clock?: OwnClock; file?: string; port?: number } = {},
): Promise<RunningClock> {
  const clock = settings.clock ?? ownClock({ file: settings.file })
  const answer = () => ({ now: new Date(clock.now()).toISOString(), offsetMs: clock.offsetMs() })
  const app = createServer()
  // The H5 page follows this clock from another origin.
  app.addHook('onSend', async (_request, reply) => {
    void reply.header('access-control-allow-origin', '*').header('cache-control', 'no-store')
  })
  app.get('/clock', () => answer())
  app.post('/clock/advance', async (request, reply) => {
    const { body } = request
    const ms = body && typeof body === 'object' && 'ms' in body ? Number(body.ms) : Number.NaN
    if (!Number.isSafeInteger(ms) || ms <= 0) return reply.code(400).send({ code: 'only-forward' })
    clock.advance(ms)
    return answer()
  })
  const listening = await listen(app, settings.port)
  const close = async (): Promise<void> => {
    await listening.close()
    clock.stop()
  }
  return { ...listening, close, clock }
}
