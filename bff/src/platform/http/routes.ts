import type { RouteRow } from './route-row'

const everybody = 'public'
const account = ['account'] as const

/** Every route of the BFF: who may call it, whose things it touches, what it needs. A route without a row is refused. */
export const routes: readonly RouteRow[] = [
  { method: 'GET', path: '/healthz', roles: everybody },
  { method: 'GET', path: '/readyz', roles: everybody },
  { method: 'GET', path: '/api/v1/time', roles: everybody },
  { method: 'GET', path: '/api/v1/campaigns/current', roles: everybody },
  { method: 'GET', path: '/api/v1/units', roles: everybody },
  { method: 'POST', path: '/api/v1/session', roles: everybody },
  { method: 'POST', path: '/api/v1/session/refresh', roles: everybody },
  { method: 'DELETE', path: '/api/v1/session', roles: account },
  { method: 'GET', path: '/api/v1/me', roles: account },
  { method: 'POST', path: '/api/v1/me/phone', roles: account },
  { method: 'PUT', path: '/api/v1/me/phone', roles: account },
  { method: 'POST', path: '/api/v1/me/consents', roles: account },
  { method: 'POST', path: '/office/changes', roles: everybody, raw: true },
]
