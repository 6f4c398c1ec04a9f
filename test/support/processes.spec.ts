import { freePortFrom } from './ports'
import { startProcess } from './processes'

const node = (script: string, ready: RegExp) =>
  startProcess(process.execPath, ['-e', script], { ready, patience: 20_000 })

describe('startProcess', () => {
  test('waits for the ready line and gives what it matched', async () => {
    const started = await node(`console.log('listening on 4300'); setInterval(() => {}, 1000)`, /listening on (\d+)/)
    expect(started.ready[1]).toBe('4300')
    await started.stop()
  })

  test('stops the child and whatever it started', async () => {
    const server = `require('node:net').createServer().listen(0, function () { console.log('grandchild on ' + this.address().port) })`
    const parent = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(server)}], { stdio: 'inherit' })`
    const started = await node(parent, /grandchild on (\d+)/)
    const port = Number(started.ready[1])
    expect(await freePortFrom(port)).not.toBe(port)
    await started.stop()
    expect(await freePortFrom(port)).toBe(port)
  })

  test('a child that ends before it is ready is reported with its output', async () => {
    await expect(node(`console.error('no settings'); process.exit(3)`, /never/)).rejects.toThrow(
      /ended \(3\)[^]*no settings/,
    )
  })

  test('a command that does not exist is reported', async () => {
    await expect(startProcess('no-such-command-here', [], { ready: /x/ })).rejects.toThrow('ENOENT')
  })
})
