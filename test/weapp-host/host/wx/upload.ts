import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import type { HostLog } from '../log'
import { asyncApi } from './async-api'
import type { PhoneFiles } from './files'
import type { Network } from './network'

interface UploadOptions {
  url: string
  filePath: string
  name: string
  header?: Record<string, string>
  formData?: Record<string, string>
  timeout?: number
}

type Progress = (event: { progress: number; totalBytesSent: number; totalBytesExpectedToSend: number }) => void

/** wx.uploadFile: one file as multipart to the server that the phone's network knows, told as it goes. */
export function uploadApi(network: Network, files: PhoneFiles, log: HostLog) {
  return (options: UploadOptions) => {
    const abort = new AbortController()
    const listeners = new Set<Progress>()
    const tell: Progress = (event) => listeners.forEach((listener) => listener(event))
    const send = asyncApi<UploadOptions>(log, 'uploadFile', (given) =>
      upload(network, files, given, abort.signal, tell),
    )
    const promise = send(options)
    const task = {
      abort: () => abort.abort(),
      onProgressUpdate: (listener: Progress) => void listeners.add(listener),
      offProgressUpdate: (listener: Progress) => void listeners.delete(listener),
      onHeadersReceived() {},
      offHeadersReceived() {},
    }
    return promise ? Object.assign(promise, task) : task
  }
}

async function upload(
  network: Network,
  files: PhoneFiles,
  options: UploadOptions,
  abort: AbortSignal,
  tell: Progress,
): Promise<object> {
  const content = files.read(options.filePath)
  if (network.offline) throw new Error('no network')
  const url = new URL(options.url)
  const server = network.routes[url.origin]
  if (server === undefined) throw new Error(`url not in domain list: ${url.origin}`)
  const fault = network.uploadFaults?.shift()
  if (fault?.when === 'before') throw fault
  const answer = await post(new URL(url.pathname + url.search, server), wrapped(options, content), options, abort, tell)
  if (fault) throw fault
  return answer
}

interface Body {
  border: string
  bytes: Buffer
}

function wrapped({ name, filePath, formData = {} }: UploadOptions, content: Buffer): Body {
  const border = `----${randomUUID()}`
  const fields = Object.entries(formData).map(
    ([field, value]) => `--${border}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${border}\r\ncontent-disposition: form-data; name="${name}"; filename="${filePath.split('/').at(-1)}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const bytes = Buffer.concat([Buffer.from(fields.join('') + head), content, Buffer.from(`\r\n--${border}--\r\n`)])
  return { border, bytes }
}

const piece = 65_536

function post(
  url: URL,
  { border, bytes }: Body,
  { header = {}, timeout }: UploadOptions,
  abort: AbortSignal,
  tell: Progress,
) {
  const headers = {
    ...header,
    'content-type': `multipart/form-data; boundary=${border}`,
    'content-length': bytes.length,
  }
  return new Promise<object>((resolve, reject) => {
    const sending = request(url, { method: 'POST', headers }, (response) => {
      let data = ''
      response.setEncoding('utf8').on('data', (part: string) => (data += part))
      response.on('end', () =>
        resolve({ statusCode: response.statusCode, data, header: response.headers, cookies: [] }),
      )
    })
    const stop = (words: string) => () => sending.destroy(new Error(words))
    abort.addEventListener('abort', stop('abort'))
    if (timeout !== undefined) sending.setTimeout(timeout, stop('timeout'))
    sending.once('error', reject)
    const write = (from: number): void => {
      if (from >= bytes.length) return void sending.end()
      const to = Math.min(bytes.length, from + piece)
      sending.write(bytes.subarray(from, to), () => {
        tell({
          progress: Math.floor((to * 100) / bytes.length),
          totalBytesSent: to,
          totalBytesExpectedToSend: bytes.length,
        })
        write(to)
      })
    }
    write(0)
  })
}
