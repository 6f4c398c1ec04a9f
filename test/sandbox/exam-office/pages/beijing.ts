const hour = 3_600_000
const weekdays = '日一二三四五六'

/** `2023年3月20日（周一）09:05`, whatever zone the machine is in. */
export function beijingTime(moment: number): string {
  const date = new Date(moment + 8 * hour)
  const [day, time] = [date.toISOString().slice(0, 10), date.toISOString().slice(11, 16)]
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  return `${year}年${month}月${dayOfMonth}日（周${weekdays[date.getUTCDay()]}）${time}`
}

export function beijingInstant(instant: string): string {
  return beijingTime(Date.parse(instant))
}

/** `2023-03-28T23:59` as a field of a form has it, in Beijing → milliseconds; undefined where it is no moment. */
export function momentOfField(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return undefined
  const moment = Date.parse(`${text.length === 16 ? `${text}:00` : text}Z`) - 8 * hour
  return Number.isNaN(moment) ? undefined : moment
}

export function fieldOfMoment(moment: number): string {
  return new Date(moment + 8 * hour).toISOString().slice(0, 16)
}
