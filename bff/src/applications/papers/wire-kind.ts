import { createHash } from 'node:crypto'
import type { PaperItem, ReturnItem } from '../../contract'
import { itemPath } from '../item-path'

const longest = 64

/**
 * The id of a paper as the office is told it: letters, digits and hyphens, 64 at most. `yearly-assessment:2022` → `yearly-assessment-2022`;
 * what does not fit (an occupation in the person's own words) keeps its kind and a digest.
 */
export function wireKind(paper: string): string {
  const plain = paper.replaceAll(':', '-')
  if (plain.length <= longest && /^[a-z0-9][a-z0-9-]*$/.test(plain)) return plain
  const kind = paper.split(':', 1)[0] ?? ''
  return `${kind}-${createHash('sha256').update(paper).digest('hex').slice(0, 16)}`
}

/** The papers that the office, or a contact, means by a name: the one with this id here or on the wire, else all of this kind. */
function meant(named: string, papers: readonly PaperItem[]): PaperItem[] {
  const exact = papers.filter(({ id }) => named === id || named === wireKind(id))
  return exact.length > 0 ? exact : papers.filter(({ kind }) => kind === named)
}

/** The items of a return with their places here; `papers.KIND` becomes the papers of the checklist that are meant. */
export function returnItems(items: readonly ReturnItem[], papers: readonly PaperItem[]): ReturnItem[] {
  return items.flatMap((returned) => {
    const path = itemPath(returned.item)
    if (!path.startsWith('papers.')) return [{ ...returned, item: path }]
    const found = meant(path.slice('papers.'.length), papers)
    return found.length === 0
      ? [{ ...returned, item: path }]
      : found.map(({ id }) => ({ ...returned, item: `papers.${id}` }))
  })
}
