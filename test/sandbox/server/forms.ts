import { type FastifyInstance, type FastifyRequest } from 'fastify'

/** Lets an app read forms; the body is then a URLSearchParams. */
export function readForms(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, new URLSearchParams(String(body)))
  })
}

export function formOf(request: FastifyRequest): URLSearchParams {
  return request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
}

/** A form sent by another site's page is refused: whoever plays the office means it. */
export function fromOwnPage(request: FastifyRequest): boolean {
  const { origin, host } = request.headers
  return origin === undefined || origin === `http://${host}`
}
