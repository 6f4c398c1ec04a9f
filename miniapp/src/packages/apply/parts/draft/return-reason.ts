import { type ApplicationView } from '@app/contract'

/** What whoever returned it said of this field: 退回原因：与档案不一致. */
export const returnReason = ({ returnedFor }: Pick<ApplicationView, 'returnedFor'>, part: string) => {
  const found = returnedFor?.items.filter(
    ({ item }) => item === part || item.startsWith(`${part}.`) || item.startsWith(`${part}[`),
  )
  return found?.length ? `退回原因：${found.map(({ words }) => words).join('；')}` : undefined
}
