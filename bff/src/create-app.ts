import { randomUUID } from 'node:crypto'
import multipart from '@fastify/multipart'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Logger } from 'nestjs-pino'
import { AppModule } from './app.module'
import { AppError } from './platform/errors/app-error'
import { isTooDeep } from './platform/http/depth'
import { serveDocs } from './platform/http/open-api'
import { RawRoutes } from './platform/http/raw-routes'
import { securityHeaders } from './platform/http/security-headers'
import { serveH5 } from './platform/http/serve-h5'
import { servePreview } from './platform/http/serve-preview'
import { wellFormed } from './platform/http/well-formed'
import type { Settings } from './platform/settings/settings'
import { SystemClock, type Clock } from './platform/time/clock'
import { SandboxClock } from './platform/time/sandbox-clock'

/** Longest JSON body; photos and messages of the office have routes of their own. */
const bodyLimit = 131_072
/** A phone that sends nothing for so long is gone; 20 MB at 256 kbit/s take 640 s and have to arrive. */
const timeouts = { connectionTimeout: 60_000, requestTimeout: 900_000 }

/** The web application, ready to listen. The caller closes it. */
export async function createApp(settings: Settings, clock: Clock): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit,
    ...timeouts,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    frameworkErrors: (_error: Error, { id }: FastifyRequest, reply: FastifyReply) => {
      void reply.code(404).header('x-request-id', id).send({ code: 'not-found', facts: {}, requestId: id })
    },
  })
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings, clock), adapter, {
    bufferLogs: true,
    abortOnError: false,
  })
  app.useLogger(app.get(Logger))
  const fastify = app.getHttpAdapter().getInstance()
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id)
    forgetTypeOfNothing(request)
  })
  fastify.addHook('preValidation', async (request) => {
    if (isTooDeep(request.body)) throw new AppError('body-invalid', { fields: [] })
    request.body = wellFormed(request.body)
  })
  await fastify.register(multipart)
  await securityHeaders(fastify, settings)
  await app.get(RawRoutes).mount(fastify)
  servePreview(fastify, settings)
  if (settings.h5Folder !== undefined) await serveH5(fastify, settings.h5Folder)
  if (settings.environment !== 'production') serveDocs(app)
  app.enableShutdownHooks()
  await app.init()
  await fastify.ready()
  return app
}

/** wx.request calls every body JSON, also where there is none; Fastify would refuse an empty one. */
function forgetTypeOfNothing({ headers }: FastifyRequest): void {
  if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) {
    delete headers['content-type']
  }
}

/** The sandbox's clock where it is set, the machine's otherwise. */
export async function openClock(settings: Settings): Promise<Clock> {
  if (settings.sandboxClockUrl === undefined) return new SystemClock()
  const clock = new SandboxClock(settings.sandboxClockUrl)
  await clock.follow()
  return clock
}
