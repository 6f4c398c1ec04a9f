import type { PaperItem, Supplement } from '../../contract'

/** 容缺后补 (三(三)): a paper that is not filed yet is promised with the submission, and stays open until it has followed. */
export function promisedPapers(papers: PaperItem[], before: Supplement[] | null, now: Date): Supplement[] {
  const promised = papers.filter(({ promiseAllowed }) => promiseAllowed).map(({ id }) => `papers.${id}`)
  return promised.map((item) => {
    const known = before?.find((supplement) => supplement.item === item)
    return known ?? { item, state: 'open', promisedAt: now.toISOString() }
  })
}
