import { useLayoutEffect, useRef } from 'react'
import { type WheelColumn, type WheelsProps } from './wheel-column'

/** Steps of the keys, as a spinbutton has them. */
const steps: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  End: Infinity,
  Home: -Infinity,
}

const within = (index: number, length: number) => Math.min(Math.max(index, 0), length - 1)

/** Height of one item, 0 where nothing is laid out. */
const itemHeight = (column: HTMLElement | null) =>
  column?.querySelector<HTMLElement>('.wheels__item')?.offsetHeight ?? 0

const Column = ({ column, onTurn }: { column: WheelColumn; onTurn: (index: number) => void }) => {
  const ref = useRef<HTMLDivElement>(null)
  const { label, items, index } = column
  useLayoutEffect(() => {
    const element = ref.current
    const height = itemHeight(element)
    if (element && height > 0 && Math.round(element.scrollTop / height) !== index) element.scrollTop = index * height
  }, [index, items.length])
  const turn = (to: number) => to !== index && onTurn(to)
  const scrolled = () => {
    const height = itemHeight(ref.current)
    if (ref.current && height > 0) turn(within(Math.round(ref.current.scrollTop / height), items.length))
  }
  return (
    <div
      ref={ref}
      className="wheels__column"
      role="spinbutton"
      tabIndex={0}
      aria-label={label}
      aria-valuenow={index}
      aria-valuemin={0}
      aria-valuemax={items.length - 1}
      aria-valuetext={items[index]}
      onScroll={scrolled}
      onKeyDown={(event) => {
        const step = steps[event.key]
        if (step === undefined) return
        event.preventDefault()
        turn(within(index + step, items.length))
      }}
    >
      {items.map((item, at) => (
        <div
          key={item}
          className={`wheels__item${at === index ? ' wheels__item--on' : ''}`}
          aria-hidden
          onClick={() => turn(at)}
        >
          {item}
        </div>
      ))}
    </div>
  )
}

/** Wheels for a mouse, a thumb or the arrow keys. (Taro's web picker answers to touch alone and keeps its own value.) */
export const Wheels = ({ columns, onTurn }: WheelsProps) => (
  <div className="wheels">
    <div className="wheels__indicator" aria-hidden />
    {columns.map((column, at) => (
      <Column key={column.label} column={column} onTurn={(index) => onTurn(at, index)} />
    ))}
  </div>
)
