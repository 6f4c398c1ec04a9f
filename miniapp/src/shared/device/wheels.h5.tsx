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
const itemHeight = (column: HTMLElement) => column.querySelector<HTMLElement>('.wheels__item')?.offsetHeight ?? 0

/** Keeps the item `index` in the middle: from the first layout on (a page comes in hidden), and when the type grows. */
const useAligned = (index: number, length: number) => {
  const ref = useRef<HTMLDivElement>(null)
  /** Only a scroll that a finger or a wheel began is a choice; the browser scrolls by itself when heights change. */
  const turning = useRef(false)
  useLayoutEffect(() => {
    const column = ref.current
    if (!column) return undefined
    const align = () => {
      const height = itemHeight(column)
      if (height === 0 || Math.round(column.scrollTop / height) === index) return
      turning.current = false
      column.scrollTop = index * height
    }
    align()
    if (typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(align)
    observer.observe(column)
    return () => observer.disconnect()
  }, [index, length])
  return { ref, turning }
}

const Column = ({ column, onTurn }: { column: WheelColumn; onTurn: (index: number) => void }) => {
  const { label, items, index } = column
  const { ref, turning } = useAligned(index, items.length)
  const turn = (to: number) => to !== index && onTurn(within(to, items.length))
  const begin = () => {
    turning.current = true
  }
  const scrolled = () => {
    const height = ref.current && turning.current ? itemHeight(ref.current) : 0
    if (ref.current && height > 0) turn(Math.round(ref.current.scrollTop / height))
  }
  const pressed = (key: string) => {
    const step = steps[key]
    if (step !== undefined) turn(within(index + step, items.length))
    return step !== undefined
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
      onPointerDown={begin}
      onTouchStart={begin}
      onWheel={begin}
      onScroll={scrolled}
      onKeyDown={(event) => pressed(event.key) && event.preventDefault()}
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
      <Column
        key={column.label}
        column={column}
        onTurn={(index) => onTurn(columns.map((one, other) => (other === at ? index : one.index)))}
      />
    ))}
  </div>
)
