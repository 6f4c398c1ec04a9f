import 'reflect-metadata'
import { createApp, openClock } from './create-app'
import { Loop } from './platform/jobs/loop'
import { readSettings, SettingsError } from './platform/settings/read-settings'

/** The web process. On SQLite it is the only process: outbox and jobs run in it too. */
async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const app = await createApp(settings, await openClock(settings))
  await app.listen(settings.port, settings.host)
  if (settings.database.kind === 'sqlite') app.get(Loop).start()
  process.stdout.write(`listening on ${await app.getUrl()}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof SettingsError ? error.message : String(error)}\n`)
  process.exit(1)
})
