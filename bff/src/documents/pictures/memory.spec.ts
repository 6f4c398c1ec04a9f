import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { PictureBench } from './pictures.fixture'
import { boundWasm } from './wasm-bound'

/** Most that a process ever held, in MB. */
const peakOf = (pid: number | undefined): number =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000

test('two large pictures that are unpacked as a whole are not unpacked at once', async () => {
  const bench = new PictureBench()
  const side = 10_000
  const file = await sharp({ create: { width: side, height: side, channels: 3, background: '#fff' } })
    .png({ progressive: true })
    .toBuffer()
  const results = await Promise.all([1, 2].map(() => bench.result(file, 'image/png')))
  expect(results.map(({ kind }) => kind)).toEqual(['made', 'made'])
  expect(peakOf(bench.maker.pid)).toBeLessThan(650)
  await bench.close()
})

test('[danger 64] a decoder in wasm is not given all the memory that a file asks for', () => {
  boundWasm()
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 32_768 })
  expect(memory.grow(4000)).toBe(1)
  expect(() => memory.grow(1000)).toThrow(RangeError)
})
