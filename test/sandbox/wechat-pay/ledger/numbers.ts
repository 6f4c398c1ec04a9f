import { randomBytes, randomInt } from 'node:crypto'

const hour = 3_600_000

/** `2023-03-20T09:00:00+08:00`, as WeChat Pay writes instants. */
export function beijing(moment: number): string {
  return `${new Date(moment + 8 * hour).toISOString().slice(0, 19)}+08:00`
}

/** `20230320090000`, Beijing. */
function compact(moment: number): string {
  return new Date(moment + 8 * hour).toISOString().slice(0, 19).replaceAll(/\D/g, '')
}

function digits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('')
}

export function newPrepayId(now: number): string {
  return `wx${compact(now)}${randomBytes(9).toString('hex')}0000`.slice(0, 36)
}

export function newTransactionId(now: number): string {
  return `42000${digits(5)}${compact(now).slice(0, 8)}${digits(10)}`
}

export function newRefundId(now: number): string {
  return `50300${digits(6)}${compact(now).slice(0, 8)}${digits(10)}`
}

export function newEventId(): string {
  return `EV-${digits(20)}`
}
