import type { EntityManager } from 'typeorm'
import { ApplicationRow } from '../../applications/rows/application-row'
import { AppError } from '../../platform/errors/app-error'
import { addSeconds } from '../../platform/time/clock'
import { PageRow } from '../rows/page-row'
import { pagesADay } from './limits'

const daySeconds = 86_400

/**
 * Deleting and sending again, in one draft or in many, would else fill the store. Counted by who made the application.
 * @throws AppError `too-many-uploads` {limit}
 */
export async function checkDay(manager: EntityManager, applicationId: string, count: number, now: Date): Promise<void> {
  const brought = await manager
    .createQueryBuilder(PageRow, 'page')
    .innerJoin(ApplicationRow, 'own', 'own.id = page.applicationId')
    .where('own.accountId = (select account_id from application where id = :applicationId)', { applicationId })
    .andWhere('page.createdAt > :since', { since: addSeconds(now, -daySeconds) })
    .getCount()
  if (brought + count > pagesADay) throw new AppError('too-many-uploads', { limit: pagesADay })
}
