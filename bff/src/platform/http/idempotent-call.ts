import { createHash } from 'node:crypto'
import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../errors/app-error'
import { principalOf } from './principal'

export interface IdempotentCall {
  accountId: string
  key: string
  /** SHA-256 (hex) over method, path and body. */
  digest: string
}

/** 8 to 80 visible ASCII characters; the phone takes a UUID. Throws `idempotency-key-missing`. */
export function idempotencyKeyOf(request: FastifyRequest): string {
  const header = request.headers['idempotency-key']
  if (typeof header !== 'string' || !/^[\x21-\x7e]{8,80}$/.test(header)) throw new AppError('idempotency-key-missing')
  return header
}

/** `@Idempotent() call: IdempotentCall`, handed to `IdempotentCalls.run`. */
export const Idempotent = createParamDecorator((_: unknown, context: ExecutionContext): IdempotentCall => {
  const request = context.switchToHttp().getRequest<FastifyRequest>()
  const content = `${request.method}\n${request.url}\n${JSON.stringify(request.body ?? null)}`
  return {
    accountId: principalOf(request).accountId,
    key: idempotencyKeyOf(request),
    digest: createHash('sha256').update(content).digest('hex'),
  }
})
