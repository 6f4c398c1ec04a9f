import { keptBlob } from '../picture/files.h5'
import { type FileToSend, type OnProgress, type SendingFile, type Sent } from './sent'

/** Taro's own upload fetches `blob:` addresses, which the page's security policy refuses; it gives the same progress and abort. */
const post = (request: XMLHttpRequest, file: Blob, { url, header, patience }: FileToSend, tell: OnProgress) =>
  new Promise<Sent>((resolve) => {
    const lost = (how: (Sent & { kind: 'lost' })['how']) => () => resolve({ kind: 'lost', how })
    request.open('POST', url)
    request.timeout = patience
    Object.entries(header).forEach(([name, value]) => request.setRequestHeader(name, value))
    request.upload.onprogress = ({ loaded, total }) => tell(Math.round((loaded / total) * 100), loaded)
    request.onload = () => resolve({ kind: 'answer', status: request.status, text: request.responseText })
    request.onabort = lost('aborted')
    request.ontimeout = lost('slow')
    request.onerror = lost('connection')
    const form = new FormData()
    form.append('file', file, 'page')
    request.send(form)
  })

/** One multipart upload with the part `file`. */
export const sendFile = (file: FileToSend, tell: OnProgress): SendingFile => {
  const request = new XMLHttpRequest()
  let aborted = false
  const send = async (): Promise<Sent> => {
    const blob = await keptBlob(file.handle)
    if (!blob) return { kind: 'gone' }
    return aborted ? { kind: 'lost', how: 'aborted' } : post(request, blob, file, tell)
  }
  const abort = () => {
    aborted = true
    request.abort()
  }
  return { done: send(), abort }
}
