import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { In, type EntityManager } from 'typeorm'
import { NoticeDoor, type NoticeSubject } from '../applications/notice-door'
import { isDuplicate, Transactions } from '../platform/database/transaction'
import { Jobs } from '../platform/jobs/jobs'
import { Clock } from '../platform/time/clock'
import { dueNow, personTasks, PlaceTasks, watched } from './reminder-plan'
import { NoticeRow } from './rows/notice-row'
import { NoticeWriter, type Reminder, type RemindedPlace } from './writing'

const everySeconds = 300
/** Applications that are read at once. */
const batch = 200
/** Written in one turn, which has to end before its lease does; the rest comes with the next. */
const mostPerTurn = 1000

/** A reminder with the keys of all its rows in the inbox. */
interface OfPerson {
  rowKeys: string[]
  person: Reminder
}
interface OfPlace {
  rowKeys: string[]
  place: RemindedPlace
}
type Planned = OfPerson | OfPlace

/** Reminds of what is to be done by a day. Nothing is kept of what is planned: each turn looks at what holds now. */
@Injectable()
export class Reminders implements OnModuleInit {
  private readonly logger = new Logger('notices')

  constructor(
    private readonly transactions: Transactions,
    private readonly door: NoticeDoor,
    private readonly writer: NoticeWriter,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'notices.reminders', everySeconds, run: () => this.run() })
  }

  async run(): Promise<void> {
    const now = this.clock.now()
    const places = new PlaceTasks()
    let left = mostPerTurn
    for (let after = ''; ;) {
      const page = await this.transactions.read((manager) => this.door.inStates(manager, watched, after, batch))
      left -= await this.write(
        page.flatMap((subject) => ofPerson(subject, now)),
        left,
      )
      for (const subject of page) places.add(subject)
      after = page.at(-1)?.id ?? ''
      if (page.length < batch) break
    }
    await this.write(ofPlaces(places, now), mostPerTurn)
  }

  /** Those that are not in every inbox yet, `most` of them. Answers how many there were. */
  private async write(planned: Planned[], most: number): Promise<number> {
    let count = 0
    for (let at = 0; at < planned.length; at += batch) {
      const page = planned.slice(at, at + batch)
      const written = await this.written(page.flatMap(({ rowKeys }) => rowKeys))
      for (const one of page) {
        if (count >= most) return count
        if (one.rowKeys.every((key) => written.has(key))) continue
        await this.remind(one)
        count += 1
      }
    }
    return count
  }

  private async written(keys: string[]): Promise<ReadonlySet<string>> {
    if (keys.length === 0) return new Set()
    const rows = await this.transactions.read((manager) =>
      manager.find(NoticeRow, { select: { key: true }, where: { key: In(keys) } }),
    )
    return new Set(rows.map(({ key }) => key))
  }

  /** One that fails holds up no other; the next turn tries it again. */
  private async remind(planned: Planned): Promise<void> {
    try {
      await this.transactions.run((manager) =>
        'person' in planned ? this.toPerson(manager, planned.person) : this.writer.remindPlace(manager, planned.place),
      )
    } catch (error) {
      // Another worker was first.
      if (isDuplicate(error)) return
      this.logger.error({ err: error }, 'a reminder was not written')
    }
  }

  /** Unless it was done since it was read. */
  private async toPerson(manager: EntityManager, reminder: Reminder): Promise<void> {
    const subject = await this.door.subject(manager, reminder.applicationId)
    const due = ofPerson(subject, this.clock.now()).some(({ person }) => person.key === reminder.key)
    if (due) await this.writer.remind(manager, reminder)
  }
}

function ofPerson(subject: NoticeSubject, now: Date): OfPerson[] {
  const due = personTasks(subject).flatMap((task) => dueNow(task, now))
  return due.map(({ name, key }) => ({
    person: { name, applicationId: subject.id, key },
    rowKeys: subject.accountIds.map((accountId) => `${key}:account:${accountId}`),
  }))
}

function ofPlaces(places: PlaceTasks, now: Date): OfPlace[] {
  return places.all().flatMap((task) =>
    dueNow(task, now).map(({ name, key, until }) => {
      const { placeKey, count } = task
      const facts = { ...task.facts, count: String(count), now: now.toISOString(), until: until?.toISOString() ?? '' }
      return { place: { name, placeKey, key, facts }, rowKeys: [`${key}:${placeKey}`] }
    }),
  )
}
