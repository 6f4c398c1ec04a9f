import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { repository } from '../architecture/source-files'
import { type Child, startChild } from '../sandbox/start/child'
import { keysOf, merchantOf } from '../sandbox/start/keys'
import { type Addresses, type MerchantAt, services } from '../sandbox/start/services'
import { freePort } from '../support/ports'

/** Everything that `npm start` starts, each a process of its own, so that the BFF can be killed as a machine kills it. */
export class RealServers {
  private constructor(
    readonly at: Addresses,
    private readonly folder: string,
    private readonly merchant: MerchantAt,
    private readonly children: Map<string, Child>,
  ) {}

  static async start(): Promise<RealServers> {
    const folder = mkdtempSync(path.join(tmpdir(), 'real-servers-'))
    const ports = await Promise.all(Array.from({ length: 7 }, freePort))
    const [web = '', wechat = '', office = '', clock = '', pay = '', mail = '', smtp = ''] = ports.map(
      (port) => `http://127.0.0.1:${port}`,
    )
    const at = { web, wechat, office, clock, pay, mail, smtp: smtp.replace('http:', 'smtp:') }
    const servers = new RealServers(at, folder, await merchantOf(folder), new Map())
    for (const { name } of servers.services()) await servers.startOne(name)
    return servers
  }

  /** No goodbye: what was in hand is lost. */
  async kill(name: string): Promise<void> {
    const child = this.children.get(name)
    if (!child) throw new Error(`${name} is not running`)
    process.kill(child.pid, 'SIGKILL')
    await child.ended
    this.children.delete(name)
  }

  async startOne(name: string): Promise<void> {
    const service = this.services().find((one) => one.name === name)
    if (!service) throw new Error(`there is no ${name}`)
    this.children.set(name, await startChild(service, this.folder, repository))
  }

  async close(): Promise<void> {
    for (const child of [...this.children.values()].reverse()) await child.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  private services() {
    return services(this.folder, keysOf(this.folder), this.at, this.merchant)
  }
}
