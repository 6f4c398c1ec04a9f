import { useDidShow } from '@tarojs/taro'
import { useEffect, useSyncExternalStore } from 'react'
import { addFiles, hiddenPages, removeShown, reorderShown, replaceWith, retryShown, rotateShown } from './actions'
import { look, watchPapers } from './look'
import { papersOf, setPapers } from './papers-store'
import { isUnsent } from './queue'
import { currentQueue, isWritten } from './queue-store'
import { shownPaper } from './shown'
import type { PaperPages, ShownPaper } from './types'
import { resumeUploads } from './uploads'
import { versionNow, watch } from './watch'

const placeOf = (applicationId: string, papers: readonly ShownPaper[], paper: string) => ({
  applicationId,
  paper,
  ids: papers.find(({ view }) => view.item.id === paper)?.pages.map(({ id }) => id) ?? [],
})

/** The papers of an application as screens show them. Read anew at each call: after an action it says what has become of it. */
export const paperPages = (applicationId: string): PaperPages => {
  const { view, failure } = papersOf(applicationId)
  const queue = currentQueue()
  const papers = view?.papers.map((paper) => shownPaper(applicationId, paper, queue, hiddenPages())) ?? []
  const pages = papers.flatMap((paper) => paper.pages)
  const unsent = queue.items.filter((item) => item.applicationId === applicationId && isUnsent(item)).length
  const now = () => paperPages(applicationId).papers
  const paperWith = (id: string) => now().find((paper) => paper.pages.some((page) => page.id === id))?.view.item.id
  return {
    papers,
    ...(view ? { view } : {}),
    ...(failure ? { failure } : {}),
    unsent,
    checking: pages.filter(({ state }) => state.kind === 'checking').length,
    broken: pages.filter(({ state }) => state.kind === 'refused' || state.kind === 'gone').length,
    unsafe: pages.some(({ unsafe }) => unsafe) || (unsent > 0 && !isWritten()),
    reload: () => look(applicationId),
    add: (paper, files, options) => addFiles(placeOf(applicationId, now(), paper), files, options),
    replace: (id, files, options) => {
      const paper = paperWith(id)
      if (paper !== undefined) replaceWith(placeOf(applicationId, now(), paper), id, files, options)
    },
    retry: retryShown,
    remove: (id) => removeShown(applicationId, id),
    rotate: (id) => rotateShown(applicationId, id),
    reorder: (paper, ids) => reorderShown(placeOf(applicationId, now(), paper), ids),
    set: (next) => setPapers(applicationId, next),
  }
}

/** As `paperPages`, loaded each time the page is shown and drawn again when anything changes: queue, progress, the server's word. */
export const usePaperPages = (applicationId: string): PaperPages => {
  useSyncExternalStore(watch, versionNow, versionNow)
  useEffect(() => {
    resumeUploads()
    return watchPapers(applicationId)
  }, [applicationId])
  useDidShow(() => void look(applicationId))
  return paperPages(applicationId)
}
