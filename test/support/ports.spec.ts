import { createServer } from 'node:net'
import { freePort, freePortFrom } from './ports'

test('a free port can be listened on, and the next search from it passes it over', async () => {
  const port = await freePort()
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  expect(await freePortFrom(port)).toBeGreaterThan(port)
  await new Promise((resolve) => server.close(resolve))
})
