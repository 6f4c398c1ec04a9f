import { useState } from 'react'

/** A list of which one item at a time is opened to be changed; the place after the last is a new one. */
export const useItems = <T>(items: readonly T[], setItems: (items: T[]) => void) => {
  const [editing, setEditing] = useState<number>()
  const close = () => setEditing(undefined)
  return {
    editing,
    close,
    edit: (at: number) => setEditing(at),
    save: (item: T) => {
      if (editing !== undefined) setItems([...items.slice(0, editing), item, ...items.slice(editing + 1)])
      close()
    },
    remove: (at: number) => setItems(items.filter((_, other) => other !== at)),
  }
}
