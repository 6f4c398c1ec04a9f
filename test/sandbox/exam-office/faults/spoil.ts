import { type FastifyReply, type FastifyRequest } from 'fastify'
import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from '../contract/refusal'
import { applies, type OfficeSwitches, spend } from './switches'

/** Before anything is looked at. Answers true where the request is finished. */
export async function spoilArrival(
  switches: OfficeSwitches,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  if (switches.down === 'unreachable') {
    reply.hijack()
    request.raw.socket.destroy()
    return true
  }
  if (switches.down === 'unavailable') {
    await reply.code(503).type('text/html').send('<html><body>503 Service Unavailable</body></html>')
    return true
  }
  if (switches.slowMs > 0 && applies(switches, request.method)) {
    // Not held against the end of the process.
    await pause(switches.slowMs, undefined, { ref: false })
  }
  return false
}

/** After the signature was checked, before the work. Throws the Refusal that is answered instead. */
export function spoilWork(switches: OfficeSwitches, request: FastifyRequest): void {
  if (!applies(switches, request.method)) return
  if (spend(switches, 'fail')) throw new Refusal(500, 'internal', 'The stand-in was told to fail.')
  if (spend(switches, 'conflict')) throw new Refusal(409, 'not-possible-now', 'The stand-in was told to refuse.')
}

export type Spoilt = 'cut' | 'fail' | 'garbage' | undefined

/** After the work was done and is kept. */
export function spoilAnswer(switches: OfficeSwitches, request: FastifyRequest): Spoilt {
  if (!applies(switches, request.method)) return undefined
  if (spend(switches, 'cutAfter')) return 'cut'
  if (spend(switches, 'failAfter')) return 'fail'
  return spend(switches, 'garbage') ? 'garbage' : undefined
}
