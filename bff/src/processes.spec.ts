import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { databaseKinds, RunningApp, World } from './app.fixture'
import { startWeb } from './main'
import { Transactions } from './platform/database/transaction'
import { Outbox } from './platform/outbox/outbox'
import { OutboxHandlers } from './platform/outbox/outbox-handlers'
import { OutboxRow } from './platform/outbox/outbox-row'
import { readSettings } from './platform/settings/read-settings'
import { startWorker } from './worker'

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve))
}

describe.each(databaseKinds)('the processes, on %s', (kind) => {
  let world: World
  beforeAll(async () => {
    world = await World.open(kind)
  })
  afterAll(() => world.close())

  test('a message that is being sent when the process is told to end is finished first', async () => {
    const settings = readSettings(world.environment({ PORT: '0' }))
    const worker = kind === 'sqlite' ? await startWeb(settings) : await startWorker(settings)
    let [begun, ended] = [false, false]
    let goOn: () => void = () => undefined
    const held = new Promise<void>((resolve) => (goOn = resolve))
    worker.get(OutboxHandlers).register('slow', async () => {
      begun = true
      await held
      ended = true
      return { kind: 'done' }
    })
    const transactions = worker.get(Transactions)
    await transactions.run((m) => worker.get(Outbox).enqueue(m, { topic: 'slow', aggregate: 'a', payload: {} }))
    await until(() => begun)
    const closing = worker.close()
    goOn()
    await closing
    expect(ended).toBe(true)
    const after = await world.start()
    const row = await after.app.get(Transactions).read((m) => m.findOneBy(OutboxRow, { topic: 'slow' }))
    expect(row?.state).toBe('done')
    await after.close()
  })

  test('a query that breaks is answered as a fault of ours, and nothing of it is told', async () => {
    const app = await world.start()
    const answer = app.app.get(Transactions)
    jest.spyOn(answer, 'read').mockRejectedValueOnce(new Error('connect ECONNREFUSED mysql://app:hunter2@db'))
    const { status, body } = await app.call('GET', '/api/v1/campaigns/current')
    expect([status, body]).toEqual([500, { code: 'internal', facts: {}, requestId: expect.any(String) }])
    await app.close()
  })
})

test('on SQLite the worker refuses to start and says why', async () => {
  const world = await World.open('sqlite')
  await expect(startWorker(readSettings(world.environment()))).rejects.toThrow('DB_URL is a SQLite file')
  await world.close()
})

describe('the H5 build on the same origin', () => {
  let world: World
  let app: RunningApp
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'app-h5-'))
    mkdirSync(path.join(folder, 'js'))
    writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>技能等级</title><script>void 1</script>')
    writeFileSync(path.join(folder, 'js/app.0f3a.js'), 'void 0')
    world = await World.open('sqlite')
    app = await world.start({ H5_DIR: folder, PREVIEW_WECHAT_URL: 'http://127.0.0.1:4301' })
  })
  afterAll(async () => {
    await app.close()
    await world.close()
    rmSync(folder, { recursive: true })
  })
  const html = { accept: 'text/html,*/*' }

  test('the page is asked for each time, hashed files are kept for good', async () => {
    const page = await app.call('GET', '/', { headers: html })
    expect([page.status, page.body]).toEqual([200, expect.stringContaining('技能等级')])
    expect(page.headers.get('cache-control')).toBe('no-cache')
    const script = await app.call('GET', '/js/app.0f3a.js')
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect(script.headers.get('content-type')).toContain('javascript')
  })

  test('the script that the build wrote into the page may run, and no other', async () => {
    const policy = (await app.call('GET', '/', { headers: html })).headers.get('content-security-policy')
    const digest = createHash('sha256').update('void 1').digest('base64')
    expect(policy).toContain(`script-src 'self' 'sha256-${digest}';`)
  })

  test("a page's own address gives the page; an unknown file or call does not", async () => {
    expect((await app.call('GET', '/pages/home', { headers: html })).body).toContain('技能等级')
    for (const path of ['/js/none.js', '/api/v1/none', '/../package.json', '/%2e%2e/package.json']) {
      const answer = await app.call('GET', path, { headers: path.startsWith('/api') ? html : {} })
      expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'not-found'])
    }
  })

  test('the preview learns who plays WeChat, and the browser may talk to it', async () => {
    const { body } = await app.call('GET', '/preview.json')
    expect(body).toEqual({ wechat: 'http://127.0.0.1:4301', appid: 'wx0000000000000001' })
    const page = await app.call('GET', '/', { headers: html })
    expect(page.headers.get('content-security-policy')).toContain("connect-src 'self' http://127.0.0.1:4301")
  })
})
