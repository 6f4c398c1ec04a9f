import http from 'node:http'
import type { AddressInfo } from 'node:net'

type Answers = Record<string, object>

/** A server that answers by route what a test lays down, and keeps in which order it was asked. */
export class StubServer {
  readonly asked: string[] = []
  answers: Answers = {}

  private constructor(private readonly server: http.Server) {}

  static async open(): Promise<StubServer> {
    const server = http.createServer((request, response) => {
      const route = `${request.method ?? ''} ${(request.url ?? '').replace('/api/v1', '')}`
      stub.asked.push(route)
      const body = stub.answers[route]
      response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body ?? { code: 'not-found', facts: {}, requestId: 'r1' }))
    })
    const stub = new StubServer(server)
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    return stub
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  close(): Promise<unknown> {
    this.server.closeAllConnections()
    return new Promise((closed) => this.server.close(closed))
  }
}
