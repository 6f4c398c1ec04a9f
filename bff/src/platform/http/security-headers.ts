import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Settings } from '../settings/settings'

/** What a browser may load and show from here. The H5 page adds style elements; scripts only come as files. */
export async function securityHeaders(fastify: FastifyInstance, settings: Settings): Promise<void> {
  const partners = [settings.previewWechatUrl, settings.sandboxClockUrl]
    .filter((url) => url !== undefined)
    .map((url) => new URL(url).origin)
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", ...partners],
        formAction: ["'self'", ...partners],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // The proxy in front of production sets it together with its certificate; on plain HTTP it is void.
    strictTransportSecurity: settings.environment === 'production',
  })
}
