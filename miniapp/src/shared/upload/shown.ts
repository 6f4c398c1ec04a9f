import type { PageView, PaperView } from '@app/contract'
import { inOrder, pageRef } from './order'
import { localPicture, serverPicture } from './pictures'
import { isUnsent, orderKey, type Queue, type QueueItem } from './queue'
import { percentOf } from './queue-store'
import { wantedRotation } from './turn'
import type { ShownPage, ShownPaper, ShownState } from './types'

/** What one paper's list is made of: a page of the server, a file of this phone, or both while the one becomes the other. */
interface Entry {
  id: string
  page?: PageView
  item?: QueueItem
}

const quarter = (turns: number): ShownPage['turns'] => {
  const left = ((turns % 4) + 4) % 4
  return left === 1 || left === 2 || left === 3 ? left : 0
}

const stateOfPage = (page: PageView): ShownState => {
  if (page.state === 'usable-with-hints') return { kind: 'hint', hints: page.hints }
  if (page.state === 'refused') return { kind: 'refused', code: page.refusal ?? 'unreadable-file', facts: {} }
  return { kind: page.state }
}

const stateOfItem = ({ key, state }: QueueItem): ShownState => {
  if (state.kind === 'sending') return { kind: 'sending', percent: percentOf(key) }
  if (state.kind === 'arrived' || state.kind === 'removed') return { kind: 'checking' }
  return state
}

const drawn = ({ page, item }: Entry): Pick<ShownPage, 'picture' | 'large' | 'turns'> => {
  const rotation = page ? (wantedRotation(page.id) ?? page.rotation) : (item?.rotation ?? 0)
  const made = page && serverPicture(page)
  if (made) return { picture: made.small, large: made.large, turns: quarter(rotation - made.rotation) }
  const own = item && localPicture(item.handle, item.kind)
  return own === undefined ? { turns: 0 } : { picture: own, large: own, turns: quarter(rotation) }
}

/** A refusal of the file itself stays one however often it is sent. */
const isOfFile = (code: string) => /^(file|picture|pdf)-/.test(code)

const canOfItem = ({ state, kind, handle }: QueueItem, open: boolean): ShownPage['can'] => ({
  retry: state.kind === 'retry' || (state.kind === 'refused' && handle !== undefined && !isOfFile(state.code)),
  remove: true,
  rotate: isUnsent({ state }) && kind !== 'pdf',
  replace: true,
  move: open,
})

const canOfPage = ({ fixed, returned, state }: PageView, paper: PaperView): ShownPage['can'] => {
  const free = paper.open && !fixed
  // a page that came in the place of a returned one is not fixed although its paper is not open
  const replace = !fixed || returned !== undefined || (paper.open && paper.returned !== undefined)
  return { retry: false, remove: free, rotate: !fixed && state !== 'refused', replace, move: free }
}

const shownPage = (entry: Entry, paper: PaperView): ShownPage => {
  const { id, page, item } = entry
  return {
    id,
    ...(page
      ? { page, state: stateOfPage(page), can: canOfPage(page, paper) }
      : item
        ? { state: stateOfItem(item), can: canOfItem(item, paper.open) }
        : {
            state: { kind: 'gone' },
            can: { retry: false, remove: false, rotate: false, replace: false, move: false },
          }),
    ...drawn(entry),
    pdf: !page && item?.kind === 'pdf',
    unsafe: !page && item !== undefined && isUnsent(item) && !item.safe && item.state.kind !== 'preparing',
    replacing: !page && item?.replaces !== undefined,
    ...(page?.returned ? { returned: page.returned } : {}),
  }
}

const entriesOf = (paper: PaperView, items: readonly QueueItem[], hidden: ReadonlySet<string>): Entry[] => {
  const pages = paper.pages.filter(({ id, uploadKey }) => {
    const removed = items.some(({ key, state }) => key === uploadKey && state.kind === 'removed')
    return !removed && !hidden.has(id)
  })
  const coming = items.filter(
    ({ key, state }) => state.kind !== 'removed' && !paper.pages.some(({ uploadKey }) => uploadKey === key),
  )
  const inPlace = new Set<QueueItem>()
  const known = pages.map((page): Entry => {
    const instead = coming.find(({ replaces }) => replaces === page.id)
    if (instead) inPlace.add(instead)
    if (instead) return { id: instead.key, item: instead }
    const item = items.find(({ key }) => key === page.uploadKey)
    return { id: pageRef(page, paper.pages), page, ...(item ? { item } : {}) }
  })
  const added = coming.filter((item) => !inPlace.has(item)).map((item): Entry => ({ id: item.key, item }))
  return [...known, ...added]
}

const percentOfPaper = (items: readonly QueueItem[]) => {
  const unsent = items.filter(isUnsent)
  const bytes = unsent.reduce((sum, item) => sum + item.bytes, 0)
  if (unsent.length === 0 || bytes === 0) return {}
  return { percent: Math.round(unsent.reduce((sum, item) => sum + percentOf(item.key) * item.bytes, 0) / bytes) }
}

/** A paper as the person sees it: what the server has and what is on its way, in one list. `hidden`: pages that are being deleted. */
export const shownPaper = (
  applicationId: string,
  paper: PaperView,
  { items, orders }: Queue,
  hidden: ReadonlySet<string>,
): ShownPaper => {
  const own = items.filter((item) => item.applicationId === applicationId && item.paper === paper.item.id)
  const order = orders[orderKey(applicationId, paper.item.id)] ?? []
  const entries = inOrder(entriesOf(paper, own, hidden), order, ({ id, page, item }) => ({
    ref: id,
    key: page?.uploadKey ?? item?.key ?? id,
  }))
  const pages = entries.map((entry) => shownPage(entry, paper))
  const room = paper.open ? Math.max(0, paper.item.pages.max - pages.length) : 0
  return { view: paper, pages, room, ...percentOfPaper(own) }
}
