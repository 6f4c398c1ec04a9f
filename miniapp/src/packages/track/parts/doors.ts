import { type PaperView, type ReturnItem } from '@app/contract'
import { openPaper } from '@/packages/apply/parts/papers/open-paper'
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

/** The paper that a path is about: `papers.ID` itself, or the one that has this page. */
const paperOf = (item: string, papers: readonly PaperView[]) =>
  papers.find((paper) => item === `papers.${paper.item.id}` || paper.pages.some((page) => item === `pages.${page.id}`))

/** Leads from a thing to mend straight to where it is mended. */
export const openItem = (id: string, { item }: Pick<ReturnItem, 'item'>, papers: readonly PaperView[] = []) => {
  const { area, key } = splitItem(item)
  const paper = paperOf(item, papers)
  if (area === 'grade') open('apply', 'grade', { id })
  else if (area === 'facts') open('apply', 'fact', { id, question: key })
  else if (paper) openPaper(id, paper.item)
  else if (area === 'papers' || area === 'pages') open('apply', 'materials', { id })
  else open('apply', pageOf(key), { id })
}
