import type { PaperProgress } from '../papers/paper-progress'
import type { StoredSupplement } from '../rows/application-row'

/** 容缺后补 (三(三)): what is promised is handed in with the submission and stays open; what is there by now need not follow. */
export function handedPromises(papers: PaperProgress[], before: StoredSupplement[] | null): StoredSupplement[] {
  return (before ?? []).filter(({ item, state }) => {
    const paper = papers.find(({ item: { id } }) => item === `papers.${id}`)
    return paper !== undefined && (state !== 'open' || paper.state === 'promised')
  })
}
