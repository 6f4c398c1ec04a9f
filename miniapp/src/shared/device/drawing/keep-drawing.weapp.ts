import Taro from '@tarojs/taro'
import { openPermissions } from '../picture/pick.weapp'
import { pickFailureOf } from '../picture/pick-failure'
import type { Drawing, Kept, Pen } from './drawn'
import { easelId } from './easel-id'

/** Where it went, for the person. */
export const keptWords = '已存到手机相册。'

/** WeChat's canvas of type 2d, of which Taro's types know no sizes and no pen. */
type Canvas = Taro.Canvas & { width: number; height: number }

const isCanvas = (raw: unknown): raw is Canvas => typeof raw === 'object' && raw !== null && 'getContext' in raw
const isPen = (raw: object | null): raw is Pen => raw !== null && 'fillText' in raw

const findCanvas = () =>
  new Promise<Canvas | undefined>((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${easelId}`)
      .fields({ node: true })
      .exec((found: unknown[]) => {
        const [first] = found
        const node = typeof first === 'object' && first !== null && 'node' in first ? first.node : undefined
        resolve(isCanvas(node) ? node : undefined)
      })
  })

const drawn = async ({ width, height, draw }: Drawing) => {
  const canvas = await findCanvas()
  const pen: object | null = canvas?.getContext('2d') ?? null
  if (!canvas || !isPen(pen)) return undefined
  Object.assign(canvas, { width, height })
  draw(pen)
  const area = { x: 0, y: 0, width, height, destWidth: width, destHeight: height }
  return (await Taro.canvasToTempFilePath({ canvas, ...area, fileType: 'png' })).tempFilePath
}

/** Draws it on the page's Easel and puts it into the album. Call it straight from a tap: WeChat may ask the person. */
export const keepDrawing = async (drawing: Drawing): Promise<Kept> => {
  try {
    const filePath = await drawn(drawing)
    if (filePath === undefined) return 'failed'
    await Taro.saveImageToPhotosAlbum({ filePath })
    return 'kept'
  } catch (error) {
    const why = pickFailureOf(error)
    if (why === 'cancelled') return 'cancelled'
    return why === 'permission' || why === 'privacy' ? 'refused' : 'failed'
  }
}

/** WeChat's page with the switches of this mini-program. */
export const openAlbumSwitch = openPermissions
