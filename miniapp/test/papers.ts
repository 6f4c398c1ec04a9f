import { type PageView, type PaperItem, type PapersView, type PaperView } from '@app/contract'
import { type PaperPages, type ShownPage, type ShownPaper, type ShownState } from '@/shared/upload/types'

const items: Record<string, PaperItem> = {
  'id-card': {
    id: 'id-card',
    kind: 'id-card',
    title: '身份证',
    reason: '实名报名要核对本人身份',
    hint: '正反两面',
    clause: '三(二)',
    quote: '',
    pages: { min: 2, max: 2 },
  },
  photo: {
    id: 'photo',
    kind: 'photo',
    title: '证件照',
    reason: '报名表和证书要用',
    clause: '三(二)',
    quote: '',
    pages: { min: 1, max: 1 },
  },
  'yearly-assessment:2022': {
    id: 'yearly-assessment:2022',
    kind: 'yearly-assessment',
    title: '年度考核登记表（2022年）',
    reason: '证明近5年考核结果',
    hint: '有单位盖章的一页',
    clause: '二(四)4',
    quote: '',
    pages: { min: 1, max: 6 },
    promiseAllowed: true,
  },
}

export const paperItem = (id: string): PaperItem => {
  const item = items[id]
  if (!item) throw new Error(`no sample of the paper ${id}`)
  return item
}

export const pageView = (id: string, changes: Partial<PageView> = {}): PageView => ({
  id,
  paper: 'id-card',
  position: 1,
  state: 'usable',
  hints: [],
  rotation: 0,
  uploadKey: `key-${id}`,
  fixed: false,
  ...changes,
})

export const paperView = (id: string, changes: Partial<PaperView> = {}): PaperView => ({
  item: paperItem(id),
  state: 'missing',
  open: true,
  pages: [],
  ...changes,
})

export const papersView = (papers: PaperView[], changes: Partial<PapersView> = {}): PapersView => ({
  papers,
  progress: {
    complete: papers.filter(({ state }) => state === 'complete' || state === 'promised').length,
    needed: papers.length,
  },
  limits: { fileBytes: 20 * 1024 * 1024, pixels: 100_000_000, pdfPages: 10 },
  ...changes,
})

const all: ShownPage['can'] = { retry: false, remove: true, rotate: true, replace: true, move: true }

export const shownPage = (id: string, state: ShownState, changes: Partial<ShownPage> = {}): ShownPage => ({
  id,
  state,
  picture: `blob:${id}`,
  large: `blob:${id}-large`,
  turns: 0,
  pdf: false,
  unsafe: false,
  replacing: false,
  can: all,
  ...changes,
})

export const shownPaper = (
  view: PaperView,
  pages: ShownPage[] = [],
  changes: Partial<ShownPaper> = {},
): ShownPaper => ({
  view,
  pages,
  room: view.open ? Math.max(0, view.item.pages.max - pages.length) : 0,
  ...changes,
})

const done = { ok: true, status: 200, body: undefined } as const

/** What the upload queue would hand to a screen; every action is a spy. */
export const paperPages = (papers: ShownPaper[], changes: Partial<PaperPages> = {}): PaperPages => ({
  papers,
  view: papersView(papers.map(({ view }) => view)),
  unsent: 0,
  checking: 0,
  broken: 0,
  unsafe: false,
  reload: jest.fn().mockResolvedValue(undefined),
  add: jest.fn(),
  replace: jest.fn(),
  retry: jest.fn(),
  remove: jest.fn().mockResolvedValue(done),
  rotate: jest.fn().mockResolvedValue(done),
  reorder: jest.fn().mockResolvedValue(done),
  set: jest.fn(),
  ...changes,
})
