import type { PageView } from '@app/contract'
import { pictureOf } from '../device/picture/files'
import type { FileKind } from '../device/picture/picked'
import { changed } from './watch'

const local = new Map<string, string | undefined>()

/** What every phone can draw by itself. */
const isDrawn = (kind: FileKind) => kind !== 'pdf' && kind !== 'heic'

/** A kept file for an Image's `src`; undefined until it is read, and for what a phone may not be able to draw. */
export const localPicture = (handle: string | undefined, kind: FileKind): string | undefined => {
  if (handle === undefined || !isDrawn(kind)) return undefined
  if (!local.has(handle)) {
    local.set(handle, undefined)
    void pictureOf(handle).then((picture) => {
      local.set(handle, picture)
      if (picture !== undefined) changed()
    })
  }
  return local.get(handle)
}

export interface ServerPicture {
  small: string
  large: string
  /** As it lies in them. */
  rotation: PageView['rotation']
}

const made = new Map<string, ServerPicture>()
const whole = (link: string) => (link.startsWith('/') ? `${API_BASE}${link}` : link)

/** The server's copies; while a page is turned there the last ones. */
export const serverPicture = ({ id, links, rotation }: PageView): ServerPicture | undefined => {
  if (links) made.set(id, { small: whole(links.thumbnail), large: whole(links.display), rotation })
  return made.get(id)
}

export const forgetPictures = () => {
  local.clear()
  made.clear()
}
