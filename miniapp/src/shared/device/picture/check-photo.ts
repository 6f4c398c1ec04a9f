import type { Crop, PageHintCode, PhotoSpecification } from '@app/contract'
import { backgroundOf } from './background'
import type { PickedFile } from './picked'
import { pictureSize } from './picture-size'
import { readPixels } from './pixels'

export type PhotoHint = Extract<PageHintCode, 'photo-small' | 'photo-background'>

/** Enough to see a colour by. */
const small = 64

/**
 * What a phone can tell of a certificate photo before it is sent: too few pixels in the crop, a wrong colour behind the person. Only
 * hints: where the phone cannot read the picture there are none, and the server looks again.
 */
export const checkPhoto = async (file: PickedFile, crop: Crop, wanted: PhotoSpecification): Promise<PhotoHint[]> => {
  const size = await pictureSize(file.path)
  const tooSmall =
    size !== undefined &&
    (Math.round(size.width * crop.width) < wanted.widthPx || Math.round(size.height * crop.height) < wanted.heightPx)
  const drawn = { width: small, height: Math.round((small * wanted.heightPx) / wanted.widthPx) }
  const pixels = wanted.background ? await readPixels(file.path, crop, drawn) : undefined
  const otherColour = pixels !== undefined && backgroundOf(pixels, drawn.width, drawn.height) !== wanted.background
  return [...(tooSmall ? ['photo-small' as const] : []), ...(otherColour ? ['photo-background' as const] : [])]
}
