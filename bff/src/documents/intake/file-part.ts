import { finished } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../../platform/errors/app-error'
import type { FileStream } from './arrival'
import { pageLimits } from './limits'

/** A request longer than this is not read to its end before it is refused: the connection closes instead. */
const longestRead = 150_000_000
/** Room for the borders of the parts. */
const wrapping = 100_000

/**
 * Hands the one part `file` to `work` as a stream. A refusal is answered only when the sender has sent all: a phone that is still sending
 * would see a broken connection in place of the reason.
 * @throws AppError `media-type-unsupported`, `body-invalid`, `file-missing`, `file-too-large`
 */
export async function withFile<T>(request: FastifyRequest, work: (file: FileStream) => Promise<T>): Promise<T> {
  if (!request.isMultipart()) throw new AppError('media-type-unsupported')
  try {
    checkLength(request)
    const file = await filePart(request)
    return await work(file).catch((error: unknown) => {
      throw file.errored && !(error instanceof AppError) ? malformed() : error
    })
  } catch (error) {
    await readToEnd(request)
    throw error
  }
}

function checkLength({ headers }: FastifyRequest): void {
  if (lengthOf(headers) > pageLimits.fileBytes + wrapping) throw tooLarge()
}

async function filePart(request: FastifyRequest): Promise<FileStream> {
  const limits = { fileSize: pageLimits.fileBytes, files: 1, fields: 20, fieldSize: 1_000, parts: 21 }
  // Whatever the parser has against the body is the sender's fault: it reads nothing else.
  const part = await request.file({ limits, throwFileSizeLimit: false }).catch(() => {
    throw malformed()
  })
  if (part?.fieldname !== 'file') throw new AppError('file-missing')
  return part.file
}

async function readToEnd({ raw, headers }: FastifyRequest): Promise<void> {
  if (lengthOf(headers) > longestRead || raw.readableEnded || raw.destroyed) return
  raw.unpipe()
  raw.resume()
  await finished(raw, { writable: false }).catch(() => undefined)
}

const lengthOf = (headers: FastifyRequest['headers']): number => Number(headers['content-length'] ?? 0)
const malformed = (): AppError => new AppError('body-invalid', { fields: [] })
const tooLarge = (): AppError => new AppError('file-too-large', { limitBytes: pageLimits.fileBytes })
