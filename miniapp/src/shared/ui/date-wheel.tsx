import { View } from '@tarojs/components'
import { daysInMonth } from '@app/shared-rules'
import { type WheelColumn } from '../device/wheel-column'
import { Wheels } from '../device/wheels'
import { aria } from './aria'
import { clampDate, type DateParts, inWords, toParts, toText } from './date-parts'

interface Props {
  /** What the date is of: 参加工作时间. */
  label: string
  /** The date shown, `YYYY-MM` or `YYYY-MM-DD`: what is confirmed, turned or not. */
  value: string
  onChange: (value: string) => void
  /** `day`: a column of days as well; `day-only`: year and month are known, only the day is asked. */
  precision: 'month' | 'day' | 'day-only'
  /** First and last date that can be chosen, `YYYY-MM-DD`. */
  min: string
  max: string
}

const range = (from: number, to: number) => Array.from({ length: Math.max(1, to - from + 1) }, (_, at) => from + at)

interface Part {
  key: keyof DateParts
  unit: string
  numbers: number[]
}

const partsOf = (shown: DateParts, precision: Props['precision'], min: string, max: string): Part[] => {
  const [first, last] = [toParts(min), toParts(max)]
  const years: Part = { key: 'year', unit: '年', numbers: range(first?.year ?? shown.year, last?.year ?? shown.year) }
  const months: Part = { key: 'month', unit: '月', numbers: range(1, 12) }
  const days: Part = { key: 'day', unit: '日', numbers: range(1, daysInMonth(shown.year, shown.month)) }
  if (precision === 'month') return [years, months]
  return precision === 'day' ? [years, months, days] : [days]
}

const columnOf = (part: Part, shown: DateParts): WheelColumn => ({
  label: part.unit,
  items: part.numbers.map((n) => `${n}${part.unit}`),
  index: Math.max(0, part.numbers.indexOf(shown[part.key] ?? 1)),
})

/** Year, month and, where asked, day by wheels; below them the date in words, so that one sees what will be taken. */
export const DateWheel = ({ label, value, onChange, precision, min, max }: Props) => {
  const given = toParts(value) ?? { year: 2000, month: 1 }
  const shown = precision === 'month' ? { year: given.year, month: given.month } : { day: 1, ...given }
  const parts = partsOf(shown, precision, min, max)
  const turn = (indexes: readonly number[]) => {
    const turned = parts.reduce<DateParts>(
      (date, { key, numbers }, column) => ({ ...date, [key]: numbers[indexes[column] ?? -1] ?? date[key] }),
      shown,
    )
    onChange(toText(clampDate(turned, min, max)))
  }
  return (
    <View className="date-wheel" {...aria('group', { label })}>
      <Wheels columns={parts.map((part) => columnOf(part, shown))} onTurn={turn} />
      <View
        className="date-wheel__words"
        {...aria('status', { live: 'polite' })}
      >{`${label}：${inWords(toText(shown))}`}</View>
    </View>
  )
}
