import { type FastifyInstance } from 'fastify'
import { type Clock, ownClock } from '../clock/clock'
import { createServer, listen, type Listening } from '../server/listen'
import { apiRoutes } from './api-routes'
import { type WechatControl, controlOf } from './control'
import { controlRoutes } from './control-routes'
import { messagesPages } from './messages/messages-page'
import { type PushAddress } from './messages/types'
import { previewPages } from './preview-page'
import { WechatState } from './state'
import { type App } from './types'

export interface RunningWechat extends Listening {
  control: WechatControl
}

export const sampleApps: readonly App[] = [
  { appid: 'wx0000000000000001', secret: 'sample-secret-of-app-1' },
  { appid: 'wx0000000000000002', secret: 'sample-secret-of-app-2' },
]

/** WeChat's server side for mini-programs, as far as the BFF calls it. */
export async function startWechat(
  settings: { clock?: Clock; apps?: readonly App[]; port?: number; push?: PushAddress } = {},
): Promise<RunningWechat> {
  const state = new WechatState(settings.apps ?? sampleApps, settings.clock ?? ownClock())
  const control = controlOf(state)
  control.messages.pushTo(settings.push)
  const app = createServer({ bodyLimit: 65_536 })
  // Its own scope, since WeChat reads a body as JSON whatever its type says.
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
    apiRoutes(scope, state)
  })
  await app.register(async (scope) => {
    openToPages(scope)
    controlRoutes(scope, control)
  })
  await app.register(async (scope) => previewPages(scope, control))
  await app.register(async (scope) => messagesPages(scope, control.messages))
  return { ...(await listen(app, settings.port)), control }
}

/** The preview's page runs on another origin and asks for codes from there. */
function openToPages(scope: FastifyInstance): void {
  scope.addHook('onSend', async (_request, reply) => {
    void reply.header('access-control-allow-origin', '*').header('access-control-allow-headers', 'content-type')
  })
  scope.options('/sandbox/*', (_request, reply) => reply.code(204).send())
}
