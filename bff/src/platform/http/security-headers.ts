import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Settings } from '../settings/settings'

/** What a browser may load and show from here. The H5 page adds style elements. */
export async function securityHeaders(fastify: FastifyInstance, settings: Settings): Promise<void> {
  const partners = [settings.previewWechatUrl, settings.sandboxClockUrl]
    .filter((url) => url !== undefined)
    .map((url) => new URL(url).origin)
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...inlineScripts(settings.h5Folder)],
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

/** Scripts that the build wrote into the page itself are let run by their digest; any other inline script is not. */
function inlineScripts(h5Folder: string | undefined): string[] {
  const page = path.join(h5Folder ?? '', 'index.html')
  if (h5Folder === undefined || !existsSync(page)) return []
  const scripts = readFileSync(page, 'utf8').matchAll(/<script>([^]*?)<\/script>/g)
  return [...scripts].map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
}
