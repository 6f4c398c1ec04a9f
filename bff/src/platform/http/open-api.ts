import type { INestApplication } from '@nestjs/common'
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger'
import { routes } from './routes'
import type { RouteRow } from './route-row'

/** OpenAPI of all routes, with what the routes table asks of each. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder().setTitle('Registration BFF').setVersion('1').addBearerAuth().build()
  const document = SwaggerModule.createDocument(app, config)
  for (const row of routes) describe(document, row)
  return document
}

/** The document as JSON at /docs-json and to be read at /docs; not in production, where nobody needs it. */
export function serveDocs(app: INestApplication): void {
  SwaggerModule.setup('docs', app, () => openApiOf(app))
}

function describe(document: OpenAPIObject, row: RouteRow): void {
  const path = row.path.replace(/:(\w+)/g, '{$1}')
  const operation = document.paths[path]?.[methodKeys[row.method]]
  if (!operation) return
  const needed = [row.idempotent && 'Idempotency-Key', row.ifMatch && 'If-Match'].filter(
    (name) => typeof name === 'string',
  )
  const headers = needed.map((name) => ({
    name,
    in: 'header' as const,
    required: true,
    schema: { type: 'string' as const },
  }))
  const known = (operation.parameters ?? []).filter((known) => !('name' in known && needed.includes(known.name)))
  operation.parameters = [...known, ...headers]
  operation.security = row.roles === 'public' ? [] : [{ bearer: [] }]
  if (row.answer !== undefined) Object.assign(operation, { 'x-answer': row.answer })
  if (row.roles === 'public') return
  Object.assign(operation, { 'x-roles': row.roles, ...(row.rule && { 'x-rule': row.rule }) })
}

const methodKeys = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const
