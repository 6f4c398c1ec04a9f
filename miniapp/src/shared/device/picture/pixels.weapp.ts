import type { Crop } from '@app/contract'
import Taro from '@tarojs/taro'
import type { Size } from './shrink-plan'

interface Image extends Size {
  src: string
  onload?: () => void
  onerror?: () => void
}

interface Context {
  drawImage: (image: Image, ...parts: [number, number, number, number, number, number, number, number]) => void
  getImageData: (x: number, y: number, width: number, height: number) => { data: Uint8ClampedArray }
}

/** WeChat's canvas of type 2d, which Taro's types know only as that of a browser. */
interface Canvas {
  createImage: () => Image
  getContext: (kind: '2d') => Context | null
}

const isCanvas = (raw: object): raw is Canvas => 'createImage' in raw && 'getContext' in raw

const load = (canvas: Canvas, path: string) =>
  new Promise<Image>((resolve, reject) => {
    const image = canvas.createImage()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('not drawn'))
    image.src = path
  })

/** RGBA of a part of the picture, drawn at the given size; undefined where this phone draws nothing off the screen. */
export const readPixels = async (path: string, crop: Crop, { width, height }: Size) => {
  if (!Taro.canIUse('createOffscreenCanvas')) return undefined
  try {
    const canvas: object = Taro.createOffscreenCanvas({ type: '2d', width, height })
    if (!isCanvas(canvas)) return undefined
    const image = await load(canvas, path)
    const context = canvas.getContext('2d')
    if (!context) return undefined
    const [left, top] = [crop.x * image.width, crop.y * image.height]
    context.drawImage(image, left, top, crop.width * image.width, crop.height * image.height, 0, 0, width, height)
    return context.getImageData(0, 0, width, height).data
  } catch {
    return undefined
  }
}
