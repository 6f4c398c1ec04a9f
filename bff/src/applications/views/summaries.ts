import { Injectable } from '@nestjs/common'
import type { ApplicationSummary } from '../../contract'
import { Law, type LawInForce } from '../../eligibility/law'
import { occupationOf } from '../../eligibility/papers'
import { Clock } from '../../platform/time/clock'
import { limitOf } from '../drafts/editable'
import { factsOf } from '../office-snapshot'
import { PersonData } from '../person-data'
import type { Place } from '../place'
import { Places } from '../places'
import type { ApplicationRow } from '../rows/application-row'
import { stageOf } from '../table/edge'
import { holderOf } from './holder'

/** An application in a list: where it is, and what is to be done. */
@Injectable()
export class Summaries {
  constructor(
    private readonly law: Law,
    private readonly clock: Clock,
    private readonly people: PersonData,
    private readonly places: Places,
  ) {}

  async of(rows: ApplicationRow[]): Promise<ApplicationSummary[]> {
    const laws = await this.law.book(rows.map(({ campaign }) => campaign))
    const placeOf = await this.places.book()
    return rows.flatMap((row) => {
      const law = laws.get(row.campaign)
      return law ? [this.from(row, law, placeOf(row))] : []
    })
  }

  from(row: ApplicationRow, law: LawInForce, place: Place): ApplicationSummary {
    const name = this.people.name(row)
    const occupation = occupationOf(law, factsOf(row))
    return {
      id: row.id,
      campaign: row.campaign,
      state: row.state,
      stage: stageOf[row.state],
      version: row.version,
      ...(name && { name }),
      helped: row.helper !== null,
      ...(row.grade && { grade: row.grade }),
      ...(occupation && { occupation }),
      holder: holderOf(row, place),
      ...(row.recordNo && { recordNo: row.recordNo }),
      ...this.returned(row, law, place),
      updatedAt: row.updatedAt.toISOString(),
    }
  }

  private returned(row: ApplicationRow, law: LawInForce, place: Place): Pick<ApplicationSummary, 'returned'> {
    const limit = limitOf(law, row, place.limit, this.clock.now())
    if (!limit || !row.openReturn) return {}
    return { returned: { by: row.openReturn.by, count: row.openReturn.items.length, limit } }
  }
}
