import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { type AddressInfo } from 'node:net'

/** Where a stand-in listens. Port 0 takes any free one. Only this machine reaches it. */
export interface Listening {
  url: string
  close(): Promise<void>
}

export function createServer(options: FastifyServerOptions = {}): FastifyInstance {
  // By default fastify drops unknown fields and bends types; a stand-in refuses them.
  const ajv = { customOptions: { removeAdditional: false, coerceTypes: false } } as const
  return fastify({ logger: false, forceCloseConnections: true, ajv, ...options })
}

export async function listen(app: FastifyInstance, port = 0): Promise<Listening> {
  await app.listen({ host: '127.0.0.1', port })
  const address: AddressInfo | undefined = app.addresses()[0]
  if (!address) throw new Error('The stand-in listens nowhere.')
  return { url: `http://127.0.0.1:${address.port}`, close: () => app.close() }
}
