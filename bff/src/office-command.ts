import 'reflect-metadata'
import type { INestApplicationContext } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { AppModule } from './app.module'
import { openClock } from './create-app'
import { endWithReason } from './end-with-reason'
import { noticeCommands, noticeUsage } from './notice-commands'
import { StuckMessages, type StuckMessage } from './office-relay/stuck-messages'
import { paymentCommands, paymentUsage, type Command } from './payment-commands'
import { readSettings } from './platform/settings/read-settings'

const usage = `npm run office -- relay:list                             messages to the exam office that have not arrived
npm run office -- relay:revive ID                        tries a refused one again
${paymentUsage}
${noticeUsage}`

const commands: Readonly<Record<string, Command>> = {
  ...paymentCommands,
  ...noticeCommands,

  'relay:list': async (app) => {
    const stuck = await app.get(StuckMessages).list()
    return stuck.length > 0 ? stuck.map(line) : ['nothing waits']
  },

  'relay:revive': async (app, [id]) => {
    if (id === undefined) return undefined
    if (!(await app.get(StuckMessages).revive(id))) throw new Error(`no refused message has the id ${id}`)
    return [`${id} will be tried again`]
  },
}

/** What the operator asked for: lines to print. Throws with the words for the operator. Runs beside the server, also on SQLite. */
export async function officeCommand(
  app: INestApplicationContext,
  [name = '', ...args]: readonly string[],
): Promise<string[]> {
  const lines = Object.hasOwn(commands, name) ? await commands[name]?.(app, args) : undefined
  if (!lines) throw new Error(usage)
  return lines
}

function line({ id, topic, aggregate, state, attempts, createdAt, lastError }: StuckMessage): string {
  const word = state === 'dead' ? 'refused' : state
  return [id, topic, aggregate, word, `tries ${attempts}`, `since ${createdAt.toISOString()}`, lastError ?? ''].join(
    '  ',
  )
}

async function main(): Promise<void> {
  const settings = readSettings({ ...process.env, LOG_LEVEL: 'error' })
  const module = AppModule.with(settings, await openClock(settings))
  const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false })
  try {
    for (const text of await officeCommand(app, process.argv.slice(2))) process.stdout.write(`${text}\n`)
  } finally {
    await app.close()
  }
}

if (require.main === module) main().catch(endWithReason)
