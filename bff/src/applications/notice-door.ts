import { Injectable } from '@nestjs/common'
import { In, MoreThan, type EntityManager } from 'typeorm'
import type { ApplicationState, CorrectionLimit, Counter, Grade, PaymentView, ReturnItem } from '../contract'
import { endOfDay, registration } from '../eligibility/deadlines'
import { gradeName } from '../eligibility/grade-name'
import { Law, type LawInForce } from '../eligibility/law'
import { occupationOf } from '../eligibility/papers'
import { Clock } from '../platform/time/clock'
import { limitOf } from './drafts/editable'
import { factsOf } from './office-snapshot'
import { PersonData } from './person-data'
import type { Place } from './place'
import { Places } from './places'
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
    return this.of(manager, await load(manager, applicationId))
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
    return Promise.all(rows.map((row) => this.of(manager, row)))
  }

  private async of(manager: EntityManager, row: ApplicationRow): Promise<NoticeSubject> {
    const law = await this.law.inForce(row.campaign)
    const place = await this.places.of(row)
    const fee = await this.places.fee(row)
    const { id, state, since, createdAt, recordNo, grade } = row
    return {
      ...{ id, state, since, createdAt, recordNo: recordNo ?? undefined, grade: grade ?? undefined },
      accountIds: await accountsOf(manager, row),
      name: this.people.name(row),
      gradeName: grade ? gradeName(grade) : undefined,
      occupation: occupationOf(law, factsOf(row))?.name,
      ...placesOf(place),
      items: row.openReturn?.items ?? [],
      limit: limitOf(law, row, place.limit, this.clock.now()),
      payment: paymentOf(state, place, fee),
      payUntil: fee.deadline === undefined ? undefined : endOfDay(fee.deadline),
      openSupplements: (row.supplements ?? [])
        .filter(({ state: is }) => is === 'open' || is === 'rejected')
        .map(({ item }) => item),
      ...this.windows(law),
    }
  }

  private windows({ pack }: LawInForce): Pick<NoticeSubject, 'registrationClosesAt' | 'reviewClosesAt'> {
    return {
      registrationClosesAt: registration(pack, this.clock.now()).closedAt,
      reviewClosesAt: endOfDay(pack.schedule.reviewClosesOn).toISOString(),
    }
  }
}

function placesOf({ unit, department, officeName, counter }: Place) {
  return {
    unitCode: unit?.listed ? unit.code : undefined,
    departmentCode: department?.code,
    unitName: unit?.name,
    departmentName: department?.name,
    officeName,
    counter: { office: officeName, ...counter },
  }
}

async function accountsOf(manager: EntityManager, { accountId, personId }: ApplicationRow): Promise<string[]> {
  const linked = personId === null ? [] : await manager.findBy(PersonAccountRow, { personId, role: 'own' })
  return [...new Set([accountId, ...linked.map((one) => one.accountId)])]
}
