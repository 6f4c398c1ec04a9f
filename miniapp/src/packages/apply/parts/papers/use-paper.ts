import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type PickedFile } from '@/shared/device/picture/picked'
import { open } from '@/shared/navigation'
import { failureText } from '@/shared/texts/errors'
import { type Outcome, type PaperPages, type ShownPage, type ShownPaper } from '@/shared/upload/types'
import { useFreshLinks } from '@/shared/ui/use-fresh-links'
import { type PageActions } from './page-card'
import { type PickProblem, type Source, usePicking } from './use-picking'

const confirmed = async (number: number) => {
  const { confirm } = await Taro.showModal({
    title: `删除第 ${number} 页？`,
    content: '删了就没有了，要用得重新拍。',
    confirmText: '删除',
    cancelText: '不删',
  })
  return confirm
}

const swapped = (ids: readonly string[], at: number, by: -1 | 1) => {
  const order = [...ids]
  const [one, other] = [order[at], order[at + by]]
  if (one === undefined || other === undefined) return undefined
  order[at] = other
  order[at + by] = one
  return order
}

/** Taking and choosing pages. The one just taken by the camera is shown large until the person says 用这张. */
export const useTaking = (pages: PaperPages, { view, pages: shown, room }: ShownPaper) => {
  const { problem, busy, picking } = usePicking()
  const [before, setBefore] = useState<ReadonlySet<string>>()
  const [replacing, setReplacing] = useState<ShownPage>()
  const taken = (source: Source, take: (files: PickedFile[]) => void) => (files: PickedFile[]) => {
    setReplacing(undefined)
    setBefore(source === 'camera' ? new Set(shown.map(({ id }) => id)) : undefined)
    take(files)
  }
  const add = (source: Source) =>
    picking(
      source,
      source === 'camera' ? 1 : room,
      taken(source, (files) => pages.add(view.item.id, files)),
    )
  const replace = (page: ShownPage, source: Source) =>
    picking(
      source,
      1,
      taken(source, (files) => pages.replace(page.id, files)),
    )
  const at = before ? shown.findIndex(({ id }) => !before.has(id)) : -1
  return {
    problem,
    busy,
    add,
    replace,
    replacing,
    setReplacing,
    shot: shown[at],
    shotNumber: at + 1,
    accept: () => setBefore(undefined),
  }
}

/** Turning, moving, deleting, sending again: what the server does not take is said. */
export const useActions = (id: string, pages: PaperPages, paper: ShownPaper, retake: (page: ShownPage) => void) => {
  const [problem, setProblem] = useState<PickProblem>()
  const [looking, setLooking] = useState<string>()
  const gone = useFreshLinks(() => void pages.reload())
  const tell = async (outcome: Promise<Outcome>) => {
    const answer = await outcome
    setProblem(answer.ok ? undefined : { text: failureText(answer.failure) })
  }
  const remove = async (page: ShownPage, number: number) => {
    if (await confirmed(number)) await tell(pages.remove(page.id))
  }
  const move = (at: number, by: -1 | 1) => {
    const order = swapped(
      paper.pages.map((page) => page.id),
      at,
      by,
    )
    if (order) void tell(pages.reorder(paper.view.item.id, order))
  }
  const photo = paper.view.item.kind === 'photo'
  const actionsOf = (page: ShownPage, at: number): PageActions => ({
    look: () => setLooking(page.id),
    retake: () => (photo ? open('apply', 'photo', { id, replaces: page.id }) : retake(page)),
    rotate: () => void tell(pages.rotate(page.id)),
    remove: () => void remove(page, at + 1),
    retry: () => pages.retry(page.id),
    move: (by) => move(at, by),
    gone,
  })
  return { problem, looking, setLooking, gone, actionsOf }
}
