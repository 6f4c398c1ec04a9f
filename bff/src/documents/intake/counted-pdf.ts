import { Injectable } from '@nestjs/common'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { AppError } from '../../platform/errors/app-error'
import { pageLimits } from './limits'

/** Counts the pages of a PDF without drawing one; one file at a time, since each is held in memory. */
@Injectable()
export class CountedPdf {
  private library: Promise<PDFiumLibrary> | undefined
  private tail: Promise<unknown> = Promise.resolve()

  /** @throws AppError `pdf-locked`, `pdf-too-many-pages`, `file-broken` */
  pagesOf(read: () => Promise<Buffer>): Promise<number> {
    const mine = this.tail.then(async () => this.count(await read()))
    this.tail = mine.catch(() => undefined)
    return mine
  }

  private async count(file: Buffer): Promise<number> {
    this.library ??= PDFiumLibrary.init()
    const library = await this.library
    const pages = await countedBy(library, file).catch((error: unknown) => {
      // A library that broke in itself would refuse every later file.
      if (error instanceof Error && error.name === 'RuntimeError') this.library = undefined
      throw new AppError(isLocked(error) ? 'pdf-locked' : 'file-broken')
    })
    if (pages < 1) throw new AppError('file-broken')
    if (pages > pageLimits.pdfPages) throw new AppError('pdf-too-many-pages', { pages, limit: pageLimits.pdfPages })
    return pages
  }
}

async function countedBy(library: PDFiumLibrary, file: Buffer): Promise<number> {
  const document = await library.loadDocument(file)
  try {
    return document.getPageCount()
  } finally {
    document.destroy()
  }
}

const isLocked = (error: unknown): boolean => error instanceof Error && /password|security/i.test(error.message)
