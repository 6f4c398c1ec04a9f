import type { Size } from './shrink-plan'

/** The picture as the browser draws it: upright by EXIF. undefined where it cannot (HEIC, PDF, a broken file). */
export const loadPicture = (path: string) =>
  new Promise<HTMLImageElement | undefined>((resolve) => {
    const image = new Image()
    image.onload = () => resolve(image.naturalWidth > 0 ? image : undefined)
    image.onerror = () => resolve(undefined)
    image.src = path
  })

/** Upright pixels; undefined where the browser cannot read it. */
export const pictureSize = async (path: string): Promise<Size | undefined> => {
  const image = await loadPicture(path)
  return image && { width: image.naturalWidth, height: image.naturalHeight }
}
