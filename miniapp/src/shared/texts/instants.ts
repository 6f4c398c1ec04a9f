import { addDays, formatChineseDay, formatDay, parseDay } from '@app/shared-rules'

const instant = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?Z$/

/** Day and wall time in Asia/Shanghai (UTC+8 all year) of an instant `…Z`; computed, since a phone's own zone may be another. */
export const beijing = (text: string): { day: string; time: string } | undefined => {
  const [, date = '', hour = '', minute = ''] = instant.exec(text) ?? []
  const day = parseDay(date)
  if (day === undefined) return undefined
  const shifted = Number(hour) + 8
  const local = `${shifted % 24}`.padStart(2, '0')
  return { day: formatDay(addDays(day, Math.floor(shifted / 24))), time: `${local}:${minute}` }
}

const words = (day: string, time: string) => {
  const parsed = parseDay(day)
  return parsed === undefined ? `${day} ${time}` : `${formatChineseDay(parsed)}${time}`
}

/** 3月23日（周四）15:20 */
export const momentText = (text: string) => {
  const at = beijing(text)
  return at ? words(at.day, at.time) : text
}

/** The last day of a limit, `YYYY-MM-DD`, and the time on it; midnight is 24:00 of the day before. */
export const lastMoment = (text: string): { day: string; time: string } | undefined => {
  const at = beijing(text)
  const day = at && parseDay(at.day)
  if (!at || day === undefined) return undefined
  return at.time === '00:00' ? { day: formatDay(addDays(day, -1)), time: '24:00' } : at
}

/** The end of a limit: midnight is 24:00 of the day before. */
export const untilText = (text: string) => {
  const last = lastMoment(text)
  return last ? words(last.day, last.time) : text
}
