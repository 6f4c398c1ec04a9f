import type { RouteRow } from './route-row'

const everybody = 'public'
const account = ['account'] as const
const contacts = ['unit-contact', 'department-contact'] as const
const ownStep = { rule: 'own-application', idempotent: true, ifMatch: true } as const

/** Every route of the BFF: who may call it, whose things it touches, what it needs. A route without a row is refused. */
export const routes: readonly RouteRow[] = [
  { method: 'GET', path: '/healthz', roles: everybody },
  { method: 'GET', path: '/readyz', roles: everybody },
  { method: 'GET', path: '/api/v1/time', answer: 'ServerTime', roles: everybody },
  { method: 'GET', path: '/api/v1/campaigns/current', answer: 'Campaign', roles: everybody },
  { method: 'GET', path: '/api/v1/units', answer: 'UnitPage', roles: everybody },
  { method: 'POST', path: '/api/v1/session', answer: 'SessionTokens', roles: everybody },
  { method: 'POST', path: '/api/v1/session/refresh', answer: 'SessionTokens', roles: everybody },
  { method: 'DELETE', path: '/api/v1/session', roles: account },
  { method: 'GET', path: '/api/v1/me', answer: 'Account', roles: account },
  { method: 'POST', path: '/api/v1/me/phone', answer: 'Account', roles: account },
  { method: 'PUT', path: '/api/v1/me/phone', answer: 'Account', roles: account },
  { method: 'POST', path: '/api/v1/me/consents', answer: 'Account', roles: account },
  { method: 'POST', path: '/api/v1/eligibility/assessments', answer: 'AssessAnswer', roles: everybody },
  { method: 'GET', path: '/api/v1/applications', answer: 'ApplicationPage', roles: account },
  { method: 'POST', path: '/api/v1/applications', answer: 'ApplicationView', roles: account, idempotent: true },
  {
    method: 'GET',
    path: '/api/v1/applications/:id',
    answer: 'ApplicationView',
    roles: account,
    rule: 'own-application',
  },
  {
    method: 'GET',
    path: '/api/v1/applications/:id/edit',
    answer: 'EditableApplication',
    roles: account,
    rule: 'own-application',
  },
  {
    method: 'PATCH',
    path: '/api/v1/applications/:id',
    answer: 'EditableApplication',
    roles: account,
    rule: 'own-application',
    ifMatch: true,
  },
  {
    method: 'POST',
    path: '/api/v1/applications/:id/submission',
    answer: 'ApplicationView',
    roles: account,
    ...ownStep,
  },
  {
    method: 'POST',
    path: '/api/v1/applications/:id/correction',
    answer: 'ApplicationView',
    roles: account,
    ...ownStep,
  },
  {
    method: 'POST',
    path: '/api/v1/applications/:id/withdrawal',
    answer: 'ApplicationView',
    roles: account,
    ...ownStep,
  },
  { method: 'GET', path: '/api/v1/unit-desk/applications', answer: 'DeskList', roles: contacts },
  // Another unit's application is answered with `not-your-unit` by the feature, not with 404.
  { method: 'GET', path: '/api/v1/unit-desk/applications/:id', answer: 'ReviewView', roles: contacts },
  {
    method: 'POST',
    path: '/api/v1/unit-desk/applications/:id/approval',
    answer: 'ReviewView',
    roles: contacts,
    idempotent: true,
    ifMatch: true,
  },
  {
    method: 'POST',
    path: '/api/v1/unit-desk/applications/:id/return',
    answer: 'ReviewView',
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
