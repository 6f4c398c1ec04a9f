import { createServer } from 'node:net'

const portOf = (server: ReturnType<typeof createServer>): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port')
  return address.port
}

/** A TCP port of 127.0.0.1 that nobody listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const port = portOf(server)
      server.close(() => resolve(port))
    })
  })

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

/** The first free port of 127.0.0.1 from `start` upwards, at most `start + 999`. */
export async function freePortFrom(start: number): Promise<number> {
  for (let port = start; port < start + 1000; port += 1) if (await isFree(port)) return port
  throw new Error(`no free port from ${start} to ${start + 999}`)
}
