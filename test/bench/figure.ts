/** One measured figure. */
export interface Figure {
  bench: string
  figure: string
  value: number
  unit: string
  /** How many times the yardstick's value, where there is a yardstick. */
  ratio?: number
  /** What must hold, e.g. `ratio >= 10`; absent: for information. */
  goal?: string
  ok: boolean
}

/** A figure that must not exceed `most`. */
export const atMost = (bench: string, figure: string, value: number, unit: string, most: number): Figure => ({
  bench,
  figure,
  value: rounded(value),
  unit,
  goal: `value <= ${most}`,
  ok: value <= most,
})

/** Four digits are more than any of our measurements is good for. */
export const rounded = (value: number): number => Number(value.toPrecision(4))

/** One line of JSON, every key in every line. */
export const jsonLine = ({ bench, figure, value, unit, ratio, goal, ok }: Figure): string =>
  JSON.stringify({ bench, figure, value, unit, ratio: ratio ?? null, goal: goal ?? null, ok })

export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ figure, value, unit, ratio, goal, ok }) => [
    figure,
    `${value.toLocaleString('en')} ${unit}`,
    ratio === undefined ? '' : `${ratio} x`,
    goal ?? '',
    goal === undefined ? '' : ok ? 'ok' : 'MISSED',
  ])
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
