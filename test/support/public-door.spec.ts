import { createServer, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import { openPublicDoor, type PublicDoor } from './public-door'

describe('the public door', () => {
  const servers: Server[] = []
  let door: PublicDoor
  beforeEach(async () => (door = await openPublicDoor()))
  afterEach(async () => {
    await door.close()
    for (const server of servers.splice(0)) server.close().closeAllConnections()
  })

  const saying = async (word: string): Promise<string> => {
    const server = createServer((_request, response) => response.setHeader('connection', 'close').end(word))
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const ask = async (): Promise<string> => (await fetch(door.url)).text()

  it('leads to its servers in turns, and no longer to one that left', async () => {
    door.leadTo(await saying('first'))
    const leave = door.leadTo(await saying('second'))
    expect(new Set([await ask(), await ask()])).toEqual(new Set(['first', 'second']))
    leave()
    expect([await ask(), await ask()]).toEqual(['first', 'first'])
  })

  it('cuts a connection while nobody is there, and works once somebody comes', async () => {
    await expect(ask()).rejects.toThrow()
    door.leadTo(await saying('here'))
    expect(await ask()).toBe('here')
  })
})
