import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { StoreUnavailable } from './object-store'

/**
 * Writes all of it into a file that only this user can read; a failure leaves a part of the file behind.
 * @throws the sender's own error as it came; StoreUnavailable where the file could not be written
 */
export async function intoFile(content: Readable, file: string): Promise<void> {
  const target = createWriteStream(file, { mode: 0o600, flush: true, highWaterMark: 262_144 })
  let ofSender: unknown
  // A pipeline hands an error of either end to the other: which of them had it first tells whose it is.
  content.once('error', (error) => {
    if (!target.errored) ofSender = error
  })
  try {
    await pipeline(content, target)
  } catch (error) {
    throw ofSender ?? new StoreUnavailable(error)
  }
}
