import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

/** What happens to an application's money or papers without a step of its own: still to be told. */
export interface Announcement {
  applicationId: string
  name: 'refund-asked' | 'refund-done' | 'refund-stuck' | 'payment-held'
  /** The same one is told once. */
  key: string
  facts: Record<string, string>
}

type Teller = (manager: EntityManager, announcement: Announcement) => Promise<void>

/** Where features say what people have to hear, and `notices` listens: none of them imports the other. */
@Injectable()
export class Announcements {
  private readonly tellers: Teller[] = []

  register(teller: Teller): void {
    this.tellers.push(teller)
  }

  /** In the transaction of what it tells of. */
  async tell(manager: EntityManager, announcement: Announcement): Promise<void> {
    for (const teller of this.tellers) await teller(manager, announcement)
  }
}
