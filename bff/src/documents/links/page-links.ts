import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { PageLinks } from '../../contract'
import { AppError } from '../../platform/errors/app-error'
import { Settings } from '../../platform/settings/settings'
import { addSeconds, Clock } from '../../platform/time/clock'

const lifeSeconds = 300

export const copies = ['display', 'thumbnail'] as const
export type Copy = (typeof copies)[number]

export const viewerRoles = ['owner', 'unit-contact', 'department-contact'] as const
/** For whom a link was made. */
export interface Viewer {
  accountId: string
  role: (typeof viewerRoles)[number]
}

interface Signed extends Viewer {
  page: string
  copy: Copy
  /** Epoch seconds. */
  until: number
}

/** Addresses of pages that need no login: signed for one viewer, over after five minutes. */
@Injectable()
export class LinkSigner {
  private readonly key: Buffer

  constructor(
    settings: Settings,
    private readonly clock: Clock,
  ) {
    this.key = Buffer.from(hkdfSync('sha256', settings.indexKey, '', 'page-links', 32))
  }

  linksTo(page: string, viewer: Viewer): PageLinks {
    const end = addSeconds(this.clock.now(), lifeSeconds)
    const until = Math.floor(end.getTime() / 1000)
    const link = (copy: Copy): string => {
      const { accountId, role } = viewer
      const signature = this.sign({ page, copy, ...viewer, until })
      const query = new URLSearchParams({ viewer: accountId, role, until: String(until), signature })
      return `/api/v1/pages/${page}/${copy}?${query.toString()}`
    }
    return { display: link('display'), thumbnail: link('thumbnail'), until: new Date(until * 1000).toISOString() }
  }

  /** Seconds that the link still lives. @throws AppError `link-over` */
  check(link: Signed, signature: string): number {
    const [given, right] = [Buffer.from(signature), Buffer.from(this.sign(link))]
    const left = link.until - Math.floor(this.clock.now().getTime() / 1000)
    if (given.length !== right.length || !timingSafeEqual(given, right) || left <= 0) throw new AppError('link-over')
    return left
  }

  private sign({ page, copy, accountId, role, until }: Signed): string {
    return createHmac('sha256', this.key).update([page, copy, accountId, role, until].join('\n')).digest('base64url')
  }
}
