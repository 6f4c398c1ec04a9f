import 'reflect-metadata'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { createApp, openClock } from './create-app'
import { endWithReason } from './end-with-reason'
import { Loop } from './platform/jobs/loop'
import { readSettings } from './platform/settings/read-settings'
import type { Settings } from './platform/settings/settings'

/** The web process. On SQLite it is the only process: outbox and jobs run in it too. */
export async function startWeb(settings: Settings): Promise<NestFastifyApplication> {
  const app = await createApp(settings, await openClock(settings))
  await app.listen(settings.port, settings.host)
  if (settings.database.kind === 'sqlite') app.get(Loop).start()
  return app
}

async function main(): Promise<void> {
  const app = await startWeb(readSettings(process.env))
  process.stdout.write(`listening on ${await app.getUrl()}\n`)
}

if (require.main === module) main().catch(endWithReason)
