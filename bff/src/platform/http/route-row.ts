export type Role = 'account' | 'unit-contact' | 'department-contact'

/** Whether a thing belongs to whoever asks for it: checked before the controller, by a function that its feature registers. */
export type OwnershipRule = 'own-application' | 'desk-claim'

export interface RouteRow {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** As Fastify knows it: `/api/v1/applications/:id`. */
  path: string
  /** Any one of them is enough. */
  roles: 'public' | readonly Role[]
  rule?: OwnershipRule
  /** Needs `Idempotency-Key`. */
  idempotent?: true
  /** Needs `If-Match` with the row's version. */
  ifMatch?: true
  /** Takes a file (multipart/form-data); every other route takes JSON only. */
  multipart?: true
  /** Type of the contract that a successful answer bears; absent: no body. */
  answer?: string
  /** Verifies the bytes as they came: served by RawRoutes in a scope of its own. */
  raw?: true
}
