import { StuckDeliveries, type StuckDelivery } from './notices/delivery/stuck-deliveries'
import type { Command } from './payment-commands'

export const noticeUsage = `npm run office -- notices:list                           messages by WeChat or mail that did not arrive; the inbox has them all
npm run office -- notices:resend ID                      tries one again that was refused or given up`

export const noticeCommands: Readonly<Record<string, Command>> = {
  'notices:list': async (app, args) => {
    if (args.length > 0) return undefined
    const stuck = await app.get(StuckDeliveries).list()
    return stuck.length > 0 ? stuck.map(line) : ['everything arrived or waits for its turn']
  },

  'notices:resend': async (app, [id, ...more]) => {
    if (id === undefined || more.length > 0) return undefined
    if (!(await app.get(StuckDeliveries).resend(id)))
      throw new Error(`no message that was refused or given up has the id ${id}; an uncertain one is never sent again`)
    return [`${id} will be tried again`]
  },
}

function line({ id, way, state, name, applicationId, attempts, lastError, changedAt }: StuckDelivery): string {
  const of = [id, way, state, name, applicationId ?? '', `tries ${attempts}`, `since ${changedAt.toISOString()}`]
  return [...of, lastError ?? ''].join('  ')
}
