import Taro from '@tarojs/taro'
import { bytesOf, kindOfFile } from './files.weapp'
import type { PickedFile } from './picked'
import { type PictureSize, pictureSize } from './picture-size.weapp'
import { isFaithful, shrinkPlan, type ShrinkPlan } from './shrink-plan'

/** Whether the phone has kept the turn by EXIF or has turned the pixels. A half turn that is lost shows in no size. */
const turnKept = (before: PictureSize, after: PictureSize) =>
  before.turn === 'none' || after.turn !== 'none' || (before.turn === 'sideways' && before.width !== before.height)

const compressed = async (file: PickedFile, { size, quality }: ShrinkPlan, before: PictureSize) => {
  // WeChat does not say whether it counts the width before or after the turn: only where there is none
  const sides = before.turn === 'none' ? { compressedWidth: size.width, compressedHeight: size.height } : {}
  const { tempFilePath: path } = await Taro.compressImage({ src: file.path, quality, ...sides })
  const [bytes, after, kind] = await Promise.all([bytesOf(path), pictureSize(path), kindOfFile(path)])
  if (bytes === undefined || !after || !kind || !turnKept(before, after)) return file
  return isFaithful({ bytes: file.bytes, size: before }, { bytes, size: after }) ? { ...file, path, bytes, kind } : file
}

/** A smaller copy of a large picture; the file itself where that is not needed, not possible or not good. iOS does only JPEG. */
export const shrink = async (file: PickedFile): Promise<PickedFile> => {
  const before = await pictureSize(file.path)
  const plan = before && shrinkPlan(file.bytes, file.kind, before)
  if (!before || !plan) return file
  try {
    return await compressed(file, plan, before)
  } catch {
    return file
  }
}
