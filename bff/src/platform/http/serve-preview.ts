import type { FastifyInstance } from 'fastify'
import type { Settings } from '../settings/settings'

/** Tells the H5 preview which stand-ins play WeChat and WeChat Pay. Without one of WeChat (production) there is no such file: 404. */
export function servePreview(fastify: FastifyInstance, settings: Settings): void {
  const { previewWechatUrl: wechat, previewWechatPayUrl: pay, wechatAppId: appid } = settings
  if (wechat === undefined) return
  const preview = { wechat, appid, ...(pay !== undefined && { pay }) }
  fastify.get('/preview.json', (_request, reply) => reply.header('cache-control', 'no-cache').send(preview))
}
