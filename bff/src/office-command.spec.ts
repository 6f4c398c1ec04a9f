import { databaseKinds, World, type RunningApp } from './app.fixture'
import { officeCommand } from './office-command'
import { OutboxRow } from './platform/outbox/outbox-row'
import { Outbox } from './platform/outbox/outbox'
import { Transactions } from './platform/database/transaction'
import { Attempts } from './office-relay/attempts'

describe.each(databaseKinds)('the operator’s command, on %s', (kind) => {
  let world: World
  let app: RunningApp
  let id: string

  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    const transactions = app.app.get(Transactions)
    id = await transactions.run(async (manager) => {
      const message = { topic: 'office.application', aggregate: 'application:a', payload: {} }
      const made = await app.app.get(Outbox).enqueue(manager, message)
      await manager.update(OutboxRow, { id: made }, { state: 'dead', attempts: 1, lastError: 'content-invalid' })
      return made
    })
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  const run = (...args: string[]) => officeCommand(app.app, args)

  test('lists what the office has refused, with its reason', async () => {
    const [first] = await run('relay:list')
    expect(first).toContain(id)
    expect(first).toMatch(/office\.application {2}application:a {2}refused {2}tries 1 .* content-invalid$/)
  })

  test('tries a refused message again, once, under another key', async () => {
    expect(await run('relay:revive', id)).toEqual([`${id} will be tried again`])
    expect((await run('relay:list'))[0]).toContain('waiting')
    expect((await app.app.get(Attempts).current(id)).key).toBe(`${id}-1`)
    await expect(run('relay:revive', id)).rejects.toThrow('no refused message')
  })

  test.each([[[]], [['relay:revive']], [['relay:forget', 'x']]])('%j says how it is used', async (args) => {
    await expect(run(...args)).rejects.toThrow('npm run office')
  })
})
