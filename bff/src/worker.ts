import 'reflect-metadata'
import type { INestApplicationContext } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { Logger } from 'nestjs-pino'
import { AppModule } from './app.module'
import { openClock } from './create-app'
import { endWithReason } from './end-with-reason'
import { Loop } from './platform/jobs/loop'
import { readSettings, SettingsError } from './platform/settings/read-settings'
import type { Settings } from './platform/settings/settings'

/** Outbox and timed jobs, beside any number of web processes on a database server. Throws SettingsError on SQLite. */
export async function startWorker(settings: Settings): Promise<INestApplicationContext> {
  if (settings.database.kind === 'sqlite') {
    throw new SettingsError(['DB_URL is a SQLite file: there the web process does this work, a second one would fail'])
  }
  const module = AppModule.with(settings, await openClock(settings))
  const app = await NestFactory.createApplicationContext(module, { bufferLogs: true, abortOnError: false })
  app.useLogger(app.get(Logger))
  app.enableShutdownHooks()
  app.get(Loop).start()
  return app
}

async function main(): Promise<void> {
  await startWorker(readSettings(process.env))
  process.stdout.write('working\n')
}

if (require.main === module) main().catch(endWithReason)
