import Taro from '@tarojs/taro'
import { headBytes, kindByName, kindOf } from './file-kind'
import { wxError } from './pick-failure'
import type { FileKind, PickedFile } from './picked'

/** Where a file lies until it has arrived. */
export interface KeptFile {
  /** What `sendFile`, `pictureOf` and `dropFile` know it by. */
  handle: string
  /** False: it ends with the app (the phone is full). */
  safe: boolean
}

const manager = () => Taro.getFileSystemManager()
const root = () => Taro.env.USER_DATA_PATH ?? ''
const isGone = (error: unknown) => /no such file|not found|not exist/i.test(wxError(error).words)

const readHead = (filePath: string) =>
  new Promise<Uint8Array>((resolve, reject) => {
    manager().readFile({
      filePath,
      position: 0,
      length: headBytes,
      success: ({ data }) => resolve(typeof data === 'string' ? new Uint8Array() : new Uint8Array(data)),
      fail: reject,
    })
  })

/** undefined: there is no such file. */
export const kindOfFile = async (path: string, name = path): Promise<FileKind | undefined> => {
  try {
    return kindOf(await readHead(path))
  } catch (error) {
    return isGone(error) ? undefined : kindByName(name)
  }
}

/** undefined: there is no such file. */
export const bytesOf = (path: string) =>
  new Promise<number | undefined>((resolve) => {
    manager().getFileInfo({ filePath: path, success: ({ size }) => resolve(size), fail: () => resolve(undefined) })
  })

/** Moves it to where WeChat does not sweep; 200 MB in all are ours there. */
export const keepFile = (key: string, { path, kind }: PickedFile) =>
  new Promise<KeptFile | undefined>((resolve) => {
    const handle = `${root()}/upload-${key}.${kind === 'jpeg' ? 'jpg' : kind}`
    manager().copyFile({
      srcPath: path,
      destPath: handle,
      success: () => resolve({ handle, safe: true }),
      // no room: the temporary file is there as long as the app is open
      fail: (error) => resolve(isGone(error) ? undefined : { handle: path, safe: false }),
    })
  })

/** WeChat sweeps its temporary files itself. */
export const letGo = (_path: string) => undefined

/** Only copies of ours: what WeChat keeps it sweeps itself. */
export const dropFile = (handle: string) =>
  new Promise<void>((resolve) => {
    if (!handle.startsWith(`${root()}/`)) return resolve()
    manager().unlink({ filePath: handle, complete: () => resolve() })
  })

/** For an Image's `src`. */
export const pictureOf = async (handle: string): Promise<string | undefined> => handle
