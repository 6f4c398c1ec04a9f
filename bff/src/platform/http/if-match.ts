import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../errors/app-error'

/** The version in `If-Match: "7"`. Throws `if-match-missing` (428) or `if-match-invalid` (400). */
export function versionOf(request: FastifyRequest): number {
  const header = request.headers['if-match']
  if (header === undefined || header === '') throw new AppError('if-match-missing')
  const digits = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1]
  if (digits === undefined) throw new AppError('if-match-invalid')
  return Number(digits)
}

/** `@IfMatch() version: number` */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext) =>
  versionOf(context.switchToHttp().getRequest<FastifyRequest>()),
)
