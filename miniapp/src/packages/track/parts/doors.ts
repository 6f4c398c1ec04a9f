import { type ReturnItem } from '@app/contract'
import { open } from '@/shared/navigation'
import { splitItem } from '@/shared/texts/items'

const formPages = {
  name: 'basics',
  idNumber: 'basics',
  phone: 'basics',
  unit: 'unit',
  workExperience: 'experience',
  declaration: 'declaration',
} as const

const pageOf = (key: string) => Object.entries(formPages).find(([field]) => field === key)?.[1] ?? 'basics'

/** Leads from a thing to mend straight to where it is mended. */
export const openItem = (id: string, { item }: Pick<ReturnItem, 'item'>) => {
  const { area, key } = splitItem(item)
  if (area === 'grade') open('apply', 'grade', { id })
  else if (area === 'facts') open('apply', 'fact', { id, question: key })
  else if (area === 'papers') open('apply', 'materials', { id })
  else open('apply', pageOf(key), { id })
}
