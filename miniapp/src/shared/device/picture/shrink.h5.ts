import { pathOf } from './blobs.h5'
import type { PickedFile } from './picked'
import { loadPicture } from './picture-size.h5'
import { isFaithful, shrinkPlan, type ShrinkPlan } from './shrink-plan'

/** Upright, on white where it was transparent. undefined: the browser has no room for it. */
const draw = (image: HTMLImageElement, { size: { width, height }, quality }: ShrinkPlan) =>
  new Promise<Blob | undefined>((resolve) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const context = canvas.getContext('2d')
    if (!context) return resolve(undefined)
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, 0, 0, width, height)
    canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', quality / 100)
  })

/** A smaller copy of a large picture; the file itself where that is not needed, not possible or not good. */
export const shrink = async (file: PickedFile): Promise<PickedFile> => {
  const image = await loadPicture(file.path)
  const size = image && { width: image.naturalWidth, height: image.naturalHeight }
  const plan = size && shrinkPlan(file.bytes, file.kind, size)
  if (!plan) return file
  const blob = await draw(image, plan)
  if (!blob || !isFaithful({ bytes: file.bytes, size }, { bytes: blob.size, size: plan.size })) return file
  return { ...file, path: pathOf(blob), bytes: blob.size, kind: 'jpeg' }
}
