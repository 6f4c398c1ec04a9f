export interface WheelColumn {
  /** What is chosen in it: 年, 月, 日. */
  label: string
  items: readonly string[]
  /** Of the item shown. */
  index: number
}

export interface WheelsProps {
  columns: readonly WheelColumn[]
  /** The index of every column, told at once while one turns (several may), so that “下一题” takes what is seen. */
  onTurn: (indexes: readonly number[]) => void
}
