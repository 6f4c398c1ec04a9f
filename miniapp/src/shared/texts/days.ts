import { formatChineseDay, parseDay, toDayNumber } from '@app/shared-rules'

/** 3月27日（周一）; the text itself where it is no day. */
export const chineseDay = (text: string) => {
  const day = parseDay(text)
  return day === undefined ? text : formatChineseDay(day)
}

export const monthOfText = (text: string) => Number(text.slice(5, 7))

/** 3.28 */
export const shortDay = (text: string) => `${monthOfText(text)}.${Number(text.slice(8, 10))}`

/** Whole days from one day to another; undefined where one is no day. */
export const daysBetween = (from: string, to: string) => {
  const [start, end] = [parseDay(from), parseDay(to)]
  return start === undefined || end === undefined ? undefined : toDayNumber(end) - toDayNumber(start)
}
