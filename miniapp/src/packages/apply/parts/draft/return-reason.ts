import { type ApplicationView } from '@app/contract'
import { returnWords } from '@/shared/texts/return-words'

/** What whoever returned it said of this field: 退回原因：与档案不一致. */
export const returnReason = ({ returnedFor }: Pick<ApplicationView, 'returnedFor'>, part: string) => {
  const found = returnedFor?.items.filter(
    ({ item }) => item === part || item.startsWith(`${part}.`) || item.startsWith(`${part}[`),
  )
  return found?.length ? `退回原因：${found.map(returnWords).join('；')}` : undefined
}
