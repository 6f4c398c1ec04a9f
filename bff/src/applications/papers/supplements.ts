import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Places } from '../places'
import { refuse } from '../refuse'
import type { ApplicationRow, StoredSupplement } from '../rows/application-row'
import { type Actor, Transitions } from '../transitions'
import { isOwed, supplementOf } from './open-papers'
import { checkingPages, missingPapers } from './paper-progress'
import { Papers } from './papers'

/** 容缺后补: a promised paper follows; rejected by the office, it follows again with changed pages. */
@Injectable()
export class Supplements {
  constructor(
    private readonly papers: Papers,
    private readonly places: Places,
    private readonly transitions: Transitions,
  ) {}

  /** @throws AppError `paper-unknown`, `not-possible-now`, `form-incomplete`, `pages-checking`; RowChanged */
  async send(manager: EntityManager, row: ApplicationRow, id: string, actor: Actor): Promise<void> {
    const event = 'supplement-sent' as const
    const paper = (await this.papers.ofRow(manager, row)).find(({ item }) => item.id === id)
    if (!paper) throw refuse('paper-unknown', { paper: id })
    if (!isOwed(supplementOf(row, id))) throw refuse('not-possible-now', { state: row.state, event })
    const missing = missingPapers([paper])
    if (missing.length > 0 || paper.state === 'promised') throw refuse('form-incomplete', { missing: [`papers.${id}`] })
    if (paper.state === 'checking') throw refuse('pages-checking', { pages: checkingPages([paper]) })
    const supplements = (row.supplements ?? []).map((one) => (one.item === `papers.${id}` ? sent(one) : one))
    const happening = { event, actor, facts: { paper: paper.item.title }, supplement: id }
    await this.transitions.take(manager, row, happening, await this.places.standing(row), { supplements })
  }
}

const sent = ({ item, promisedAt, version }: StoredSupplement): StoredSupplement => ({
  item,
  state: 'sent',
  promisedAt,
  version,
})
