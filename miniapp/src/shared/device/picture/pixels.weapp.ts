import type { Crop } from '@app/contract'
import Taro from '@tarojs/taro'
import type { Size } from './shrink-plan'

interface Canvas {
  createImage: () => { src: string; width: number; height: number; onload?: () => void; onerror?: () => void }
  getContext: (kind: '2d') => CanvasRenderingContext2D | null
}

const load = (canvas: Canvas, path: string) =>
  new Promise<CanvasImageSource & Size>((resolve, reject) => {
    const image = canvas.createImage()
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- WeChat's image is drawn like a browser's, but has no type of its own
    image.onload = () => resolve(image as unknown as HTMLImageElement)
    image.onerror = () => reject(new Error('not drawn'))
    image.src = path
  })

/** RGBA of a part of the picture, drawn at the given size; undefined where this phone draws nothing off the screen. */
export const readPixels = async (path: string, crop: Crop, { width, height }: Size) => {
  if (!Taro.canIUse('createOffscreenCanvas')) return undefined
  try {
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- Taro's type lacks createImage, which WeChat's canvas of type 2d has
    const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height }) as unknown as Canvas
    const image = await load(canvas, path)
    const context = canvas.getContext('2d')
    if (!context) return undefined
    const part = [crop.x * image.width, crop.y * image.height, crop.width * image.width, crop.height * image.height]
    const [x = 0, y = 0, w = 0, h = 0] = part
    context.drawImage(image, x, y, w, h, 0, 0, width, height)
    return context.getImageData(0, 0, width, height).data
  } catch {
    return undefined
  }
}
