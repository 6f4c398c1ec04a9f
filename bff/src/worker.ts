import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import { Logger } from 'nestjs-pino'
import { AppModule } from './app.module'
import { openClock } from './create-app'
import { Loop } from './platform/jobs/loop'
import { readSettings, SettingsError } from './platform/settings/read-settings'

/** Outbox and timed jobs, beside any number of web processes on a database server. */
async function main(): Promise<void> {
  const settings = readSettings(process.env)
  if (settings.database.kind === 'sqlite') {
    throw new SettingsError([
      'DB_URL is a SQLite file: there the web process does this work, and a second one would fail',
    ])
  }
  const app = await NestFactory.createApplicationContext(AppModule.with(settings, await openClock(settings)), {
    bufferLogs: true,
    abortOnError: false,
  })
  app.useLogger(app.get(Logger))
  app.enableShutdownHooks()
  app.get(Loop).start()
  process.stdout.write('working\n')
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof SettingsError ? error.message : String(error)}\n`)
  process.exit(1)
})
