import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'

interface Got {
  headers: Headers
  body: Buffer
}

export interface Endpoint {
  url: string
  got: Got[]
  /** Status of the next answers; once used up, 204. 0 cuts the connection. */
  statuses: number[]
  close(): Promise<void>
}

/** Where a merchant gets its callbacks. */
export async function merchantEndpoint(): Promise<Endpoint> {
  const got: Got[] = []
  const statuses: number[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', () => {
        got.push({ headers: new Headers(request.headers as Record<string, string>), body: Buffer.concat(parts) })
        const status = statuses.shift() ?? 204
        if (status === 0) request.socket.destroy()
        else response.writeHead(status, status === 302 ? { location: '/' } : {}).end()
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = (): Promise<void> => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(() => resolve()))
  }
  return { url: `http://127.0.0.1:${port}/wechat-pay/notifications`, got, statuses, close }
}
