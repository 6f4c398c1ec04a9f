import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { PageState } from '../../contract'

/** What `applications` needs to know of one photographed page. */
export interface PageRecord {
  id: string
  /** Id of the paper in the checklist. */
  paper: string
  /** From 1. */
  position: number
  state: PageState
  /** Of the master; set once it is usable. */
  sha256: string | null
  bytes: number | null
  mediaType: 'image/jpeg'
  createdAt: Date
  /** Id of the page in whose place it came. */
  replaces: string | null
  handedOverAt: Date | null
}

/** Pages of an application, not the removed ones, in the order of papers' positions. The feature `documents` knows them. */
export interface PageSource {
  pagesOf(manager: EntityManager, applicationId: string): Promise<PageRecord[]>
  /** Ids of papers of which a page was added, turned, moved or removed at this instant or later. */
  changedSince(manager: EntityManager, applicationId: string, since: Date): Promise<string[]>
  /** Marks pages as handed to the office and answers the ids of those that were not before. */
  handOver(manager: EntityManager, applicationId: string, pageIds: string[], at: Date): Promise<string[]>
  /** The office did not want it yet: a later step hands it over again. */
  takeBack(manager: EntityManager, pageId: string): Promise<void>
  /** What the office gets of a page. Undefined: there is no such page, or it is not made. */
  masterOf(manager: EntityManager, pageId: string): Promise<MasterCopy | undefined>
}

export interface MasterCopy {
  /** Key in the object store. */
  object: string
  sha256: string
  bytes: number
  mediaType: 'image/jpeg'
}

/** Where `documents` makes itself known, since `applications` imports no feature behind it. */
@Injectable()
export class PageSources {
  private source: PageSource | undefined

  register(source: PageSource): void {
    this.source = source
  }

  get(): PageSource {
    if (!this.source) throw new Error('Nobody knows the pages of applications')
    return this.source
  }
}
