import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { fieldsOf, textOf } from './wire-fields'

/** Where a day's bill can be fetched, and the digest of what is in it. */
export interface BillTicket {
  params: Record<string, string>
  sha1: string
}

/** Only the query of `download_url` is used: the file comes from the same WeChat Pay that we asked. */
export function readBillTicket(data: unknown): { value: BillTicket } | undefined {
  const { hash_type: type, hash_value: value, download_url: url } = fieldsOf(data)
  const sha1 = textOf(value)?.toLowerCase()
  if (type !== 'SHA1' || sha1 === undefined || !/^[0-9a-f]{40}$/.test(sha1)) return undefined
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined
  return { value: { params: Object.fromEntries(new URL(url).searchParams), sha1 } }
}

export const readBytes = (data: unknown): { value: Buffer } | undefined =>
  Buffer.isBuffer(data) ? { value: data } : undefined

const unpackedLimit = 256 * 1024 * 1024
const unpack = promisify(gunzip)

/** The statement, or undefined if it is not the one that WeChat Pay spoke of: the file bears no signature, but its digest did. */
export async function checkedBill(file: Buffer, sha1: string): Promise<Buffer | undefined> {
  const isPacked = file[0] === 0x1f && file[1] === 0x8b
  const statement = isPacked ? await unpack(file, { maxOutputLength: unpackedLimit }).catch(() => undefined) : file
  return statement && createHash('sha1').update(statement).digest('hex') === sha1 ? statement : undefined
}
