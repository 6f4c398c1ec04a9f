import type { Crop } from '@app/contract'
import { loadPicture } from './picture-size.h5'
import type { Size } from './shrink-plan'

/** RGBA of a part of the picture, drawn at the given size; undefined where the browser draws nothing. */
export const readPixels = async (path: string, crop: Crop, { width, height }: Size) => {
  const image = await loadPicture(path)
  const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')
  if (!image || !context) return undefined
  const { naturalWidth, naturalHeight } = image
  const [x, y] = [crop.x * naturalWidth, crop.y * naturalHeight]
  context.drawImage(image, x, y, crop.width * naturalWidth, crop.height * naturalHeight, 0, 0, width, height)
  return context.getImageData(0, 0, width, height).data
}
