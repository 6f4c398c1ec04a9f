import type { PaperProgress } from '../papers/paper-progress'
import type { StoredSupplement } from '../rows/application-row'

/** 容缺后补 (三(三)): what is promised stays open when it is handed in; what is there by then need not follow. */
export function handedPromises(papers: PaperProgress[], before: StoredSupplement[] | null): StoredSupplement[] {
  return (before ?? []).filter(({ item, state }) => {
    const paper = papers.find(({ item: { id } }) => item === `papers.${id}`)
    const isThere = state === 'open' && paper?.promisable && paper.state === 'complete'
    return paper !== undefined && !isThere
  })
}
