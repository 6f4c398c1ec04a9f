import { type DeskGroup, type DeskList, type DeskRow } from '@app/contract'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { call } from '@/shared/api/api'
import { type Failure } from '@/shared/api/failure'

export const groups: readonly { group: DeskGroup; name: string; empty: string }[] = [
  { group: 'for-me', name: '待我审核', empty: '现在没有等您审核的人。有人提交后会排在这里。' },
  { group: 'returned', name: '被退回', empty: '没有被退回的。' },
  { group: 'with-office', name: '工考办审查中', empty: '没有正在审查的。' },
  { group: 'payment', name: '待缴费', empty: '没有等缴费的。' },
  { group: 'others', name: '其他', empty: '没有别的申报。' },
]

/** The nearest limit first; without one, who waits longest. */
const byUrgency = (a: DeskRow, b: DeskRow) => {
  const [one, other] = [a.limit ?? '9999', b.limit ?? '9999']
  if (one !== other) return one < other ? -1 : 1
  return a.submittedAt < b.submittedAt ? -1 : 1
}

/** The desk's list of one group, further pages as they are asked for. */
export const useDeskList = (group: DeskGroup) => {
  const [list, setList] = useState<DeskList>()
  const [failure, setFailure] = useState<Failure>()
  const load = async (cursor?: string) => {
    const path = `/unit-desk/applications?group=${group}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`
    const answer = await call<DeskList>({ method: 'GET', path })
    if (!answer.ok) return setFailure(answer.failure)
    setFailure(undefined)
    const { items, ...rest } = answer.body
    setList((before) => ({ ...rest, items: cursor ? [...(before?.items ?? []), ...items] : items }))
  }
  useDidShow(() => void load())
  useEffect(() => void load(), [group]) // eslint-disable-line react-hooks/exhaustive-deps -- asked anew for another group
  const rows = [...(list?.items ?? [])].sort(byUrgency)
  const more = list?.next ? () => void load(list.next) : undefined
  return { list, rows, failure, reload: () => void load(), more }
}
