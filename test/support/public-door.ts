import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** One address in front of servers that come and go, as a load balancer has it. Bytes pass as they are. */
export interface PublicDoor {
  url: string
  /** From now on connections lead to that address, too, in turns. Answers how to take it away again. */
  leadTo(url: string): () => void
  close(): Promise<void>
}

/** A connection that comes while nobody is behind the door is cut. */
export async function openPublicDoor(): Promise<PublicDoor> {
  const behind: string[] = []
  const open = new Set<Socket>()
  let turn = 0
  const server = createServer((caller) => {
    const url = behind[turn++ % behind.length]
    keep(caller)
    if (url === undefined) return caller.destroy()
    const { hostname, port } = new URL(url)
    const answerer = keep(connect(Number(port), hostname))
    caller.pipe(answerer).pipe(caller)
    // One that breaks takes the other with it; an end passes by itself, after what was written before it.
    caller.once('close', () => answerer.destroy())
    answerer.once('error', () => caller.destroy())
  })
  const keep = (socket: Socket): Socket => {
    open.add(socket)
    return socket.once('close', () => open.delete(socket)).on('error', () => undefined)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const leadTo = (url: string): (() => void) => {
    behind.push(url)
    return () => void (behind.includes(url) && behind.splice(behind.indexOf(url), 1))
  }
  const close = (): Promise<void> => {
    for (const socket of open) socket.destroy()
    return new Promise((resolve) => server.close(() => resolve()))
  }
  return { url: `http://127.0.0.1:${port}`, leadTo, close }
}
