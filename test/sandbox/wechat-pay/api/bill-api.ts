import { createHash, randomBytes } from 'node:crypto'
import { type FastifyInstance } from 'fastify'
import { gzipSync } from 'node:zlib'
import { billOf, dayOf } from '../bill/bill'
import { type BillType } from '../bill/columns'
import { type PayState } from '../pay-state'
import { acceptQuery } from './accept'
import { type Answer, success } from './answer'
import { addCall, type Asked } from './call'
import { refuse } from './refusal'

const hour = 3_600_000
const day = 24 * hour
const oldestDays = 92
const linkLifeMs = 5 * 60_000

interface Link {
  content: string
  zipped: boolean
  until: number
}

/** The bill of a day: where it is, and the file itself. */
export function billCalls(app: FastifyInstance, state: PayState): void {
  const links = new Map<string, Link>()
  addCall(app, state, {
    method: 'GET',
    path: '/v3/bill/tradebill',
    call: 'bill',
    work: ({ query, host }) => {
      const content = billFor(state, query)
      const token = randomBytes(24).toString('base64url')
      links.set(token, { content, zipped: query['tar_type'] === 'GZIP', until: state.clock.now() + linkLifeMs })
      const wrong = state.switches.bill === 'wrong-hash'
      const hash_value = createHash('sha1')
        .update(wrong ? `${content}\n` : content)
        .digest('hex')
      return success({ hash_type: 'SHA1', hash_value, download_url: `http://${host}${filePath}?token=${token}` })
    },
  })
  addCall(app, state, {
    method: 'GET',
    path: filePath,
    call: 'bill-download',
    work: ({ query }) => download(state, links, query),
  })
}

const filePath = '/v3/billdownload/file'

function billFor(state: PayState, query: Asked['query']): string {
  acceptQuery(query, ['bill_date'], ['bill_type', 'tar_type'])
  const { bill_date: date = '', bill_type: type = 'ALL', tar_type: packing } = query
  const start = Date.parse(`${date}T00:00:00+08:00`)
  const now = state.clock.now()
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(start) || dayOf(new Date(start).toISOString()) !== date)
    throw refuse('PARAM_ERROR', '账单日期格式错误', {
      detail: { location: 'query', field: '/query/bill_date', value: date },
    })
  if (!isBillType(type) || (packing !== undefined && packing !== 'GZIP'))
    throw refuse('PARAM_ERROR', '账单类型或压缩类型错误', { detail: { location: 'query' } })
  if (start + day > now || now - start > oldestDays * day)
    throw refuse('PARAM_ERROR', '只能下载三个月以内、昨天以前的账单', {
      detail: { location: 'query', field: '/query/bill_date' },
    })
  const { bill } = state.switches
  if (bill === 'creating' || now < start + day + 10 * hour) throw refuse('STATEMENT_CREATING')
  const content = bill === 'none' ? undefined : billOf(state.ledger.orders(), date, type)
  if (content === undefined) throw refuse('NO_STATEMENT_EXIST')
  return content
}

function isBillType(text: string): text is BillType {
  return text === 'ALL' || text === 'SUCCESS' || text === 'REFUND'
}

/** The bytes, without a signature. */
function download(state: PayState, links: Map<string, Link>, query: Asked['query']): Answer {
  acceptQuery(query, ['token'])
  const link = links.get(query['token'] ?? '')
  if (!link || state.clock.now() > link.until) throw refuse('RESOURCE_NOT_EXISTS', '账单下载链接已失效')
  const body = link.zipped ? gzipSync(link.content) : Buffer.from(link.content)
  return { status: 200, body, type: 'application/octet-stream', number: 0, unsigned: true }
}
