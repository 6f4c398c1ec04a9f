import type { PageView } from '@app/contract'
import { call } from '../api/api'
import { mayPass } from './may-pass'
import { pagesOf, setPages } from './papers-store'
import type { Outcome } from './types'
import { changed } from './watch'

type Rotation = PageView['rotation']

/** How pages are to lie that the server has not turned yet. */
const wanted = new Map<string, { applicationId: string; rotation: Rotation }>()
const running = new Map<string, Promise<Outcome>>()

export const wantedRotation = (pageId: string) => wanted.get(pageId)?.rotation

/** Tells the server until it has the last wish: fast taps make few requests. */
const tell = async (applicationId: string, pageId: string): Promise<Outcome> => {
  const rotation = wanted.get(pageId)?.rotation
  const page = pagesOf(applicationId).find(({ id }) => id === pageId)
  if (rotation === undefined || !page || page.rotation === rotation) {
    wanted.delete(pageId)
    return { ok: true, status: 200, body: undefined }
  }
  const path = `/applications/${applicationId}/pages/${pageId}/rotation`
  const answer = await call<PageView>({ method: 'PUT', path, body: { rotation } })
  if (!answer.ok) {
    if (!mayPass(answer.failure)) wanted.delete(pageId)
    changed()
    return answer
  }
  setPages(applicationId, (pages) => pages.map((each) => (each.id === pageId ? answer.body : each)))
  return tell(applicationId, pageId)
}

const once = (applicationId: string, pageId: string) => {
  const before = running.get(pageId)
  if (before) return before
  const work = tell(applicationId, pageId).finally(() => running.delete(pageId))
  running.set(pageId, work)
  return work
}

/** Seen at once; without network it is told later. */
export const turnPage = (applicationId: string, pageId: string, rotation: Rotation): Promise<Outcome> => {
  wanted.set(pageId, { applicationId, rotation })
  changed()
  return once(applicationId, pageId)
}

/** Tells what could not be told before. */
export const syncTurns = (applicationId: string) =>
  wanted.forEach((wish, pageId) => {
    if (wish.applicationId === applicationId) void once(applicationId, pageId)
  })

export const forgetTurns = () => wanted.clear()
