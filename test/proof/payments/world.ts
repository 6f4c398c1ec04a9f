import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createConnection, createPool, type Pool } from 'mysql2/promise'
import { type FollowedClock, followClock } from '../../sandbox/clock/follow-clock'
import { merchantFiles, sampleMerchant } from '../../sandbox/wechat-pay/sample-merchant'
import { type MariadbServer } from '../../support/mariadb'
import { freePort } from '../../support/ports'
import { openPublicDoor, type PublicDoor } from '../../support/public-door'
import { Child } from './child'
import { type Addresses, bffProgram, clockProgram, type Shared, standInPrograms } from './programs'
import { StandIns } from './stand-ins'

/** Two web processes and two workers on one database, and everything around them, each a process of its own. */
export class World {
  private constructor(
    readonly folder: string,
    readonly bffs: readonly Child[],
    /** Of the web processes. */
    readonly webUrls: readonly string[],
    readonly officeUrl: string,
    readonly standIns: StandIns,
    readonly clock: FollowedClock,
    readonly database: Pool,
    private readonly others: readonly Child[],
    private readonly door: PublicDoor,
  ) {}

  static async open(server: Pick<MariadbServer, 'host' | 'port' | 'user' | 'password'>): Promise<World> {
    const folder = mkdtempSync(path.join(tmpdir(), 'proof-payments-'))
    const door = await openPublicDoor()
    const at = await takeAddresses(door)
    const database = await makeDatabase(server)
    const shared = { folder, database, ...(await makeMerchant(folder)) }
    const others = [clockProgram(at, shared), ...standInPrograms(at, shared)].map((one) => new Child(one, folder))
    const ports = [await freePort(), await freePort()]
    const bffs = bffChildren(at, shared, ports)
    try {
      const [clock, ...standIns] = others
      await clock?.start()
      await Promise.all(standIns.map((one) => one.start()))
      await Promise.all(bffs.map((one) => one.start()))
    } catch (error) {
      await Promise.all([...bffs, ...others].map((one) => one.stop()))
      await door.close()
      throw error
    }
    const webUrls = ports.map((port) => `http://127.0.0.1:${port}`)
    for (const url of webUrls) door.leadTo(url)
    const pool = createPool({ uri: database, timezone: 'Z', connectionLimit: 8 })
    const clock = await followClock(at.clock, 200)
    return new World(folder, bffs, webUrls, at.office, new StandIns(at), clock, pool, others, door)
  }

  /** What the processes wrote is kept where something went wrong: `folder`/logs. */
  async close(keepFolder: boolean): Promise<void> {
    this.clock.stop()
    await Promise.all(this.bffs.map((one) => one.stop()))
    await Promise.all(this.others.map((one) => one.stop()))
    await this.door.close()
    await this.database.end()
    if (!keepFolder) rmSync(this.folder, { recursive: true, force: true })
  }
}

function bffChildren(at: Addresses, shared: Shared, ports: readonly number[]): Child[] {
  const webs = ports.map((port, index) => bffProgram(`web-${index + 1}`, at, shared, port))
  const workers = [1, 2].map((number) => bffProgram(`worker-${number}`, at, shared))
  return [...webs, ...workers].map((program) => new Child(program, shared.folder))
}

async function takeAddresses(door: PublicDoor): Promise<Addresses> {
  const address = async (): Promise<string> => `http://127.0.0.1:${await freePort()}`
  const [clock, wechat, office, pay] = [await address(), await address(), await address(), await address()]
  return { clock, wechat, office, pay, door: door.url }
}

async function makeMerchant(folder: string): Promise<Pick<Shared, 'merchant' | 'merchantFile'>> {
  const sample = await sampleMerchant()
  const merchantFile = path.join(folder, 'merchant.json')
  writeFileSync(merchantFile, JSON.stringify(sample), { mode: 0o600 })
  return { merchantFile, merchant: merchantFiles(sample, path.join(folder, 'merchant')) }
}

/** A fresh one; answers its address. */
export async function makeDatabase({ host, port, user, password }: Parameters<typeof World.open>[0]): Promise<string> {
  const url = `mariadb://${user}:${password}@${host}:${port}`
  const connection = await createConnection(url)
  const name = `proof_${process.pid}_${Math.floor(performance.now())}`
  await connection.query(`create database ${name}`)
  await connection.end()
  return `${url}/${name}`
}
