import { type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { firstMoment, standingClock } from '../sandbox/clock/clock'
import { startExamOffice } from '../sandbox/exam-office/start-exam-office'
import { sampleApps, startWechat } from '../sandbox/wechat/start-wechat'
import { addressOf, startServer } from './bench-server'
import { atMost, type Figure, rounded } from './figure'
import { phones, post, sendPage, wrapped } from './phones'
import { measurePictures } from './pictures'

const bench = 'upload'
const atOnce = 16
const rounds = 15
const key = (text: string): string => Buffer.alloc(32, text).toString('base64')

/** Pages of 3 MB accepted from 16 phones at once, beside a bare busboy route; then what the picture process makes of pages. */
export async function measure(): Promise<Figure[]> {
  return [...(await measureIntake()), ...(await measurePictures())]
}

async function measureIntake(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-upload-'))
  const clock = standingClock()
  const wechat = await startWechat({ clock })
  const office = await startExamOffice({
    clock,
    keys: [{ id: 'k1', key: Buffer.from(key('office'), 'base64') }],
    digestKey: Buffer.from(key('digest'), 'base64'),
  })
  const web = startServer('web-without-pictures.ts', settings(folder, wechat.url, office.url))
  const bare = startServer('yardsticks/bare-busboy.ts', { BENCH_FOLDER: folder })
  try {
    const [ours, theirs] = [await addressOf(web), await addressOf(bare)]
    const form = wrapped(await photograph())
    const queue = await phones(ours, wechat, atOnce)
    const [accepted, yardstick] = await compare(
      () => Promise.all(queue.map((phone) => sendPage(ours, phone, form))),
      () => Promise.all(queue.map(() => post(theirs, form))),
    )
    return [perSecond(accepted, yardstick), atMost(bench, 'peak RSS of the web process', highWater(web), 'MB', 250)]
  } finally {
    web.disconnect()
    bare.disconnect()
    await Promise.all([wechat.close(), office.close()])
    rmSync(folder, { recursive: true })
  }
}

type Round = () => Promise<unknown>

/** Pages per second, the median of the rounds; in turn, so that what else the machine does meets both. */
async function compare(ours: Round, theirs: Round): Promise<readonly [number, number]> {
  const rates: [number, number][] = []
  // The first round warms up.
  for (let round = 0; round <= rounds; round += 1) {
    const pair: [number, number] = [await rateOf(ours), await rateOf(theirs)]
    if (round > 0) rates.push(pair)
  }
  return [median(rates.map(([own]) => own)), median(rates.map(([, other]) => other))]
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function rateOf(round: Round): Promise<number> {
  const began = performance.now()
  await round()
  return (atOnce * 1000) / (performance.now() - began)
}

function settings(folder: string, wechat: string, office: string): Record<string, string> {
  const app = sampleApps[0]
  return {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    BENCH_NOW: new Date(firstMoment).toISOString(),
    DB_URL: `sqlite:${path.join(folder, 'bench.sqlite')}`,
    PAGES_STORE: `disk:${path.join(folder, 'pages')}`,
    WECHAT_BASE_URL: wechat,
    WECHAT_APP_ID: app?.appid ?? '',
    WECHAT_APP_SECRET: app?.secret ?? '',
    OFFICE_BASE_URL: office,
    OFFICE_KEYS: `k1:${key('office')}`,
    OFFICE_DIGEST_KEY: key('digest'),
    FIELD_KEYS: `k1:${key('field')}`,
    INDEX_KEY: key('index'),
  }
}

/** About 3 MB. */
async function photograph(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 160, sigma: 60 }
  const grain = await sharp({ create: { width: 2016, height: 1512, channels: 3, background: 'white', noise } })
    .png()
    .toBuffer()
  return sharp(grain).resize(4032, 3024).jpeg({ quality: 72 }).toBuffer()
}

/** Most memory that a process ever held, in MB (Linux). */
const highWater = ({ pid }: ChildProcess): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

function perSecond(accepted: number, yardstick: number): Figure {
  const ratio = rounded(accepted / yardstick)
  return {
    bench,
    figure: `pages of 3 MB accepted from ${atOnce} phones at once, beside bare busboy`,
    value: rounded(accepted),
    unit: 'pages/s',
    ratio,
    goal: 'ratio >= 0.6',
    ok: ratio >= 0.6,
  }
}
