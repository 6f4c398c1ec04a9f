import path from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** The H5 build on the same origin as the API. Hashed files are kept for good, the page itself is asked for each time. */
export async function serveH5(fastify: FastifyInstance, folder: string): Promise<void> {
  await fastify.register(files, {
    root: path.resolve(folder),
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, file) => {
      const hashed = /[\\/](js|css|static|chunk)[\\/]/.test(file)
      void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  // A page's address typed or reloaded: the page finds its own way from there.
  fastify.get('/*', (request, reply) => {
    const isPage = /^text\/html\b/.test(request.headers.accept ?? '') && !/^\/(api|docs|office)\b/.test(request.url)
    return isPage ? reply.sendFile('index.html') : reply.callNotFound()
  })
}
