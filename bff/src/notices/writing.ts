import { randomUUID } from 'node:crypto'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Announcements, type Announcement } from '../applications/announcements'
import { NoticeDoor, type NoticeSubject } from '../applications/notice-door'
import type { HistoryRow } from '../applications/rows/history-row'
import { StepWatchers } from '../applications/step-watchers'
import { findRow, insertRow } from '../platform/database/hot-rows'
import { ContactDirectory } from '../platform/http/principal'
import { Clock } from '../platform/time/clock'
import { catalogue, placeReminders, type CatalogueName, type PlaceReminder } from './catalogue/catalogue'
import type { CatalogueEntry, NoticeContent, Occasion, Told } from './catalogue/notice'
import { Contents } from './contents'
import { Deliveries } from './delivery/deliveries'
import { afterQuietHours, nextMorning } from './quiet-hours'
import { Readers } from './readers'
import { placeKeyOf, placeOf, type ContactRole } from './recipients'
import { NoticeRow } from './rows/notice-row'

export interface Reminder {
  name: CatalogueName
  applicationId: string
  /** The same one is told once. */
  key: string
  facts?: Record<string, string>
}

/** To whoever is a contact of the unit or department. */
export interface RemindedPlace {
  name: PlaceReminder
  placeKey: string
  key: string
  facts: Record<string, string>
}

interface Letter {
  name: string
  key: string
  content: NoticeContent
  applicationId: string | null
  isReminder: boolean
}

/** Writes notices in the transaction of what they tell of: each reader's inbox row, and the first way on which it goes out. */
@Injectable()
export class NoticeWriter implements OnModuleInit {
  constructor(
    private readonly door: NoticeDoor,
    private readonly watchers: StepWatchers,
    private readonly announcements: Announcements,
    private readonly contents: Contents,
    private readonly deliveries: Deliveries,
    private readonly contacts: ContactDirectory,
    private readonly readers: Readers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.watchers.register((manager, step) => this.step(manager, step))
    this.announcements.register((manager, announcement) => this.announce(manager, announcement))
  }

  /** Once per key. */
  async remind(manager: EntityManager, { name, applicationId, key, facts = {} }: Reminder): Promise<void> {
    const subject = await this.door.subject(manager, applicationId)
    await this.write(manager, name, key, this.now(subject, facts))
  }

  /** Once per key. */
  async remindPlace(manager: EntityManager, { name, placeKey, key, facts }: RemindedPlace): Promise<void> {
    const content = placeReminders[name](facts)
    await this.toPlace(manager, placeKey, { name, key, content, applicationId: null, isReminder: true })
  }

  private async step(
    manager: EntityManager,
    { id, applicationId, notice, at, who, items, facts }: HistoryRow,
  ): Promise<void> {
    if (notice === null) return
    const name = nameOf(notice)
    const subject = await this.door.subject(manager, applicationId)
    const occasion = { ...this.now(subject, facts ?? {}), at, who: who ?? undefined, items: items ?? [] }
    await this.write(manager, name, `step:${id}`, occasion)
  }

  private async announce(manager: EntityManager, { applicationId, name, key, facts }: Announcement): Promise<void> {
    const subject = await this.door.subject(manager, applicationId)
    await this.write(manager, name, key, this.now(subject, facts))
  }

  private now(subject: NoticeSubject, facts: Record<string, string>): Occasion {
    const now = this.clock.now()
    return { subject, at: now, now, who: undefined, items: [], facts }
  }

  private async write(manager: EntityManager, name: CatalogueName, key: string, occasion: Occasion): Promise<void> {
    const entry: CatalogueEntry = catalogue[name]
    const { subject } = occasion
    const letter = (told: Told): Letter | undefined =>
      'words' in told
        ? { name, key, content: told.words(occasion), applicationId: subject.id, isReminder: entry.reminder === true }
        : undefined
    const own = letter(entry.applicant)
    for (const accountId of own ? subject.accountIds : []) if (own) await this.toAccount(manager, accountId, own)
    const places: [ContactRole, string | undefined, Told][] = [
      ['unit-contact', subject.unitCode, entry.unit],
      ['department-contact', subject.departmentCode, entry.department],
    ]
    for (const [role, code, told] of places) {
      const theirs = code === undefined ? undefined : letter(told)
      if (code !== undefined && theirs) await this.toPlace(manager, placeKeyOf(role, code), theirs)
    }
  }

  private async toAccount(manager: EntityManager, accountId: string, letter: Letter): Promise<void> {
    const id = await this.insert(manager, letter, { accountId, placeKey: null })
    if (id === undefined) return
    const now = this.clock.now()
    const dueAt = letter.isReminder ? afterQuietHours(now) : now
    await this.deliveries.begin(manager, {
      noticeId: id,
      recipient: { kind: 'account', accountId },
      daily: false,
      dueAt,
    })
  }

  /** Every contact of the place who is on the office's list now. */
  private async toPlace(manager: EntityManager, placeKey: string, letter: Letter): Promise<void> {
    const id = await this.insert(manager, letter, { accountId: null, placeKey })
    if (id === undefined) return
    const { role, code } = placeOf(placeKey)
    const now = this.clock.now()
    for (const { phoneDigest } of await this.contacts.contactsAt(role, code)) {
      const wantsList = (await this.readers.paceOf(manager, phoneDigest)) === 'daily'
      const daily = wantsList && !isOverBy(letter.content, nextMorning(now))
      const dueAt = daily ? nextMorning(now) : letter.isReminder ? afterQuietHours(now) : now
      const recipient = { kind: 'contact' as const, phoneDigest, placeKey }
      await this.deliveries.begin(manager, { noticeId: id, recipient, daily, dueAt })
    }
  }

  /** Undefined: it is there already. */
  private async insert(
    manager: EntityManager,
    { name, key: occasion, content, applicationId }: Letter,
    reader: Pick<NoticeRow, 'accountId' | 'placeKey'>,
  ): Promise<string | undefined> {
    const key = `${occasion}:${reader.accountId ? `account:${reader.accountId}` : reader.placeKey}`
    if (await findRow(manager, NoticeRow, { key })) return undefined
    const id = randomUUID()
    const row: NoticeRow = {
      ...{ id, key, name, ...reader, applicationId },
      ...{ content: this.contents.seal(id, content), createdAt: this.clock.now() },
    }
    await insertRow(manager, NoticeRow, row)
    return id
  }
}

/** The next list would come too late. */
const isOverBy = ({ until }: NoticeContent, then: Date): boolean => until !== undefined && new Date(until) <= then

function nameOf(notice: string): CatalogueName {
  const name = Object.keys(catalogue).find((known): known is CatalogueName => known === notice)
  if (name === undefined) throw new Error(`the catalogue has no notice ${notice}`)
  return name
}
