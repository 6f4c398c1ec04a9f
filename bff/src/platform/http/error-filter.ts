import { Catch, HttpException, Injectable, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../errors/app-error'

/** HTTP status per code, from the contract; platform knows no contract, so the app hands it in. */
export abstract class ErrorStatuses {
  abstract statusOf(code: string): number | undefined
}

/** Turns every failure into `{code, facts, requestId}`. What was not expected is logged, and nothing of it is told. */
@Injectable()
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('http')

  constructor(private readonly statuses: ErrorStatuses) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>())
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const known = expected(error)
    if (!known) this.logger.error({ err: error, requestId: request.id }, 'a request broke')
    const { code, facts, status } = known ?? new AppError('internal')
    void reply
      .status(status ?? this.statuses.statusOf(code) ?? 500)
      .header('cache-control', 'no-store')
      .send({ code, facts, requestId: request.id })
  }
}

function expected(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error
  return refused(error instanceof HttpException ? error.getStatus() : statusIn(error))
}

/** What Nest and Fastify refuse before any route of ours runs. */
function refused(status: unknown): AppError | undefined {
  switch (status) {
    case 400:
      return new AppError('body-invalid', { fields: [] })
    case 404:
      return new AppError('not-found')
    case 413:
      return new AppError('body-too-large')
    case 415:
      return new AppError('media-type-unsupported')
    default:
      return undefined
  }
}

const statusIn = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined
