import Taro from './taro'

interface Asked {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
}
interface Reply {
  status: number
  body?: unknown
  header?: Record<string, string>
}
/** A function sees the request and how often this route was asked before. */
type Answering = Reply | ((asked: Asked, before: number) => Reply | Promise<Reply>)

/** Lets `Taro.request` answer by route: `{ 'GET /time': { status: 200, body } }`. Unnamed routes: no connection. */
export const answerWith = (routes: Record<string, Answering>) => {
  const asked: Asked[] = []
  const counts = new Map<string, number>()
  Taro.request = jest.fn(async (request: Asked) => {
    asked.push(request)
    const route = `${request.method ?? 'GET'} ${request.url.replace(/^.*\/api\/v1/, '')}`
    const before = counts.get(route) ?? 0
    counts.set(route, before + 1)
    const answering = routes[route]
    if (answering === undefined) throw { errMsg: 'request:fail' }
    const { status, body, header = {} } = typeof answering === 'function' ? await answering(request, before) : answering
    return { statusCode: status, data: body, header, errMsg: 'request:ok' }
  })
  return { asked, times: (route: string) => counts.get(route) ?? 0 }
}
