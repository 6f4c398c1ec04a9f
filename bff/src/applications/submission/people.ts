import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { FieldCipher, FieldIndex } from '../../platform/privacy/field-cipher'
import { Clock } from '../../platform/time/clock'
import type { ApplicationRow } from '../rows/application-row'
import { PersonAccountRow, PersonRow } from '../rows/person-rows'

/** The ID number belongs to a person for whom another account acts: the unit contact has to decide. */
export class ClaimNeeded extends Error {
  constructor(readonly personId: string) {
    super('another account acts for this person')
  }
}

/** A person is one ID number. The account that is first acts for the person; every further one needs a granted claim. */
@Injectable()
export class People {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly index: FieldIndex,
    private readonly clock: Clock,
  ) {}

  /** The id of the person with this (valid) ID number. @throws ClaimNeeded */
  async personFor(manager: EntityManager, row: ApplicationRow, idNumber: string): Promise<string> {
    const idDigest = this.index.digest('id-number', idNumber)
    const known = await manager.findOneBy(PersonRow, { idDigest })
    if (!known) return this.create(manager, row, idNumber, idDigest)
    const acts = await manager.existsBy(PersonAccountRow, { personId: known.id, accountId: row.accountId })
    if (!acts) throw new ClaimNeeded(known.id)
    return known.id
  }

  private async create(
    manager: EntityManager,
    row: ApplicationRow,
    idNumber: string,
    idDigest: string,
  ): Promise<string> {
    const id = randomUUID()
    const createdAt = this.clock.now()
    const idNumberSealed = this.cipher.seal(`person.idNumber:${id}`, idNumber)
    await manager.insert(PersonRow, { id, idDigest, idNumberSealed, createdAt })
    const role = row.helper ? 'helper' : 'own'
    await manager.insert(PersonAccountRow, { personId: id, accountId: row.accountId, role, createdAt })
    return id
  }
}

/** Ids of the people whose own account this is; a helper sees only the applications that it made. */
export async function peopleOf(manager: EntityManager, accountId: string): Promise<string[]> {
  const rows = await manager.findBy(PersonAccountRow, { accountId, role: 'own' })
  return rows.map(({ personId }) => personId)
}
