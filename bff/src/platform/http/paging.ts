import { AppError } from '../errors/app-error'

export interface PageOf<T> {
  items: T[]
  /** Cursor of the next page; absent on the last. */
  next?: string
}

/** A place in a sorted list, opaque to the phone: the sort key of the last row that it got. */
export const encodeCursor = (...place: readonly string[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url')

/** Throws `cursor-invalid` for anything that we did not make with so many `parts`. */
export function decodeCursor(cursor: string, parts: number): string[] {
  const place = parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  if (!Array.isArray(place) || place.length !== parts || !place.every((part) => typeof part === 'string')) {
    throw new AppError('cursor-invalid')
  }
  return place.map(String)
}

/** Cuts a page out of `rows`, of which one more than `limit` was asked for. */
export function pageOf<R, T>(rows: R[], limit: number, item: (row: R) => T, place: (row: R) => string[]): PageOf<T> {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { items: shown.map(item), ...(last !== undefined && { next: encodeCursor(...place(last)) }) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
