import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/time/clock'
import type { ApplicationRow } from '../rows/application-row'
import type { OfficeMessage } from '../table/edge'
import { isOwed, supplementOf } from './open-papers'
import { PageSources } from './page-source'
import { isComplete, type PaperProgress } from './paper-progress'
import { Papers } from './papers'
import type { SnapshotPage, SnapshotPages } from './snapshot-pages'
import { wireKind } from './wire-kind'

/** What of the papers goes to the office with a message. */
@Injectable()
export class HandedPages {
  constructor(
    private readonly papers: Papers,
    private readonly sources: PageSources,
    private readonly clock: Clock,
  ) {}

  /** @param supplement id of the paper that follows */
  async with(
    manager: EntityManager,
    row: ApplicationRow,
    message: OfficeMessage,
    supplement?: string,
  ): Promise<SnapshotPages> {
    if (message !== 'application' && message !== 'correction' && message !== 'supplement') return { documents: [] }
    const papers = await this.papers.ofRow(manager, row)
    if (message !== 'supplement') return { documents: papers.filter(isDue(row)).flatMap(pagesOf) }
    const paper = papers.find(({ item }) => item.id === supplement)
    if (!paper) throw new Error(`a supplement without its paper: ${supplement}`)
    return { documents: [], supplement: { kind: wireKind(paper.item.id), documents: pagesOf(paper) } }
  }

  /** Ids of the pages whose bytes the office has not been given before. */
  async handOver(manager: EntityManager, row: ApplicationRow, pages: SnapshotPages): Promise<string[]> {
    const ids = [...pages.documents, ...(pages.supplement?.documents ?? [])].map(({ id }) => id)
    return ids.length === 0 ? [] : this.sources.get().handOver(manager, row.id, ids, this.clock.now())
  }
}

/** What was promised to follow goes when the person sends it, with its own message. */
const isDue = (row: ApplicationRow) => (paper: PaperProgress) =>
  isComplete(paper) && !isOwed(supplementOf(row, paper.item.id))

function pagesOf({ item, pages }: PaperProgress): SnapshotPage[] {
  return pages.map(({ id, mediaType, bytes, sha256 }, index) => {
    if (bytes === null || sha256 === null) throw new Error(`page ${id} of a complete paper has no bytes`)
    return { id, kind: wireKind(item.id), page: index + 1, mediaType, bytes, sha256 }
  })
}
