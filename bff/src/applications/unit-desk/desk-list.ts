import { Injectable } from '@nestjs/common'
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm'
import type { ApplicationState, DeskFilter, DeskGroup, DeskRow } from '../../contract'
import { Law, type LawInForce } from '../../eligibility/law'
import { occupationOf } from '../../eligibility/papers'
import { decodeCursor, encodeCursor } from '../../platform/http/paging'
import type { Principal } from '../../platform/http/principal'
import { Clock } from '../../platform/time/clock'
import { limitOf } from '../drafts/editable'
import { factsOf } from '../office-snapshot'
import { PersonData } from '../person-data'
import type { Place } from '../place'
import { Places, type UnitNames } from '../places'
import { ApplicationRow } from '../rows/application-row'
import { holderOf } from '../views/holder'
import { groupOf, statesOf } from './desk-role'

type Page = { items: DeskRow[]; next?: string }

/** The list of one contact: only its units, oldest submission first. */
@Injectable()
export class DeskLists {
  constructor(
    private readonly law: Law,
    private readonly clock: Clock,
    private readonly people: PersonData,
    private readonly places: Places,
  ) {}

  async page(manager: EntityManager, principal: Principal, filter: DeskFilter): Promise<Page> {
    const limit = filter.limit ?? 50
    const query = this.submitted(manager, await this.unitsOf(principal, filter.unit))
      .andWhere('a.state in (:...states)', { states: statesOf(filter.group, principal) })
      .orderBy('a.submittedAt')
      .addOrderBy('a.id')
    const found: ApplicationRow[] = []
    // Names are sealed, so a part of a name is looked for here; pages are read until one is full.
    for (let cursor = filter.cursor; found.length <= limit;) {
      const rows = await after(query.clone(), cursor).take(batch).getMany()
      found.push(...rows.filter((row) => !filter.name || this.people.name(row)?.includes(filter.name)))
      const last = rows.at(-1)
      if (!last || rows.length < batch) break
      cursor = cursorOf(last)
    }
    const shown = found.slice(0, limit)
    const items = await this.rows(shown, principal)
    const last = found.length > limit ? shown.at(-1) : undefined
    return { items, ...(last && { next: cursorOf(last) }) }
  }

  async counts(manager: EntityManager, principal: Principal): Promise<Record<DeskGroup, number>> {
    const rows = await this.submitted(manager, await this.unitsOf(principal))
      .select('a.state', 'state')
      .addSelect('count(*)', 'count')
      .groupBy('a.state')
      .getRawMany<{ state: ApplicationState; count: number | string }>()
    const counts: Record<DeskGroup, number> = { 'for-me': 0, returned: 0, 'with-office': 0, payment: 0, others: 0 }
    for (const { state, count } of rows) {
      const group = groupOf(state, principal)
      if (group) counts[group] += Number(count)
    }
    return counts
  }

  private async unitsOf(principal: Principal, only?: string): Promise<UnitNames> {
    const units = await this.places.unitsOf(principal)
    return only === undefined ? units : units.filter(({ code }) => code === only)
  }

  /** A unit that was typed before it was listed is found by its name. */
  private submitted(manager: EntityManager, units: UnitNames): SelectQueryBuilder<ApplicationRow> {
    const [codes, names] = [units.map(({ code }) => code), units.map(({ name }) => name)]
    return manager
      .createQueryBuilder(ApplicationRow, 'a')
      .where('a.submittedAt is not null')
      .andWhere(
        new Brackets((either) =>
          either
            .where('a.unitCode in (:...codes)', { codes: codes.length ? codes : [''] })
            .orWhere(sameName, { names: names.length ? names : [''], exact: names.length ? names.map(hexOf) : [''] }),
        ),
      )
  }

  private async rows(rows: ApplicationRow[], principal: Principal): Promise<DeskRow[]> {
    const laws = await this.law.book(rows.map(({ campaign }) => campaign))
    const placeOf = await this.places.book()
    return rows.flatMap((row) => {
      const law = laws.get(row.campaign)
      return law ? [this.row(row, law, placeOf(row), principal)] : []
    })
  }

  private row(row: ApplicationRow, law: LawInForce, place: Place, principal: Principal): DeskRow {
    const occupation = occupationOf(law, factsOf(row))
    const lean = row.grade && row.verdict?.assessment.grades[row.grade].lean
    const limit = limitOf(law, row, place.limit, this.clock.now())
    const lastDay = limit?.state === 'set' ? limit.effective : law.pack.schedule.reviewClosesOn
    return {
      id: row.id,
      name: this.people.name(row) ?? '',
      unit: place.unit?.name ?? '',
      grade: row.grade ?? 5,
      ...(occupation && { occupation }),
      state: row.state,
      group: groupOf(row.state, principal) ?? 'others',
      verdict: row.verdict?.verdict ?? 'incomplete',
      ...(lean && { lean }),
      submittedAt: (row.submittedAt ?? row.updatedAt).toISOString(),
      holder: holderOf(row, place),
      ...(row.state === 'unit-review' || limit ? { limit: lastDay } : {}),
      version: row.version,
    }
  }
}

const batch = 200

/** The index finds it, the bytes decide: a server takes names that differ in case or accents for the same. */
const sameName = '(a.unitCode is null and a.unitName in (:...names) and hex(a.unitName) in (:...exact))'
const hexOf = (name: string): string => Buffer.from(name).toString('hex').toUpperCase()

const cursorOf = (row: ApplicationRow): string => encodeCursor((row.submittedAt ?? row.updatedAt).toISOString(), row.id)

function after(query: SelectQueryBuilder<ApplicationRow>, cursor?: string): SelectQueryBuilder<ApplicationRow> {
  if (cursor === undefined) return query
  const [at = '', id = ''] = decodeCursor(cursor, 2)
  const key = { at: new Date(at), id }
  return query.andWhere('(a.submittedAt > :at or (a.submittedAt = :at and a.id > :id))', key)
}
