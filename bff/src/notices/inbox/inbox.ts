import { Injectable } from '@nestjs/common'
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm'
import type { NoticeList, NoticeView, ReadNotices } from '../../contract'
import { Transactions } from '../../platform/database/transaction'
import { AppError } from '../../platform/errors/app-error'
import { decodeCursor, pageOf } from '../../platform/http/paging'
import type { Principal } from '../../platform/http/principal'
import { Clock } from '../../platform/time/clock'
import { Contents } from '../contents'
import { placeKeyOf } from '../recipients'
import { NoticeReadRow, NoticeRow } from '../rows/notice-row'

type Reader = Pick<Principal, 'accountId' | 'unitCodes' | 'departmentCodes'>

const limit = 20

/** The inbox: everything, always, whatever became of the other ways. Who is no contact any more sees no notice of the place. */
@Injectable()
export class NoticeInbox {
  constructor(
    private readonly transactions: Transactions,
    private readonly contents: Contents,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `cursor-invalid` */
  async list(reader: Reader, cursor?: string): Promise<NoticeList> {
    return this.transactions.read(async (manager) => {
      const query = visible(manager, reader)
        .orderBy('notice.createdAt', 'DESC')
        .addOrderBy('notice.id', 'DESC')
        .limit(limit + 1)
      if (cursor !== undefined) behind(query, cursor)
      const rows = await query.getMany()
      const read = await readOf(manager, reader.accountId, rows)
      const place = ({ createdAt, id }: NoticeRow): string[] => [createdAt.toISOString(), id]
      const page = pageOf(rows, limit, (row) => this.view(row, read.has(row.id)), place)
      return { ...page, unread: await unreadOf(manager, reader) }
    })
  }

  async unread(reader: Reader): Promise<number> {
    return this.transactions.read((manager) => unreadOf(manager, reader))
  }

  /** Only what the reader may see; what is read already stays so. */
  async read(reader: Reader, which: ReadNotices): Promise<number> {
    return this.transactions.run(async (manager) => {
      const query = unreadQuery(manager, reader).select('notice.id')
      if ('ids' in which) query.andWhere('notice.id in (:...ids)', { ids: which.ids.length > 0 ? which.ids : [''] })
      const at = this.clock.now()
      const rows = (await query.getMany()).map(({ id }) => ({ noticeId: id, accountId: reader.accountId, at }))
      for (let from = 0; from < rows.length; from += 500) {
        const part = rows.slice(from, from + 500)
        await manager
          .createQueryBuilder()
          .insert()
          .into(NoticeReadRow)
          .values(part)
          .orIgnore()
          .updateEntity(false)
          .execute()
      }
      return unreadOf(manager, reader)
    })
  }

  private view(row: NoticeRow, read: boolean): NoticeView {
    const { title, happened, todo, until, place } = this.contents.open(row)
    return {
      ...{ id: row.id, name: row.name, audience: row.accountId === null ? 'contact' : 'applicant' },
      ...{ at: row.createdAt.toISOString(), title, happened },
      ...(todo && { todo }),
      ...(until && { until }),
      ...{ place, read },
    }
  }
}

function visible(
  manager: EntityManager,
  { accountId, unitCodes, departmentCodes }: Reader,
): SelectQueryBuilder<NoticeRow> {
  const places = [
    ...unitCodes.map((code) => placeKeyOf('unit-contact', code)),
    ...departmentCodes.map((code) => placeKeyOf('department-contact', code)),
  ]
  const mine = new Brackets((either) => {
    either.where('notice.accountId = :accountId', { accountId })
    if (places.length > 0) either.orWhere('notice.placeKey in (:...places)', { places })
  })
  return manager.createQueryBuilder(NoticeRow, 'notice').where(mine)
}

function unreadQuery(manager: EntityManager, reader: Reader): SelectQueryBuilder<NoticeRow> {
  const { accountId } = reader
  return visible(manager, reader)
    .leftJoin(NoticeReadRow, 'seen', 'seen.noticeId = notice.id and seen.accountId = :reader', { reader: accountId })
    .andWhere('seen.noticeId is null')
}

const unreadOf = (manager: EntityManager, reader: Reader): Promise<number> => unreadQuery(manager, reader).getCount()

async function readOf(manager: EntityManager, accountId: string, rows: NoticeRow[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set()
  const seen = await manager
    .createQueryBuilder(NoticeReadRow, 'seen')
    .where('seen.accountId = :accountId and seen.noticeId in (:...ids)', { accountId, ids: rows.map(({ id }) => id) })
    .getMany()
  return new Set(seen.map(({ noticeId }) => noticeId))
}

function behind(query: SelectQueryBuilder<NoticeRow>, cursor: string): void {
  const [time = '', id = ''] = decodeCursor(cursor, 2)
  const at = new Date(time)
  if (Number.isNaN(at.getTime())) throw new AppError('cursor-invalid')
  query.andWhere('(notice.createdAt < :at or (notice.createdAt = :at and notice.id < :id))', { at, id })
}
