import type { Drawing, Kept } from './drawn'

/** Where it went, for the person. */
export const keptWords = '已下载。请在浏览器的“下载”里找。'

const pngOf = ({ width, height, draw }: Drawing) =>
  new Promise<Blob | null>((resolve) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const pen = canvas.getContext('2d')
    if (!pen) return resolve(null)
    draw(pen)
    canvas.toBlob(resolve, 'image/png')
  })

/** ms until the browser has surely begun to read the file. */
const reading = 10_000

/** Draws it and downloads it as a PNG. */
export const keepDrawing = async (drawing: Drawing): Promise<Kept> => {
  const png = await pngOf(drawing)
  if (!png) return 'failed'
  const href = URL.createObjectURL(png)
  Object.assign(document.createElement('a'), { href, download: `${drawing.name}.png` }).click()
  setTimeout(() => URL.revokeObjectURL(href), reading)
  return 'kept'
}

/** A browser lets nobody open the switch from here. */
export const openAlbumSwitch = async () => undefined
