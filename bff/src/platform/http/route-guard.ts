import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { AppError, notFound } from '../errors/app-error'
import { idempotencyKeyOf } from './idempotent-call'
import { versionOf } from './if-match'
import { OwnershipRules } from './ownership-rules'
import { Authenticator, ContactDirectory, type Principal } from './principal'
import type { Role, RouteRow } from './route-row'
import { RouteTable } from './route-table'

/** Enforces the routes table on every request. */
@Injectable()
export class RouteGuard implements CanActivate {
  constructor(
    private readonly table: RouteTable,
    private readonly authenticator: Authenticator,
    private readonly contacts: ContactDirectory,
    private readonly rules: OwnershipRules,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>()
    const { method, url = '' } = request.routeOptions
    const row = this.table.rowOf(String(method), url)
    if (!row) throw new Error(`No row in the routes table for ${String(method)} ${url}`)
    if (request.isMultipart() && !row.multipart) throw new AppError('media-type-unsupported')
    if (row.roles !== 'public') await this.admit(request, row, row.roles)
    checkIds(request)
    if (row.idempotent) idempotencyKeyOf(request)
    if (row.ifMatch) versionOf(request)
    return true
  }

  private async admit(request: FastifyRequest, row: RouteRow, roles: readonly Role[]): Promise<void> {
    const principal = await this.principalOf(request)
    request.principal = principal
    if (!roles.some((role) => holds(principal, role))) throw new AppError('not-a-contact')
    if (!row.rule) return
    if (!(await this.rules.holds(row.rule, principal, pathParams(request)))) throw notFound()
  }

  private async principalOf(request: FastifyRequest): Promise<Principal> {
    const token = /^Bearer ([A-Za-z0-9_-]{20,128})$/.exec(request.headers.authorization ?? '')?.[1]
    if (token === undefined) throw new AppError('session-missing')
    const { phoneDigest, ...identity } = await this.authenticator.identify(token)
    return { ...identity, ...(await this.contacts.codesOf(phoneDigest)), requestId: request.id }
  }
}

function holds(principal: Principal, role: Role): boolean {
  switch (role) {
    case 'account':
      return true
    case 'unit-contact':
      return principal.unitCodes.length > 0
    case 'department-contact':
      return principal.departmentCodes.length > 0
  }
}

/** One spelling only: a database may find a row under several, and what is then written down would name none. Throws `not-found`. */
function checkIds(request: FastifyRequest): void {
  if (!Object.values(pathParams(request)).every((id) => /^[0-9a-f-]{36}$/.test(id))) throw notFound()
}

function pathParams(request: FastifyRequest): Record<string, string> {
  const { params } = request
  const entries = typeof params === 'object' && params !== null ? Object.entries(params) : []
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]))
}
