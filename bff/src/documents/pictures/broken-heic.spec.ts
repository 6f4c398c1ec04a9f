import { PictureBench, sample } from './pictures.fixture'

/** The same every time (mulberry32): a file that broke something once breaks it again. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Bytes changed, a piece cut out or doubled, the end missing: in the container's boxes and in the coded picture. */
function broken(file: Buffer, seed: number): Buffer {
  const random = numbers(seed)
  const at = (): number => 12 + Math.floor(random() * (file.length - 12))
  const piece = [at(), at()].sort((a, b) => a - b)
  const [from = 0, to = 0] = piece
  if (seed % 5 === 0) return file.subarray(0, from)
  if (seed % 5 === 1) return Buffer.concat([file.subarray(0, from), file.subarray(to)])
  if (seed % 5 === 2) return Buffer.concat([file.subarray(0, to), file.subarray(from)])
  const changed = Buffer.from(file)
  for (let n = 0; n < 1 + (seed % 9); n += 1) changed[at()] = Math.floor(random() * 256)
  return changed
}

test('[danger 64] fifty broken HEIC files are made or refused, none ends the process or keeps it', async () => {
  const bench = new PictureBench()
  const file = sample('marked.heic')
  await bench.make(file, 'image/heic')
  const process = bench.maker.pid
  const kinds = new Set<string>()
  for (let seed = 0; seed < 50; seed += 1) {
    const result = await bench.result(broken(file, seed), 'image/heic')
    kinds.add(result.kind === 'refused' ? result.refusal : result.kind)
    expect([seed, result.kind]).toEqual([seed, expect.stringMatching(/^(made|refused)$/)])
  }
  expect([...kinds]).toContain('unreadable-file')
  expect(bench.maker.pid).toBe(process)
  expect(await bench.make(file, 'image/heic')).toMatchObject({ made: { width: 640 } })
  await bench.close()
})
