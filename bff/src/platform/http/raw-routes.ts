import { Injectable } from '@nestjs/common'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../errors/app-error'
import { ErrorFilter } from './error-filter'
import { routes } from './routes'

export interface RawRequest {
  method: string
  /** Path and query as they came. */
  target: string
  headers: FastifyRequest['headers']
  body: Buffer
  requestId: string
}

export interface RawAnswer {
  status: number
  /** A text goes as text/plain. */
  body?: object | string
}

export type RawHandler = (request: RawRequest) => Promise<RawAnswer>

/** Routes that verify the bytes as they came. A feature registers the handler of a row that is marked `raw`. */
@Injectable()
export class RawRoutes {
  private readonly handlers = new Map<string, RawHandler>()

  constructor(private readonly errors: ErrorFilter) {}

  register(path: string, handler: RawHandler): void {
    if (!routes.some((row) => row.raw && row.path === path)) throw new Error(`No raw row for ${path}`)
    this.handlers.set(path, handler)
  }

  /** In a scope of its own, where no parser but ours is left: JSON, text, XML and no type give the same bytes. */
  async mount(fastify: FastifyInstance): Promise<void> {
    await fastify.register(async (scope) => {
      scope.setErrorHandler((error, request, reply) => this.errors.answer(error, request, reply))
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 65_536 }, (_request, body, done) =>
        done(null, body),
      )
      for (const { method, path } of routes.filter(({ raw }) => raw)) {
        scope.route({
          method,
          url: path,
          handler: async (request, reply) => {
            const { status, body } = await this.answer(path, request)
            return reply.code(status).send(body)
          },
        })
      }
    })
  }

  private async answer(path: string, request: FastifyRequest): Promise<RawAnswer> {
    const handler = this.handlers.get(path)
    if (!handler) throw new AppError('not-found')
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    return handler({
      method: request.method,
      target: request.url,
      headers: request.headers,
      body,
      requestId: request.id,
    })
  }
}
