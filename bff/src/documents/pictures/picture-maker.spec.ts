import { PictureMaker } from './picture-maker'
import { markedPicture, PictureBench, sample } from './pictures.fixture'

let bench: PictureBench
beforeEach(async () => {
  bench = new PictureBench()
  await bench.make(await markedPicture(40, 30).jpeg().toBuffer())
})
afterEach(() => bench.close())

const light = (): Promise<Buffer> => markedPicture(3000, 4000).jpeg().toBuffer()

test('a process that ends with two pages in hand blames neither: they are tried again, each alone', async () => {
  const file = await light()
  const both = [bench.result(file), bench.result(file)]
  await until(() => bench.maker.inHand === 2)
  kill(bench.maker.pid)
  const results = await Promise.all(both)
  expect(results).toEqual([failed('process'), failed('process')])
  expect((await bench.make(file)).made.width).toBe(1800)
})

test('a process that ends with one page in hand: it is that page', async () => {
  const one = bench.result(await light())
  await until(() => bench.maker.inHand === 1)
  kill(bench.maker.pid)
  expect(await one).toEqual(failed('picture'))
})

test('a HEIC and a PDF are never in hand beside another page', async () => {
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, bench.maker.inHand)))
  const heic = sample('marked.heic')
  const pdf = sample('two-pages.pdf')
  await Promise.all([
    bench.make(heic, 'image/heic'),
    bench.make(pdf, 'application/pdf', { pdfPage: 0 }),
    bench.make(heic, 'image/heic'),
  ])
  clearInterval(watch)
  expect(most).toBe(1)
})

test('a page that takes too long costs the process its life; the next page gets a new one', async () => {
  const hasty = new PictureBench({ light: 100_000, heavy: 1 })
  const late = await hasty.result(sample('marked.heic'), 'image/heic')
  expect(late).toEqual(failed('picture'))
  expect((await hasty.make(await light())).made.width).toBe(1800)
  await hasty.close()
})

test("a process that cannot be started is no page's fault", async () => {
  const broken = new PictureMaker(undefined as never)
  const source = { object: 'originals/1', mediaType: 'image/jpeg' }
  const into = { master: 'pages/1/m', display: 'pages/1/d', thumbnail: 'pages/1/t' }
  const job = { id: '1', source, turn: 0 as const, stampedOn: '2023-09-01', into }
  expect(await Promise.all([broken.make(job), broken.make(job)])).toEqual([failed('start'), failed('start')])
  await broken.close()
})

test('the process ends with its parent', async () => {
  await bench.make(await light())
  const { pid } = bench.maker
  await bench.maker.close()
  expect(() => process.kill(pid!, 0)).toThrow('ESRCH')
})

const failed = (because: string) => expect.objectContaining({ kind: 'failed', because })

const kill = (pid: number | undefined): void => {
  if (pid !== undefined) process.kill(pid, 'SIGKILL')
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}
