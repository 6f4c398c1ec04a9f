import type { IncomingMessage } from 'node:http'
import { LoggerModule, type Params } from 'nestjs-pino'
import type { DestinationStream } from 'pino'
import type { Settings } from '../settings/settings'
import { hiddenKeys, redactError, redactText } from './redact'

interface LoggedRequest {
  id: unknown
  method: string
  url: string
}

/** JSON lines: one per request (method, path without its query, status, time), and what went wrong. */
export const loggerModule = (
  settings: Settings,
  destination?: DestinationStream,
): ReturnType<typeof LoggerModule.forRoot> => LoggerModule.forRoot(loggerParams(settings, destination))

export function loggerParams(settings: Pick<Settings, 'logLevel'>, destination?: DestinationStream): Params {
  const options = {
    level: settings.logLevel,
    redact: { paths: hiddenKeys.flatMap((key) => [key, `*.${key}`]), remove: true },
    genReqId: (request: IncomingMessage) => request.id,
    serializers: {
      err: redactError,
      req: ({ id, method, url }: LoggedRequest) => ({ id, method, path: redactText(url.split('?')[0] ?? '') }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    customLogLevel: (_request: unknown, response: { statusCode: number }) =>
      response.statusCode === 500 ? ('error' as const) : ('info' as const),
    hooks: { logMethod },
  }
  return { pinoHttp: destination ? [options, destination] : options }
}

/** Texts are cleaned too: somebody may have put an answer of another server into one. */
function logMethod(this: unknown, args: unknown[], method: (...values: unknown[]) => void): void {
  method.apply(
    this,
    args.map((value) => (typeof value === 'string' ? redactText(value) : value)),
  )
}
