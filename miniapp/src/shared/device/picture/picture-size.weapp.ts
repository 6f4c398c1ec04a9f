import Taro from '@tarojs/taro'
import type { Size } from './shrink-plan'

export interface PictureSize extends Size {
  /** How EXIF says that the stored pixels have to be turned; a mirrored picture counts as `half`. */
  turn: 'none' | 'sideways' | 'half'
}

const sideways = ['left', 'right', 'left-mirrored', 'right-mirrored']

/** Upright pixels; undefined where the phone cannot read it (HEIC, PDF, a broken file). */
export const pictureSize = async (path: string): Promise<PictureSize | undefined> => {
  try {
    const { width, height, orientation = 'up' } = await Taro.getImageInfo({ src: path })
    if (!(width > 0 && height > 0)) return undefined
    if (sideways.includes(orientation)) return { width: height, height: width, turn: 'sideways' }
    return { width, height, turn: orientation === 'up' ? 'none' : 'half' }
  } catch {
    return undefined
  }
}
