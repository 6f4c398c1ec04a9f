import Taro from '@tarojs/taro'
import { isOffline } from '../device/network'
import { type Answer, failed, type Failure } from './failure'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Sending {
  method: Method
  /** Below `/api/v1`, e.g. `/me`. */
  path: string
  body?: object | undefined
  headers?: Record<string, string>
  /** ms; the platform's own timers are not trusted to fire. */
  patience?: number
}

type Outcome =
  | { kind: 'answer'; status: number; data: unknown; headers: Record<string, unknown> }
  | { kind: 'lost' }
  | { kind: 'timeout' }

const headerOf = (headers: Record<string, unknown>, name: string) => {
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
  return typeof found === 'string' ? found : undefined
}

/** What an answer of ours says went wrong; undefined: it is not ours. */
export const failureOf = (data: unknown): Failure | undefined => {
  if (typeof data !== 'object' || data === null || !('code' in data) || typeof data.code !== 'string') return undefined
  const facts = 'facts' in data && typeof data.facts === 'object' && data.facts !== null ? { ...data.facts } : {}
  const requestId = 'requestId' in data && typeof data.requestId === 'string' ? { requestId: data.requestId } : {}
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- untrusted input; a code newer than this app is caught where its words are looked up
  return { code: data.code as Failure['code'], facts, ...requestId }
}

const ask = async ({ method, path, body, headers = {}, patience = 15_000 }: Sending): Promise<Outcome> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const task = Taro.request<unknown>({
    url: `${API_BASE}/api/v1${path}`,
    method,
    header: { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body ? { data: body } : {}),
    timeout: patience,
  })
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'timeout' }), patience + 500)
  })
  const answered = task.then(
    ({ statusCode, data, header }): Outcome => ({ kind: 'answer', status: statusCode, data, headers: { ...header } }),
    (error: unknown): Outcome => (/time.?out/i.test(JSON.stringify(error)) ? { kind: 'timeout' } : { kind: 'lost' }),
  )
  try {
    return await Promise.race([answered, late])
  } finally {
    clearTimeout(timer)
  }
}

/** One request, no sign-in. T is what the contract says of the route; the body is taken on trust of our own server. */
export const send = async <T>(sending: Sending): Promise<Answer<T>> => {
  const outcome = await ask(sending)
  if (outcome.kind === 'timeout') return failed('timeout')
  if (outcome.kind === 'lost') return failed((await isOffline()) ? 'offline' : 'unreachable')
  const { status, data, headers } = outcome
  if (status < 300 || status === 304) {
    const etag = headerOf(headers, 'etag')
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- our own server's answer, shaped by the contract that both are built from
    return { ok: true, status, body: data as T, ...(etag === undefined ? {} : { etag }) }
  }
  const failure = failureOf(data)
  return failure ? { ok: false, failure } : failed('unreadable', { status })
}
