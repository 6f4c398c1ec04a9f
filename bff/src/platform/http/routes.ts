import type { RouteRow } from './route-row'

const everybody = 'public'
const account = ['account'] as const
const contacts = ['unit-contact', 'department-contact'] as const
const ownStep = { rule: 'own-application', idempotent: true, ifMatch: true } as const

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
  { method: 'POST', path: '/api/v1/eligibility/assessments', roles: everybody },
  { method: 'GET', path: '/api/v1/applications', roles: account },
  { method: 'POST', path: '/api/v1/applications', roles: account, idempotent: true },
  { method: 'GET', path: '/api/v1/applications/:id', roles: account, rule: 'own-application' },
  { method: 'GET', path: '/api/v1/applications/:id/edit', roles: account, rule: 'own-application' },
  { method: 'PATCH', path: '/api/v1/applications/:id', roles: account, rule: 'own-application', ifMatch: true },
  { method: 'POST', path: '/api/v1/applications/:id/submission', roles: account, ...ownStep },
  { method: 'POST', path: '/api/v1/applications/:id/correction', roles: account, ...ownStep },
  { method: 'POST', path: '/api/v1/applications/:id/withdrawal', roles: account, ...ownStep },
  { method: 'GET', path: '/api/v1/unit-desk/applications', roles: contacts },
  // Another unit's application is answered with `not-your-unit` by the feature, not with 404.
  { method: 'GET', path: '/api/v1/unit-desk/applications/:id', roles: contacts },
  {
    method: 'POST',
    path: '/api/v1/unit-desk/applications/:id/approval',
    roles: contacts,
    idempotent: true,
    ifMatch: true,
  },
  {
    method: 'POST',
    path: '/api/v1/unit-desk/applications/:id/return',
    roles: contacts,
    idempotent: true,
    ifMatch: true,
  },
  {
    method: 'POST',
    path: '/api/v1/unit-desk/claims/:id/decision',
    roles: contacts,
    rule: 'desk-claim',
    idempotent: true,
  },
  { method: 'POST', path: '/office/changes', roles: everybody, raw: true },
]
