import Taro from '@tarojs/taro'
import { mayBeSent } from './file-kind'
import { bytesOf, kindOfFile } from './files.weapp'
import { pickFailureOf } from './pick-failure'
import type { LeftOut, Picked, PickedFile, PickOptions, PickSource } from './picked'

/** WeChat's own limit in one go. */
const mostAtOnce = 9

interface Temporary {
  path: string
  size: number
  name?: string
}

/** PDFs lie in chats: WeChat shows an app no other folder. */
export const pdfComesFromChat = true

const sort = async (chosen: readonly Temporary[]): Promise<Picked> => {
  const files: PickedFile[] = []
  const leftOut: LeftOut[] = []
  for (const { path, size, name } of chosen) {
    const kind = await kindOfFile(path, name ?? path)
    const named = name === undefined ? {} : { name }
    const bytes = kind === undefined ? 0 : ((await bytesOf(path)) ?? size)
    if (kind === undefined) leftOut.push({ ...named, why: 'gone', kind: 'other' })
    else if (bytes === 0) leftOut.push({ ...named, why: 'empty', kind })
    else if (!mayBeSent(kind)) leftOut.push({ ...named, why: 'kind', kind })
    else files.push({ path, bytes, kind, ...named })
  }
  return { ok: true, files, leftOut }
}

interface Choice {
  count: number
  sourceType: PickSource[]
  sizeType: 'original'[]
}

const byImage = async (choice: Choice): Promise<Temporary[]> => (await Taro.chooseImage(choice)).tempFiles

const byMedia = async (choice: Choice): Promise<Temporary[]> => {
  const { tempFiles } = await Taro.chooseMedia({ ...choice, mediaType: ['image'] })
  return tempFiles.map(({ tempFilePath, size }) => ({ path: tempFilePath, size }))
}

/** The original: we make it smaller ourselves, so that small print stays legible. 企业微信 has only the older API, and may say so late. */
const choose = async (count: number, source: PickSource): Promise<Temporary[]> => {
  const choice: Choice = { count: Math.min(count, mostAtOnce), sourceType: [source], sizeType: ['original'] }
  if (!Taro.canIUse('chooseMedia')) return byImage(choice)
  try {
    return await byMedia(choice)
  } catch (error) {
    if (pickFailureOf(error) === 'unavailable' && Taro.canIUse('chooseImage')) return byImage(choice)
    throw error
  }
}

/** Photographs or chooses pictures. A phone without camera shows the album. Call it straight from a tap. */
export const pickPages = async ({ count, source }: PickOptions): Promise<Picked> => {
  try {
    return await sort(await choose(count, source))
  } catch (error) {
    const why = pickFailureOf(error)
    if (why === 'unavailable' && source === 'camera') return pickPages({ count, source: 'album' })
    return { ok: false, why }
  }
}

/** Chooses PDFs that lie in a chat. */
export const pickPdf = async (count: number): Promise<Picked> => {
  if (!Taro.canIUse('chooseMessageFile')) return { ok: false, why: 'unavailable' }
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count, type: 'file', extension: ['pdf'] })
    return await sort(tempFiles.map(({ path, size, name }) => ({ path, size, name })))
  } catch (error) {
    return { ok: false, why: pickFailureOf(error) }
  }
}

/** WeChat's page with the switches of this mini-program. Call it straight from a tap. */
export const openPermissions = async () => {
  try {
    await Taro.openSetting()
  } catch {
    // without that page the words beside the button say the way
  }
}
