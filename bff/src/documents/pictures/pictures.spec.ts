import { renameSync, rmSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { databaseKinds, World } from '../../app.fixture'
import { Loop } from '../../platform/jobs/loop'
import { PageRow } from '../rows/page-row'
import { Desk, kept, page, until } from './desk.fixture'
import { corners, markedPicture, sample, sha256, upright } from './pictures.fixture'
import { Pictures } from './pictures'

describe.each(databaseKinds)('pages on %s', (kind) => {
  let world: World
  let desk: Desk
  beforeAll(async () => {
    world = await World.open(kind)
    desk = new Desk(world, await world.start())
  })
  afterAll(async () => {
    await desk.app.close()
    await world.close()
  })

  test('a page is made: copies are kept, the file as it came is gone', async () => {
    const row = await desk.arrived(await markedPicture(480, 360).jpeg().toBuffer())
    await desk.pictures.drain()
    const made = await desk.page(row)
    expect(made).toMatchObject({ originalObject: null, leaseUntil: null, attempts: 0, width: 480, height: 360 })
    expect(made.state).toMatch(/^usable/)
    const master = await desk.bytes(made.masterObject)
    expect([made.masterSha256, made.masterBytes]).toEqual([sha256(master!), master!.length])
    for (const key of [made.displayObject, made.thumbnailObject])
      expect(await corners((await desk.bytes(key))!)).toEqual(upright)
    expect(await desk.bytes(row.originalObject)).toBeUndefined()
  })

  test('two workers make each page once', async () => {
    const other = await desk.world.start()
    const rows = []
    for (let n = 0; n < 6; n += 1) rows.push(await desk.arrived(await page(n)))
    await Promise.all([desk.pictures.drain(), ...(kind === 'sqlite' ? [] : [other.app.get(Pictures).drain()])])
    await other.close()
    for (const row of rows) expect(await desk.page(row)).toMatchObject({ version: row.version + 2 })
  })
})

describe('pages', () => {
  let world: World
  let desk: Desk
  beforeAll(async () => {
    world = await World.open('sqlite')
    desk = new Desk(world, await world.start())
  })
  afterAll(async () => {
    await desk.app.close()
    await world.close()
  })

  test('a file that cannot be read is refused with its code, and no copy is left', async () => {
    const row = await desk.arrived(Buffer.from('no picture'))
    await desk.pictures.drain()
    expect(await desk.page(row)).toMatchObject({ state: 'refused', refusal: 'unreadable-file', originalObject: null })
    expect(await desk.bytes(row.originalObject)).toBeUndefined()
  })

  test('the second of two like pages of one application is told so, and which it is like', async () => {
    const file = await page(1)
    const again = await sharp(file).resize(700).jpeg({ quality: 60 }).toBuffer()
    const first = await desk.arrived(file, { applicationId: 'a-2' })
    await desk.pictures.drain()
    const second = await desk.arrived(again, { applicationId: 'a-2' })
    const elsewhere = await desk.arrived(file, { applicationId: 'a-3' })
    await desk.pictures.drain()
    const twins = async (row: PageRow) => (await desk.page(row)).hints?.filter(({ code }) => code === 'duplicate')
    expect(await twins(second)).toEqual([{ code: 'duplicate', otherPage: first.id }])
    expect([await twins(first), await twins(elsewhere)]).toEqual([[], []])
  })

  test('[danger 66] a made page is turned from its master, and its former copies are removed', async () => {
    const row = await desk.arrived(await markedPicture(480, 360).jpeg().toBuffer())
    await desk.pictures.drain()
    const before = await desk.page(row)
    await desk.change(row.id, { state: 'checking', rotation: 3 })
    await desk.pictures.drain()
    await desk.change(row.id, { state: 'checking', rotation: 1 })
    await desk.pictures.drain()
    const after = await desk.page(row)
    expect(after).toMatchObject({ madeRotation: 1, width: 360, height: 480 })
    expect(await corners((await desk.bytes(after.masterObject))!)).toEqual(['blue', 'red', 'green', 'black'])
    for (const key of [before.masterObject, before.displayObject, before.thumbnailObject])
      expect(await desk.bytes(key)).toBeUndefined()
  })

  test('the picture process is killed in the middle: the page is made all the same, once', async () => {
    await desk.arrived(await page(3), { applicationId: 'a-4' })
    await desk.pictures.drain()
    const row = await desk.arrived(sample('large.heic'), { uploadMediaType: 'image/heic' })
    const working = desk.pictures.makeOne()
    await until(() => desk.pictures.inHand === 1)
    process.kill(desk.pictures.processId!, 'SIGKILL')
    await working
    expect(await desk.page(row)).toMatchObject({ state: 'checking', attempts: 1, masterObject: null })
    world.clock.advance(10_000)
    await desk.pictures.drain()
    expect((await desk.page(row)).state).toMatch(/^usable/)
  })

  test('a page that ends the process each time is refused after three tries', async () => {
    const row = await desk.arrived(sample('large.heic'), { uploadMediaType: 'image/heic' })
    for (let tried = 1; tried <= 3; tried += 1) {
      // A new process for each try: it is up before the page is in its hands.
      const other = await desk.arrived(await page(tried), { applicationId: 'a-5', changedAt: new Date(0) })
      await desk.pictures.makeOne()
      expect((await desk.page(other)).state).toMatch(/^usable/)
      expect(await desk.page(row)).toMatchObject({ state: 'checking', attempts: tried - 1 })
      const working = desk.pictures.makeOne()
      await until(() => desk.pictures.inHand === 1)
      process.kill(desk.pictures.processId!, 'SIGKILL')
      await working
      world.clock.advance(10_000)
    }
    expect(await desk.page(row)).toMatchObject({ state: 'refused', refusal: 'unreadable-file' })
  })

  test('what the worker has in hand stays there beside a process that only looks; a worker that begins takes it up', async () => {
    const leaseUntil = new Date(world.clock.now() + 60_000)
    const row = await desk.arrived(await page(9), { attempts: 1, leaseUntil, applicationId: 'a-9' })
    const other = await world.start()
    expect((await desk.page(row)).leaseUntil).toEqual(leaseUntil)
    other.app.get(Loop).start()
    await until(async () => (await desk.page(row)).state !== 'checking')
    await other.close()
    expect((await desk.page(row)).state).toMatch(/^usable/)
  })

  test('a page of a worker that never came back is taken up again when its lease is over, and not before', async () => {
    const leaseUntil = new Date(world.clock.now() + 60_000)
    const row = await desk.arrived(await page(5), { attempts: 1, leaseUntil, applicationId: 'a-6' })
    await desk.pictures.drain()
    expect(await desk.page(row)).toMatchObject({ state: 'checking', version: row.version })
    world.clock.advance(60_000)
    await desk.pictures.drain()
    expect((await desk.page(row)).state).toMatch(/^usable/)
  })

  test('[danger 74] the store is away: nobody could look, so the page passes nothing; it waits, loses no try and is made later', async () => {
    const row = await desk.arrived(await page(6), { applicationId: 'a-7' })
    const elsewhere = `${world.pagesFolder}-away`
    renameSync(world.pagesFolder, elsewhere)
    writeFileSync(world.pagesFolder, 'no folder')
    await desk.pictures.drain()
    expect(await desk.page(row)).toMatchObject({ state: 'checking', attempts: 0 })
    rmSync(world.pagesFolder)
    renameSync(elsewhere, world.pagesFolder)
    world.clock.advance(20_000)
    await desk.pictures.drain()
    expect((await desk.page(row)).state).toMatch(/^usable/)
  })

  test.each([
    ['removed', { removedAt: new Date('2023-09-01T00:00:00Z') }, /^checking$/],
    ['turned', { rotation: 2 as const, leaseUntil: null }, /^usable/],
  ])('a page that is %s while it is made: that result is thrown away, its copies with it', async (_, change, state) => {
    const row = await desk.arrived(await page(7, 2400, 3200), { applicationId: `a-8-${_}` })
    const before = await kept(world)
    const working = desk.pictures.makeOne()
    await until(() => desk.pictures.inHand === 1)
    await desk.change(row.id, change)
    await working
    expect(await desk.page(row)).toMatchObject({ state: 'checking', masterObject: null })
    expect(await kept(world)).toEqual(before)
    await desk.pictures.drain()
    const after = await desk.page(row)
    expect(after.state).toMatch(state)
    expect(after.madeRotation).toBe(after.rotation)
  })
})
