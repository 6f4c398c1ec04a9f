import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { PictureMaker } from '../../bff/src/documents/pictures/picture-maker'
import type { PictureJob } from '../../bff/src/documents/pictures/picture-job'
import { openStore, type StorageSettings } from '../../bff/src/platform/storage/open-store'
import { atMost, type Figure, rounded } from './figure'

const bench = 'upload'
const samples = path.join(__dirname, '../../bff/src/documents/pictures/samples')
const rounds = 5
const pagesPerRound = 6
const kept = 'originals/0'

/**
 * Pages made ready per CPU second by the picture process, and by sharp alone in turn with it; and the most memory that the
 * picture process held, a HEIC of 12 million pixels and a PDF among the pages.
 */
export async function measurePictures(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-pictures-'))
  const storage: StorageSettings = { kind: 'disk', folder }
  const maker = new PictureMaker(storage)
  const alone = fork(path.join(__dirname, 'yardsticks/sharp-alone.ts'), [], { execArgv: ['--import', 'tsx'] })
  try {
    const file = path.join(folder, 'phone.jpg')
    await photograph(file)
    await keep(storage, kept, file)
    const ours: Contender = () =>
      makePages(
        maker,
        Array.from({ length: pagesPerRound }, () => jpeg),
      )
    const theirs: Contender = () => sharpAlone(alone, file)
    const [made, yardstick] = await compare(maker, ours, alone, theirs)
    const peak = await peakMemory(maker, storage, ours)
    return [perCpuSecond(made, yardstick), atMost(bench, 'peak RSS of the picture process', peak, 'MB', 600)]
  } finally {
    alone.disconnect()
    await maker.close()
    rmSync(folder, { recursive: true })
  }
}

type Contender = () => Promise<void>

/** CPU seconds per page, the least of the rounds; in turn, so that what else the machine does meets both. */
async function compare(maker: PictureMaker, ours: Contender, alone: ChildProcess, theirs: Contender) {
  const [a, b]: [number[], number[]] = [[], []]
  // The first round warms up.
  for (let round = 0; round <= rounds; round += 1) {
    const [spentByUs, spentAlone] = [await cpuOf(() => maker.pid, ours), await cpuOf(() => alone.pid, theirs)]
    if (round > 0) a.push(spentByUs / pagesPerRound)
    if (round > 0) b.push(spentAlone / pagesPerRound)
  }
  return [Math.min(...a), Math.min(...b)] as const
}

/** Of a process that may be replaced by a fresh one meanwhile: what each has spent counts, starting included. */
async function cpuOf(pid: () => number | undefined, work: Contender): Promise<number> {
  const spent = new Map<number, { from: number; to: number }>()
  const look = (): void => {
    const id = pid()
    const now = ticks(id)
    if (id !== undefined && now > 0)
      spent.set(id, { from: spent.get(id)?.from ?? (spent.size === 0 ? now : 0), to: now })
  }
  look()
  const looking = setInterval(look, 20)
  await work()
  clearInterval(looking)
  look()
  return [...spent.values()].reduce((sum, { from, to }) => sum + to - from, 0) / 100
}

/** User and system time of a process, in hundredths of a second (Linux); 0: it is no more. */
function ticks(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return Number(fields[11]) + Number(fields[12])
  } catch {
    return 0
  }
}

async function peakMemory(maker: PictureMaker, storage: StorageSettings, jpegs: Contender): Promise<number> {
  await keep(storage, 'originals/1', path.join(samples, 'large.heic'))
  await keep(storage, 'originals/2', path.join(samples, 'two-pages.pdf'))
  let peak = 0
  const look = setInterval(() => (peak = Math.max(peak, highWater(maker.pid))), 20)
  for (const source of [heic, pdf, heic]) {
    await jpegs()
    await makePages(maker, [source])
  }
  clearInterval(look)
  return peak
}

/** Most memory that a process ever held, in MB (Linux). */
function highWater(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

const jpeg = { object: kept, mediaType: 'image/jpeg' }
const heic = { object: 'originals/1', mediaType: 'image/heic' }
const pdf = { object: 'originals/2', mediaType: 'application/pdf', pdfPage: 0 }

async function makePages(maker: PictureMaker, sources: PictureJob['source'][]): Promise<void> {
  const into = (at: number) => ({
    master: `pages/${at}/master`,
    display: `pages/${at}/display`,
    thumbnail: `pages/${at}/t`,
  })
  const results = await Promise.all(
    sources.map((source, at) =>
      maker.make({ id: String(at), source, turn: 0, stampedOn: '2023-09-01', into: into(at) }),
    ),
  )
  const failed = results.find(({ kind }) => kind !== 'made')
  if (failed) throw new Error(`A page was not made: ${JSON.stringify(failed)}`)
}

async function sharpAlone(alone: ChildProcess, file: string): Promise<void> {
  const done = once(alone, 'message')
  alone.send({ file, pages: pagesPerRound })
  await done
}

/** 12 million pixels, as large a file as a phone's, lying on its side. */
async function photograph(file: string): Promise<void> {
  const noise = { type: 'gaussian' as const, mean: 180, sigma: 40 }
  const grain = await sharp({ create: { width: 1008, height: 756, channels: 3, background: 'white', noise } })
    .png()
    .toBuffer()
  await sharp(grain).resize(4032, 3024).jpeg({ quality: 88 }).withMetadata({ orientation: 6 }).toFile(file)
}

const keep = (storage: StorageSettings, key: string, file: string): Promise<void> =>
  openStore(storage).put(key, createReadStream(file), { mediaType: 'image/jpeg' })

function perCpuSecond(made: number, yardstick: number): Figure {
  const ratio = rounded(yardstick / made)
  return {
    bench,
    figure: 'pages made ready per CPU second, beside sharp alone',
    value: rounded(1 / made),
    unit: 'pages/s',
    ratio,
    goal: 'ratio >= 0.7',
    ok: ratio >= 0.7,
  }
}
