import { createRequire } from 'node:module'
import path from 'node:path'
import type { INestApplicationContext } from '@nestjs/common'
import { openidOf, personOf } from '../../sandbox/people'
import { sampleTemplates } from '../../sandbox/wechat/messages/sample-templates'
import { type Occasion, type Reader } from './plan'

/*
 * Writes notices with the code of the BFF as it is built, on the proof's database: started by the proof with the BFF's settings in the environment, it
 * does what it is told by IPC and answers. It may be killed like the workers: whoever starts it again tells it all once more.
 */

export type Order = { do: 'sign-in'; readers: Reader[] } | { do: 'tell'; occasions: Occasion[] } | { do: 'read' }

/** Name → account. */
export type SignedIn = [name: string, accountId: string][]

/** A row of an inbox, opened. */
export interface Told {
  id: string
  key: string
  what: string
  page: string
}

const load = createRequire(__filename)
const from = <T>(file: string): T => load(path.join(__dirname, '../../../bff/dist', file))

async function open(): Promise<INestApplicationContext> {
  load('reflect-metadata')
  const { NestFactory }: typeof import('@nestjs/core') = load('@nestjs/core')
  const { AppModule } = from<typeof import('../../../bff/src/app.module')>('app.module.js')
  const { openClock } = from<typeof import('../../../bff/src/create-app')>('create-app.js')
  const { readSettings } = from<typeof import('../../../bff/src/platform/settings/read-settings')>(
    'platform/settings/read-settings.js',
  )
  const settings = readSettings(process.env)
  return NestFactory.createApplicationContext(AppModule.with(settings, await openClock(settings)), {
    logger: ['error'],
  })
}

function partsOf(app: INestApplicationContext) {
  const { Accounts } = from<typeof import('../../../bff/src/session/accounts')>('session/accounts.js')
  const { Announcements } = from<typeof import('../../../bff/src/applications/announcements')>(
    'applications/announcements.js',
  )
  const { Clock } = from<typeof import('../../../bff/src/platform/time/clock')>('platform/time/clock.js')
  const { Contents } = from<typeof import('../../../bff/src/notices/contents')>('notices/contents.js')
  const { FieldCipher } = from<typeof import('../../../bff/src/platform/privacy/field-cipher')>(
    'platform/privacy/field-cipher.js',
  )
  const { NoticeWriter } = from<typeof import('../../../bff/src/notices/writing')>('notices/writing.js')
  const { Transactions } = from<typeof import('../../../bff/src/platform/database/transaction')>(
    'platform/database/transaction.js',
  )
  return {
    accounts: app.get(Accounts, { strict: false }),
    announcements: app.get(Announcements, { strict: false }),
    cipher: app.get(FieldCipher, { strict: false }),
    clock: app.get(Clock, { strict: false }),
    contents: app.get(Contents, { strict: false }),
    transactions: app.get(Transactions, { strict: false }),
    writer: app.get(NoticeWriter, { strict: false }),
  }
}

type Parts = ReturnType<typeof partsOf>

async function signIn(parts: Parts, readers: readonly Reader[]): Promise<SignedIn> {
  const signedIn: SignedIn = []
  for (const reader of readers) {
    const openid = reader.person
      ? openidOf(personOf(reader.person), process.env.WECHAT_APP_ID ?? '')
      : `o-${reader.name}`
    const id = await parts.accounts.idOf(openid)
    if (reader.phone !== undefined) await parts.accounts.setPhone(id, reader.phone, true)
    await allow(parts, id, reader)
    signedIn.push([reader.name, id])
  }
  return signedIn
}

/** What the reader confirmed and accepted; the way to there has tests of its own. */
async function allow(
  { cipher, clock, transactions }: Parts,
  accountId: string,
  { address, grants }: Reader,
): Promise<void> {
  const rows = from<typeof import('../../../bff/src/notices/rows/reader-rows')>('notices/rows/reader-rows.js')
  const { confirmedField } = from<typeof import('../../../bff/src/notices/mail/mailboxes')>('notices/mail/mailboxes.js')
  await transactions.run(async (manager) => {
    if (address !== undefined) {
      const sealed = cipher.seal(confirmedField(accountId), address)
      await manager.insert(rows.NoticeSettingRow, { ...rows.freshSetting(accountId), address: sealed })
    }
    for (const { id: templateId } of grants > 0 ? sampleTemplates : [])
      await manager.insert(rows.GrantRow, { accountId, templateId, left: grants, changedAt: clock.now() })
  })
}

/** Each in a transaction of its own; every seventh is told once more, as a job that starts again would. */
async function tell(parts: Parts, occasions: readonly Occasion[]): Promise<void> {
  for (const [index, one] of occasions.entries()) {
    await tellOne(parts, one)
    if (index % 7 === 0) await tellOne(parts, one)
  }
}

async function tellOne({ announcements, clock, transactions, writer }: Parts, one: Occasion): Promise<void> {
  await transactions.run(async (manager) => {
    if (one.kind === 'application') {
      const { application: applicationId, name, key } = one
      return announcements.tell(manager, { applicationId, name, key, facts: { amountCents: '18000' } })
    }
    const now = clock.now()
    const until = new Date(now.getTime() + 3 * 86_400_000)
    const facts = { now: now.toISOString(), until: until.toISOString(), count: String(one.count), name: '示例单位' }
    return writer.remindPlace(manager, { name: 'reminder-review', placeKey: one.placeKey, key: one.key, facts })
  })
}

async function read({ contents, transactions }: Parts): Promise<Told[]> {
  const { NoticeRow } = from<typeof import('../../../bff/src/notices/rows/notice-row')>('notices/rows/notice-row.js')
  const rows = await transactions.read((manager) => manager.find(NoticeRow))
  return rows.map((row) => {
    const { wechat, place } = contents.open(row)
    return { id: row.id, key: row.key, what: wechat.what, page: JSON.stringify(place.query) }
  })
}

async function carryOut(parts: Parts, order: Order): Promise<object> {
  if (order.do === 'sign-in') return signIn(parts, order.readers)
  if (order.do === 'read') return read(parts)
  await tell(parts, order.occasions)
  return []
}

async function main(): Promise<void> {
  const app = await open()
  const parts = partsOf(app)
  process.on('message', (order: Order) => {
    void carryOut(parts, order).then(
      (answer) => process.send?.(answer),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
        process.exit(1)
      },
    )
  })
  process.send?.('ready')
}

process.once('disconnect', () => process.exit(0))
void main()
