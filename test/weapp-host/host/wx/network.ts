import type { HostLog } from '../log'
import { asyncApi } from './async-api'

/** The phone's network: which names of the mini-program lead to which server, and whether it has a signal at all. */
export interface Network {
  /** `https://bff.example.invalid` → `http://127.0.0.1:4301`. A name that is not here is outside the allowed domains. */
  routes: Record<string, string>
  offline: boolean
  /** What breaks the next uploads, one each: before the server hears of it, or after it has answered. */
  uploadFaults?: UploadFault[]
}

export interface UploadFault {
  when: 'before' | 'after'
  errMsg: string
  errno?: number
}

interface RequestOptions {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
  dataType?: string
  timeout?: number
}

export interface Answer {
  statusCode: number
  data: unknown
  header: Record<string, string>
  cookies: string[]
}

/** WeChat's own limit where a request sets none. */
const defaultTimeout = 60_000

export function networkApis(network: Network, log: HostLog) {
  const request = (options: RequestOptions) => {
    const abort = new AbortController()
    const timeout = AbortSignal.timeout(options.timeout ?? defaultTimeout)
    const signal = AbortSignal.any([abort.signal, timeout])
    const send = asyncApi<RequestOptions>(log, 'request', (given) =>
      ask(network, given, signal).catch((error: Error) => {
        if (abort.signal.aborted) throw new Error('abort')
        if (timeout.aborted) throw new Error('timeout')
        throw error
      }),
    )
    const promise = send(options)
    const task = { abort: () => abort.abort(), onHeadersReceived() {}, offHeadersReceived() {}, onChunkReceived() {} }
    return promise ? Object.assign(promise, task) : task
  }
  return {
    request,
    getNetworkType: asyncApi(log, 'getNetworkType', () => ({ networkType: network.offline ? 'none' : 'wifi' })),
  }
}

async function ask(network: Network, options: RequestOptions, signal: AbortSignal): Promise<Answer> {
  if (network.offline) throw new Error('no network')
  const url = new URL(options.url)
  const server = network.routes[url.origin]
  if (server === undefined) throw new Error(`url not in domain list: ${url.origin}`)
  const method = (options.method ?? 'GET').toUpperCase()
  const header = lowerCaseKeys({ 'content-type': 'application/json', ...options.header })
  const target = new URL(url.pathname + url.search, server)
  const body = method === 'GET' || method === 'HEAD' ? undefined : bodyOf(options.data)
  if (body === undefined) addQuery(target, options.data)
  const response = await fetch(target, { method, headers: header, body, signal, redirect: 'manual' })
  return {
    statusCode: response.status,
    header: headerOf(response),
    cookies: response.headers.getSetCookie(),
    data: readBody(await response.text(), options.dataType),
  }
}

const lowerCaseKeys = (header: Record<string, string>) =>
  Object.fromEntries(Object.entries(header).map(([key, value]) => [key.toLowerCase(), value]))

function headerOf(response: Response): Record<string, string> {
  const header: Record<string, string> = {}
  response.headers.forEach((value, key) => (header[key] = value))
  return header
}

const bodyOf = (data: unknown): string =>
  data === undefined ? '' : typeof data === 'string' ? data : JSON.stringify(data)

function addQuery(target: URL, data: unknown) {
  if (typeof data !== 'object' || data === null) return
  for (const [key, value] of Object.entries(data)) target.searchParams.set(key, String(value))
}

/** WeChat parses the body as JSON unless told otherwise, and hands over the text where it is none. */
function readBody(text: string, dataType = 'json'): unknown {
  if (dataType !== 'json') return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
