import { freePortFrom } from '../../support/ports'
import { type Child, startChild } from './child'
import { keysOf, merchantOf } from './keys'
import { type Addresses, services } from './services'

export interface Running extends Addresses {
  /** Resolves when one of the processes has ended by itself, with its last words. */
  oneEnded: Promise<string>
  stop(): Promise<void>
}

/**
 * Starts clock, WeChat, WeChat Pay, a mail server, exam office and BFF with their data in `folder` (absolute). What is built must be built before.
 * `root` is the repository. Ports are the first free ones from `firstPort` on; the page gets the first of them.
 */
export async function startAll(settings: { folder: string; root: string; firstPort?: number }): Promise<Running> {
  const { folder, root, firstPort = 4300 } = settings
  const addresses = await takeAddresses(firstPort)
  const children: Child[] = []
  const stop = async (): Promise<void> => {
    // In the opposite order: the BFF still finds the others while it ends.
    for (const child of children.splice(0).reverse()) await child.stop()
  }
  const [clock, ...others] = services(folder, keysOf(folder), addresses, await merchantOf(folder))
  // The others ask the clock at once; among themselves they wait for nobody.
  for (const together of [clock ? [clock] : [], others]) {
    const started = await Promise.allSettled(together.map((service) => startChild(service, folder, root)))
    children.push(...started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])))
    const failed = started.find((one) => one.status === 'rejected')
    if (failed) {
      await stop()
      throw failed.reason
    }
  }
  return { ...addresses, oneEnded: Promise.race(children.map(({ ended }) => ended)), stop }
}

async function takeAddresses(firstPort: number): Promise<Addresses> {
  const ports: number[] = []
  for (let from = firstPort; ports.length < 7; from = (ports.at(-1) ?? from) + 1) ports.push(await freePortFrom(from))
  const [web = '', wechat = '', office = '', clock = '', pay = '', mail = '', smtp = ''] = ports.map(
    (port) => `http://127.0.0.1:${port}`,
  )
  return { web, wechat, office, clock, pay, mail, smtp: smtp.replace('http:', 'smtp:') }
}
