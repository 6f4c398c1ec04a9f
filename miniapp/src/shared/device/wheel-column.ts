export interface WheelColumn {
  /** What is chosen in it: 年, 月, 日. */
  label: string
  items: readonly string[]
  /** Of the item shown. */
  index: number
}

export interface WheelsProps {
  columns: readonly WheelColumn[]
  /** Told at once while a column turns, so that “下一题” takes what is seen. */
  onTurn: (column: number, index: number) => void
}
