import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'

/** A PDF of so many pages; with a password, none can be seen without it. */
export async function pdf(pages: number, password?: string): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false, ...(password && { userPassword: password }) })
  for (let page = 1; page <= pages; page += 1) document.addPage().text(`sample page ${page}`)
  document.end()
  return buffer(document)
}
