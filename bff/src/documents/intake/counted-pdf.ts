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
    const document = await library.loadDocument(file).catch((error: unknown) => {
      throw new AppError(isLocked(error) ? 'pdf-locked' : 'file-broken')
    })
    const pages = document.getPageCount()
    document.destroy()
    if (pages < 1) throw new AppError('file-broken')
    if (pages > pageLimits.pdfPages) throw new AppError('pdf-too-many-pages', { pages, limit: pageLimits.pdfPages })
    return pages
  }
}

const isLocked = (error: unknown): boolean => error instanceof Error && /password|security/i.test(error.message)
