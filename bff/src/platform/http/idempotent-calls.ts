import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { isDuplicate, Transactions } from '../database/transaction'
import { AppError } from '../errors/app-error'
import { FieldCipher } from '../privacy/field-cipher'
import { Clock } from '../time/clock'
import type { IdempotentCall } from './idempotent-call'
import { IdempotencyRow, type SealedAnswer } from './idempotency-row'

/**
 * Does a piece of work once per key. Key, work and answer are one transaction: a repeat at the same time waits for the
 * first, and a first that failed leaves no key behind, so its repeat does the work.
 */
@Injectable()
export class IdempotentCalls {
  constructor(
    private readonly transactions: Transactions,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** Answers what `work` answers (JSON), or what it answered the first time. Throws `idempotency-key-reused`. */
  async run<T extends object>(call: IdempotentCall, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.transactions.run(async (manager) => {
        await this.reserve(manager, call)
        const answer = await work(manager)
        await manager.update(IdempotencyRow, keyOf(call), { answer: this.seal(call, answer) })
        return answer
      })
    } catch (error) {
      const stored = isDuplicate(error) ? await this.stored<T>(call) : undefined
      if (stored === undefined) throw error
      return stored
    }
  }

  private async reserve(manager: EntityManager, call: IdempotentCall): Promise<void> {
    const row = { ...keyOf(call), requestDigest: call.digest, createdAt: this.clock.now() }
    await manager.createQueryBuilder().insert().into(IdempotencyRow).values(row).updateEntity(false).execute()
  }

  /** Undefined: the duplicate was not of this key but of something in the work. */
  private async stored<T extends object>(call: IdempotentCall): Promise<T | undefined> {
    const row = await this.transactions.read((manager) => manager.findOneBy(IdempotencyRow, keyOf(call)))
    if (!row) return undefined
    if (row.requestDigest !== call.digest) throw new AppError('idempotency-key-reused')
    return row.answer === null ? undefined : this.open<T>(call, row.answer)
  }

  /** An answer may bear a person's name. */
  private seal(call: IdempotentCall, answer: object): SealedAnswer {
    return { sealed: this.cipher.seal(placeOf(call), JSON.stringify(answer)) }
  }

  private open<T extends object>(call: IdempotentCall, { sealed }: SealedAnswer): T {
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- JSON that the same work once answered
    return JSON.parse(this.cipher.open(placeOf(call), sealed)) as T
  }
}

const placeOf = (call: IdempotentCall): string => `idempotency-key:${call.accountId}:${call.key}`

const keyOf = (call: IdempotentCall): Pick<IdempotencyRow, 'accountId' | 'keyDigest'> => ({
  accountId: call.accountId,
  keyDigest: createHash('sha256').update(call.key).digest('hex'),
})
