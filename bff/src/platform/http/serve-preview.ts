import type { FastifyInstance } from 'fastify'
import type { Settings } from '../settings/settings'

/** Tells the H5 preview which stand-in plays WeChat. Without one (production) there is no such file: 404. */
export function servePreview(fastify: FastifyInstance, settings: Settings): void {
  const { previewWechatUrl: wechat, wechatAppId: appid } = settings
  if (wechat === undefined) return
  fastify.get('/preview.json', (_request, reply) => reply.header('cache-control', 'no-cache').send({ wechat, appid }))
}
