import { Injectable } from '@nestjs/common'
import { In, MoreThan, type EntityManager } from 'typeorm'
import type { ApplicationState, CorrectionLimit, Counter, Grade, PaymentView, ReturnItem } from '../contract'
import { endOfDay, registration, startOfDay } from '../eligibility/deadlines'
import { gradeName } from '../eligibility/grade-name'
import { listLimit } from '../eligibility/list-limit'
import { Law, type LawInForce } from '../eligibility/law'
import { occupationOf } from '../eligibility/papers'
import { findRows } from '../platform/database/hot-rows'
import { notFound } from '../platform/errors/app-error'
import { Clock } from '../platform/time/clock'
import { limitOf } from './drafts/editable'
import { factsOf } from './office-snapshot'
import { PersonData } from './person-data'
import type { Place } from './place'
import { Places, type Terms } from './places'
import { ApplicationRow } from './rows/application-row'
import { PersonAccountRow } from './rows/person-rows'
import { load } from './store'
import { paymentOf } from './views/payment'

/** All that a notice may say of an application, by what is known now. */
export interface NoticeSubject {
  id: string
  state: ApplicationState
  /** Instant since which it is in this state. */
  since: Date
  createdAt: Date
  /** Whoever filled it in, and the person itself. */
  accountIds: string[]
  /** Codes of the unit and its 主管部门, where the list has them. */
  unitCode: string | undefined
  departmentCode: string | undefined
  name: string | undefined
  grade: Grade | undefined
  /** 高级工（三级） */
  gradeName: string | undefined
  occupation: string | undefined
  unitName: string | undefined
  departmentName: string | undefined
  officeName: string
  recordNo: string | undefined
  /** Of the return that is open. */
  items: ReturnItem[]
  limit: CorrectionLimit | undefined
  payment: PaymentView
  payUntil: Date | undefined
  counter: Counter
  /** Ids of papers that were promised and have not come. */
  openSupplements: string[]
  /** Instant before which promised papers have to be there: 00:00 Beijing of the first day of exams. */
  examsFrom: string
  /** Instant until which the unit's list (报送名单) has to be there; undefined: no number of days is set, or holidays are not known. */
  listUntil: string | undefined
  /** Instants. */
  registrationClosesAt: string
  reviewClosesAt: string
}

/** What `notices` may learn of applications. */
@Injectable()
export class NoticeDoor {
  constructor(
    private readonly law: Law,
    private readonly places: Places,
    private readonly people: PersonData,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `not-found` */
  async subject(manager: EntityManager, applicationId: string): Promise<NoticeSubject> {
    const [subject] = await this.of(manager, [await load(manager, applicationId)])
    if (!subject) throw notFound()
    return subject
  }

  /** Applications in these states, by id behind `after`. */
  async inStates(
    manager: EntityManager,
    states: readonly ApplicationState[],
    after: string,
    limit: number,
  ): Promise<NoticeSubject[]> {
    const rows = await manager.find(ApplicationRow, {
      where: { state: In([...states]), id: MoreThan(after) },
      order: { id: 'ASC' },
      take: limit,
    })
    return this.of(manager, rows)
  }

  /** Law, list and fees are asked for once, however many there are. */
  private async of(manager: EntityManager, rows: ApplicationRow[]): Promise<NoticeSubject[]> {
    const laws = await this.law.book(rows.map(({ campaign }) => campaign))
    const terms = await this.places.terms()
    const accounts = await accountsOf(manager, rows)
    return rows.flatMap((row) => {
      const law = laws.get(row.campaign)
      return law ? [this.from(row, law, terms(row), accounts(row))] : []
    })
  }

  private from(row: ApplicationRow, law: LawInForce, { place, fee }: Terms, accountIds: string[]): NoticeSubject {
    const { id, state, since, createdAt, recordNo, grade, supplements } = row
    const open = (supplements ?? []).filter(({ state: is }) => is === 'open' || is === 'rejected')
    return {
      ...{ id, state, since, createdAt, recordNo: recordNo ?? undefined, grade: grade ?? undefined },
      accountIds,
      name: this.people.name(row),
      gradeName: grade ? gradeName(grade) : undefined,
      occupation: occupationOf(law, factsOf(row))?.name,
      ...placesOf(place),
      items: row.openReturn?.items ?? [],
      limit: limitOf(law, row, place.limit, this.clock.now()),
      payment: paymentOf(state, place, fee),
      payUntil: fee.deadline === undefined ? undefined : endOfDay(fee.deadline),
      openSupplements: open.map(({ item }) => item),
      listUntil: listLimit(law.pack, place.listLimit)?.toISOString(),
      ...this.windows(law),
    }
  }

  private windows({ pack }: LawInForce): Pick<NoticeSubject, 'registrationClosesAt' | 'reviewClosesAt' | 'examsFrom'> {
    return {
      registrationClosesAt: registration(pack, this.clock.now()).closedAt,
      reviewClosesAt: endOfDay(pack.schedule.reviewClosesOn).toISOString(),
      examsFrom: startOfDay(pack.schedule.examsFrom).toISOString(),
    }
  }
}

function placesOf({ unit, department, officeName, counter }: Place) {
  return {
    unitCode: unit?.listed ? unit.code : undefined,
    // Without contacts nobody reads it there: the unit's contact decides.
    departmentCode: department?.hasContacts ? department.code : undefined,
    unitName: unit?.name,
    departmentName: department?.name,
    officeName,
    counter: { office: officeName, ...counter },
  }
}

/** Whoever made it, and the accounts of the person itself. */
async function accountsOf(manager: EntityManager, rows: ApplicationRow[]): Promise<(row: ApplicationRow) => string[]> {
  const people = rows.flatMap(({ personId }) => personId ?? [])
  const linked = await accountsOfPeople(manager, people)
  return ({ accountId, personId }) => {
    const own = linked.filter((one) => one.personId === personId).map((one) => one.accountId)
    return [...new Set([accountId, ...own])]
  }
}

/** One step tells of one person: that is asked most. */
async function accountsOfPeople(manager: EntityManager, people: readonly string[]): Promise<PersonAccountRow[]> {
  const [only] = people
  if (only === undefined) return []
  if (people.length === 1) return findRows(manager, PersonAccountRow, { personId: only, role: 'own' })
  return manager.findBy(PersonAccountRow, { personId: In([...people]), role: 'own' })
}
