import { randomUUID } from 'node:crypto'
import { databaseKinds, World, type RunningApp } from '../../app.fixture'
import { Transactions } from '../../platform/database/transaction'
import { GrantRow } from '../rows/reader-rows'
import { Grants } from './grants'

describe.each(databaseKinds)('what is left of consents, on %s', (kind) => {
  let world: World
  let app: RunningApp
  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })
  const grants = () => app.app.get(Grants)
  const run = <T>(work: Parameters<Transactions['run']>[0]): Promise<T> =>
    app.app.get(Transactions).run(work) as Promise<T>
  const fresh = () => ({ accountId: randomUUID(), templateId: 'Sample-template' })
  const left = (grant: object) =>
    run<number | undefined>(async (manager) => (await manager.findOneBy(GrantRow, grant))?.left)

  test('nobody who never accepted has any', async () => {
    const grant = fresh()
    expect(await run((manager) => grants().take(manager, grant))).toBe(false)
    await run((manager) => grants().giveBack(manager, grant))
    expect(await left(grant)).toBeUndefined()
  })

  test('[danger 45] two messages at once never go on one consent', async () => {
    const grant = fresh()
    for (let turn = 0; turn < 3; turn += 1) await run((manager) => grants().add(manager, grant))
    const taken = await Promise.all(
      Array.from({ length: 10 }, () => run<boolean>((manager) => grants().take(manager, grant))),
    )
    expect(taken.filter(Boolean)).toHaveLength(3)
    expect(await left(grant)).toBe(0)
  })

  test('acceptances at once are all counted, the first two among them', async () => {
    const grant = fresh()
    await Promise.all(Array.from({ length: 6 }, () => run((manager) => grants().add(manager, grant))))
    expect(await left(grant)).toBe(6)
  })

  test('an acceptance that came after a refused message was asked for stays', async () => {
    const grant = fresh()
    await run((manager) => grants().add(manager, grant))
    const asked = new Date(world.clock.now())
    world.clock.advance(1)
    await run((manager) => grants().add(manager, grant))
    await run((manager) => grants().end(manager, grant, asked))
    expect(await left(grant)).toBe(2)
    await run((manager) => grants().end(manager, grant, new Date(world.clock.now())))
    expect(await left(grant)).toBe(0)
  })
})
