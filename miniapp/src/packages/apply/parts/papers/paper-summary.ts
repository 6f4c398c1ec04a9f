import { type ShownPage, type ShownPaper } from '@/shared/upload/types'
import { hintShort, pagesText, pageText } from '@/shared/texts/pages'
import { returnWords } from '@/shared/texts/return-words'
import { type TagProps } from '@/shared/ui/tag'

export interface PaperSummary {
  tag: TagProps
  /** The first thing to do, or where it is. */
  caption: string
  tone: 'grey' | 'amber' | 'red'
  /** 0-100 while something is on its way. */
  percent?: number
  /** The person has to do something before it can be submitted. */
  todo: boolean
}

const needsPerson = ({ state }: ShownPage) => state.kind === 'refused' || state.kind === 'gone'
const onItsWay = ({ state }: ShownPage) => ['preparing', 'waiting', 'sending', 'retry'].includes(state.kind)

/** Number of a page of this paper by its id at the server. */
export const pageNumber =
  ({ pages }: ShownPaper) =>
  (id: string): number | undefined => {
    const at = pages.findIndex(({ page }) => page?.id === id)
    return at < 0 ? undefined : at + 1
  }

/** How many pages are still to be taken. */
export const pagesShort = ({ view, pages }: ShownPaper) =>
  view.state === 'promised' || view.state === 'complete' ? 0 : Math.max(0, view.item.pages.min - pages.length)

const returned = ({ view, pages }: ShownPaper): PaperSummary | undefined => {
  const tag: TagProps = { tone: 'no', word: '被退回' }
  if (view.returned && view.state === 'returned' && !pages.some(onItsWay))
    return { tag, caption: returnWords(view.returned), tone: 'red', todo: true }
  const at = pages.findIndex((page) => page.returned !== undefined && !page.replacing)
  const reason = pages[at]?.returned
  return reason && { tag, caption: `第 ${at + 1} 页：${returnWords(reason)}`, tone: 'red', todo: true }
}

const broken = (paper: ShownPaper): PaperSummary | undefined => {
  const at = paper.pages.findIndex(needsPerson)
  const page = paper.pages[at]
  if (!page) return undefined
  const words = pageText(page.state, pageNumber(paper)) ?? ''
  const caption = paper.pages.length > 1 ? `第 ${at + 1} 页：${words}` : words
  return { tag: { tone: 'no', word: '重拍' }, caption, tone: 'red', todo: true }
}

const waits = (paper: ShownPaper): PaperSummary | undefined => {
  const { pages, percent } = paper
  const at = pages.findIndex(onItsWay)
  const page = pages[at]
  if (!page) return undefined
  const share = percent === undefined ? {} : { percent }
  if (page.state.kind === 'retry') {
    const tag: TagProps = { tone: 'ask', sign: '…', word: '待续传' }
    return { tag, caption: pageText(page.state, pageNumber(paper)) ?? '', tone: 'amber', todo: false, ...share }
  }
  const caption = pages.length === 1 ? '正在上传' : `${pages.length} 页，正在上传第 ${at + 1} 页`
  const tag: TagProps = { tone: 'info', sign: '↑', word: `${percent ?? 0}%` }
  return { tag, caption, tone: 'grey', todo: false, ...share }
}

/** Fewer pages than asked for, though some are there: what is on its way counts. */
const short = (paper: ShownPaper): PaperSummary | undefined => {
  const left = pagesShort(paper)
  if (paper.pages.length === 0 || left === 0) return undefined
  const hint = paper.view.item.hint
  const caption = `已拍 ${paper.pages.length} 页，还差 ${left} 页${hint ? `（${hint}）` : ''}`
  return { tag: { tone: 'ask', sign: '！', word: '没拍完' }, caption, tone: 'amber', todo: true }
}

const checking = ({ pages }: ShownPaper): PaperSummary | undefined => {
  const count = pages.filter(({ state }) => state.kind === 'checking').length
  if (count === 0) return undefined
  const caption = `已传到 ${count} 页，正在检查，不用等`
  return { tag: { tone: 'info', sign: '…', word: '检查中' }, caption, tone: 'grey', todo: false }
}

const hinted = (paper: ShownPaper): PaperSummary | undefined => {
  const at = paper.pages.findIndex(({ state }) => state.kind === 'hint')
  const state = paper.pages[at]?.state
  const hint = state?.kind === 'hint' ? state.hints[0] : undefined
  if (!hint) return undefined
  const other = hint.otherPage === undefined ? undefined : pageNumber(paper)(hint.otherPage)
  const caption = `第 ${at + 1} 页${hintShort(hint, other)}`
  return { tag: { tone: 'ask', sign: '！', word: '提示' }, caption, tone: 'amber', todo: false }
}

const supplements: Record<'sent' | 'accepted' | 'rejected', PaperSummary> = {
  sent: { tag: { tone: 'info', word: '已补交' }, caption: '等工考办审查', tone: 'grey', todo: false },
  accepted: { tag: { tone: 'ok', word: '已收下' }, caption: '补交的材料已收下', tone: 'grey', todo: false },
  rejected: { tag: { tone: 'no', word: '没收下' }, caption: '请看原因，重新拍好再补交', tone: 'red', todo: false },
}

/** 容缺: agreed to, then photographed, then sent. */
const promised = ({ view: { promise, state }, pages }: ShownPaper): PaperSummary | undefined => {
  if (!promise || state === 'complete') return undefined
  if (promise.state !== 'open') return supplements[promise.state]
  if (pages.length > 0)
    return { tag: { tone: 'ask', sign: '！', word: '待补交' }, caption: '拍好了，点开补交', tone: 'amber', todo: false }
  return { tag: { tone: 'ok', word: '已承诺' }, caption: '备案后，在考试前补交', tone: 'grey', todo: false }
}

const settled = ({ view, pages }: ShownPaper): PaperSummary => {
  const { item, state } = view
  if (state === 'complete') {
    const caption =
      pages.length === 0 ? '已在手机上承诺' : [item.hint, `${pages.length} 页`].filter(Boolean).join(' · ')
    return { tag: { tone: 'ok', word: pages.length === 0 ? '已承诺' : '可用' }, caption, tone: 'grey', todo: false }
  }
  if (pages.length > 0)
    return {
      tag: { tone: 'info', sign: '…', word: '检查中' },
      caption: `${pages.length} 页`,
      tone: 'grey',
      todo: false,
    }
  const caption = item.promiseAllowed
    ? '还没备案？可以先承诺、考前补交'
    : [item.hint ?? item.reason, item.kind !== 'undertaking' && item.pages.max > 1 && pagesText(item.pages)]
        .filter(Boolean)
        .join(' · ')
  return {
    tag: { tone: 'mut', word: item.kind === 'undertaking' ? '未承诺' : '未拍' },
    caption,
    tone: 'grey',
    todo: true,
  }
}

/** One paper in a word and a sentence: what is to be mended first, then what is on its way, then how it stands. */
export const summaryOf = (paper: ShownPaper): PaperSummary =>
  returned(paper) ??
  broken(paper) ??
  waits(paper) ??
  short(paper) ??
  checking(paper) ??
  promised(paper) ??
  hinted(paper) ??
  settled(paper)

/** Whether the person has something to do on it, and may: also where a page is on its way but more are asked for. */
export const needsTaking = (paper: ShownPaper) => {
  const { view, pages } = paper
  const may = view.open || pages.some(({ can }) => can.replace)
  return may && (summaryOf(paper).todo || (pages.length > 0 && pagesShort(paper) > 0))
}

/** The next paper that needs the person, after this one and then from the top. */
export const nextPaper = (papers: readonly ShownPaper[], after?: string): ShownPaper | undefined => {
  const at = papers.findIndex(({ view }) => view.item.id === after)
  const order = [...papers.slice(at + 1), ...papers.slice(0, at + 1)]
  return order.find((paper) => paper.view.item.id !== after && needsTaking(paper))
}
