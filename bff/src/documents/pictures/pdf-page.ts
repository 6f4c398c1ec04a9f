import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { Pixels } from './engine'
import { masterSide } from './picture-limits'
import { PictureRefused } from './picture-refused'

let library: Promise<PDFiumLibrary> | undefined

/** One page (from 0) as RGBA with the long side that the master has; the page's own turn is carried out. */
export async function drawPdfPage(file: Buffer, index: number): Promise<Pixels> {
  library ??= PDFiumLibrary.init()
  const document = await (await library).loadDocument(file)
  try {
    if (index >= document.getPageCount()) throw new PictureRefused('unreadable-file')
    const page = document.getPage(index)
    const { originalWidth, originalHeight } = page.getOriginalSize()
    if (!(Math.min(originalWidth, originalHeight) > 0)) throw new PictureRefused('unreadable-file')
    const scale = masterSide / Math.max(originalWidth, originalHeight)
    const size = { width: Math.ceil(originalWidth * scale), height: Math.ceil(originalHeight * scale) }
    const { data, width, height } = await page.render({ ...size, renderFormFields: true })
    return { data: Buffer.from(data.buffer, data.byteOffset, data.byteLength), width, height, channels: 4 }
  } finally {
    document.destroy()
  }
}
