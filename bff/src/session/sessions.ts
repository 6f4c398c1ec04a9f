import { randomUUID } from 'node:crypto'
import { Injectable, Logger } from '@nestjs/common'
import { IsNull, LessThan, type EntityManager } from 'typeorm'
import { Transactions } from '../platform/database/transaction'
import { AppError } from '../platform/errors/app-error'
import { Settings } from '../platform/settings/settings'
import { addSeconds, Clock } from '../platform/time/clock'
import { SessionRow, SessionTokenRow } from './rows/session-row'
import { accessSeconds, graceSeconds, newPair, nextPair, refreshSeconds, tokenDigest, type TokenPair } from './tokens'

export interface OpenSession extends TokenPair {
  accountId: string
}

/** Sign-ins and their tokens. */
@Injectable()
export class Sessions {
  private readonly logger = new Logger('session')

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async open(manager: EntityManager, accountId: string): Promise<OpenSession> {
    const session = { id: randomUUID(), accountId, createdAt: this.clock.now() }
    await manager.createQueryBuilder().insert().into(SessionRow).values(session).updateEntity(false).execute()
    const pair = newPair()
    await this.store(manager, session.id, pair)
    return { ...pair, accountId }
  }

  /** The next pair; the same one again within the grace time. Throws `refresh-invalid`. */
  async refresh(refreshToken: string): Promise<OpenSession> {
    const outcome = await this.transactions.run((manager) => this.exchange(manager, refreshToken))
    if (outcome === undefined) throw new AppError('refresh-invalid')
    return outcome
  }

  async revoke(sessionId: string): Promise<void> {
    await this.transactions.run((manager) => this.end(manager, sessionId))
  }

  /** Pairs that nobody can use any more. */
  async forgetOver(): Promise<void> {
    const over = { refreshUntil: LessThan(this.clock.now()) }
    await this.transactions.run((manager) => manager.delete(SessionTokenRow, over))
  }

  /** Undefined is committed, not thrown: a session that has to end must stay ended. */
  private async exchange(manager: EntityManager, refreshToken: string): Promise<OpenSession | undefined> {
    const token = await manager.findOneBy(SessionTokenRow, { refreshDigest: tokenDigest(refreshToken) })
    const session = token && (await manager.findOneBy(SessionRow, { id: token.sessionId }))
    const now = this.clock.now()
    if (!session || session.revokedAt !== null || token.refreshUntil <= now) return undefined
    const pair = nextPair(this.settings.indexKey, refreshToken)
    const answer = { ...pair, accountId: session.accountId }
    const first = await manager.update(SessionTokenRow, { id: token.id, rotatedAt: IsNull() }, { rotatedAt: now })
    if (first.affected === 1) {
      await this.store(manager, session.id, pair)
      return answer
    }
    const { rotatedAt } = await manager.findOneByOrFail(SessionTokenRow, { id: token.id })
    if (rotatedAt !== null && now <= addSeconds(rotatedAt, graceSeconds)) return answer
    this.logger.warn({ session: session.id }, 'an exchanged refresh token came again: the session is ended')
    await this.end(manager, session.id)
    return undefined
  }

  private async store(manager: EntityManager, sessionId: string, pair: TokenPair): Promise<void> {
    const now = this.clock.now()
    const row = {
      id: randomUUID(),
      sessionId,
      accessDigest: tokenDigest(pair.accessToken),
      accessUntil: addSeconds(now, accessSeconds),
      refreshDigest: tokenDigest(pair.refreshToken),
      refreshUntil: addSeconds(now, refreshSeconds),
    }
    await manager.createQueryBuilder().insert().into(SessionTokenRow).values(row).updateEntity(false).execute()
  }

  private async end(manager: EntityManager, id: string): Promise<void> {
    await manager.update(SessionRow, { id, revokedAt: IsNull() }, { revokedAt: this.clock.now() })
  }
}
