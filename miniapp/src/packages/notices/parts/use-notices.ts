import { type NoticeList, type NoticeView, type ReadNotices, type UnreadCount } from '@app/contract'
import { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { call } from '@/shared/api/api'
import { type Failure } from '@/shared/api/failure'
import { tokens } from '@/shared/session/tokens'
import { keptNotices } from '@/shared/storage/kept-notices'
import { useBusy } from '@/shared/ui/use-busy'

const lastLoaded = (): NoticeList | undefined => {
  const kept = keptNotices.get()
  return kept && kept.account === tokens.get()?.account.id ? kept : undefined
}

const keep = ({ items, unread }: NoticeList) => {
  const account = tokens.get()?.account.id
  if (account) keptNotices.set({ account, items, unread })
}

/** A newer first page over what is shown: whoever had gone on to older ones keeps them, and the place. */
const withFirst = (shown: NoticeList | undefined, first: NoticeList): NoticeList => {
  const ids = new Set(first.items.map(({ id }) => id))
  const meets = shown?.items.some(({ id }) => ids.has(id))
  if (!shown || !meets || first.next === undefined) return first
  const { next: _first, ...rest } = first
  const items = [...first.items, ...shown.items.filter(({ id }) => !ids.has(id))]
  const isLonger = items.length > first.items.length
  const next = isLonger ? shown.next : first.next
  return { ...rest, items, ...(next === undefined ? {} : { next }) }
}

const withMore = ({ items }: NoticeList, page: NoticeList): NoticeList => {
  const ids = new Set(items.map(({ id }) => id))
  return { ...page, items: [...items, ...page.items.filter(({ id }) => !ids.has(id))] }
}

const ask = (cursor?: string) =>
  call<NoticeList>({ method: 'GET', path: cursor ? `/notices?cursor=${encodeURIComponent(cursor)}` : '/notices' })

const tellRead = (body: ReadNotices) => call<UnreadCount>({ method: 'POST', path: '/notices/read', body })

/** The inbox, asked for each time the page is shown; what was loaded last stands until then, and without network. */
export const useNotices = () => {
  const [list, setList] = useState(lastLoaded)
  const [failure, setFailure] = useState<Failure>()
  const { busy, run } = useBusy()
  /** Opened here: read, whether or not the server has heard of it. */
  const opened = useRef(new Set<string>())
  const load = async () => {
    const answer = await ask()
    setFailure(answer.ok ? undefined : answer.failure)
    if (!answer.ok) return
    keep(answer.body)
    setList((shown) => withFirst(shown, answer.body))
  }
  useDidShow(() => void load())
  const more = async (cursor: string) => {
    const answer = await ask(cursor)
    // the list is another one by now: from its beginning
    if (!answer.ok && answer.failure.code === 'cursor-invalid') setList(undefined)
    if (!answer.ok) return answer.failure.code === 'cursor-invalid' ? load() : setFailure(answer.failure)
    setFailure(undefined)
    setList((shown) => shown && withMore(shown, answer.body))
  }
  const open = ({ id, read }: NoticeView) => {
    if (read || opened.current.has(id)) return
    opened.current.add(id)
    setList((shown) => shown && { ...shown, unread: Math.max(0, shown.unread - 1) })
    void tellRead({ ids: [id] })
  }
  const readAll = async () => {
    const answer = await tellRead({ all: true })
    if (!answer.ok) return setFailure(answer.failure)
    setFailure(undefined)
    setList((shown) => shown && { ...shown, items: shown.items.map((it) => ({ ...it, read: true })), ...answer.body })
  }
  const next = list?.next
  return {
    list: list && { ...list, items: list.items.map((it) => (opened.current.has(it.id) ? { ...it, read: true } : it)) },
    failure,
    busy,
    reload: () => void load(),
    more: next === undefined ? undefined : () => void run(() => more(next)),
    open,
    readAll: () => void run(readAll),
  }
}
