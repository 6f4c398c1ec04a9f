import { type PaperItem } from '@app/contract'
import { open } from '@/shared/navigation'

/** To the page of one paper; the 容缺承诺书 is agreed to on the phone. */
export const openPaper = (id: string, { id: paper, kind }: Pick<PaperItem, 'id' | 'kind'>) =>
  kind === 'undertaking' ? open('apply', 'promise', { id }) : open('apply', 'paper', { id, paper })

/** A parameter of the page's address as it was written: WeChat hands it over still encoded. */
export const param = (raw: string | undefined) => {
  try {
    return decodeURIComponent(raw ?? '')
  } catch {
    return raw ?? ''
  }
}
