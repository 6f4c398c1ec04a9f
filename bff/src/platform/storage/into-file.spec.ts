import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { intoFile } from './into-file'
import { StoreUnavailable } from './object-store'

function* megabytes(count: number): Generator<Buffer> {
  for (let megabyte = 0; megabyte < count; megabyte += 1) yield Buffer.alloc(1_000_000)
}

test('a disk that runs full halfway is a store that is not available', async () => {
  await expect(intoFile(Readable.from(megabytes(3)), '/dev/full')).rejects.toBeInstanceOf(StoreUnavailable)
})

test('a sender that breaks off halfway is the failure of the sender; what comes whole is kept for this user alone', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'into-'))
  const file = path.join(folder, 'page')
  const brokenOff = Readable.from(
    (function* () {
      yield* megabytes(2)
      throw new Error('the phone hung up')
    })(),
  )
  await expect(intoFile(brokenOff, file)).rejects.toThrow('the phone hung up')
  await intoFile(Readable.from(megabytes(3)), file)
  const { size, mode } = statSync(file)
  expect([size, (mode & 0o777).toString(8)]).toEqual([3_000_000, '600'])
  rmSync(folder, { recursive: true })
})
