import { type Told } from './teller'

export interface Delivered {
  id: string
  noticeId: string
  recipient: string
  way: 'wechat' | 'email'
  state: string
}

/** A message as it arrived: whose it is, of which application, and what it says. */
export interface Arrived {
  person: string
  application: string
  what: string
}

export interface Evidence {
  /** Keys of the inbox rows that there must be, each once. */
  inboxes: readonly string[]
  told: readonly Told[]
  deliveries: readonly Delivered[]
  /** Of a delivery by WeChat: how its message looks. Undefined: WeChat knows nobody there. */
  messageOf(delivery: Delivered, notice: Told): Arrived | undefined
  messages: readonly Arrived[]
  /** Of the deliveries whose mails arrived; two copies are two. */
  mails: readonly string[]
  kills: number
}

/** So many calls of one worker may be on their way at once. */
const lanes = 8
const ends = ['sent', 'uncertain', 'skipped', 'failed']

/** What is not as it has to be, in words. */
export function disagreements(evidence: Evidence): string[] {
  return [
    ...ofInboxes(evidence),
    ...ofChains(evidence),
    ...ofMessages(evidence),
    ...ofMails(evidence),
    ...ofKills(evidence),
  ]
}

function ofInboxes({ inboxes, told }: Evidence): string[] {
  const there = countsOf(told.map(({ key }) => key))
  const missing = inboxes.filter((key) => !there.has(key)).map((key) => `the inbox lacks ${key}`)
  const wrong = [...there].filter(([key, times]) => times > 1 || !inboxes.includes(key))
  return [...missing, ...wrong.map(([key, times]) => `the inbox has ${key} ${times} times`)]
}

/** Each notice and reader: first WeChat, and mail where WeChat did not carry it. Nothing waits. */
function ofChains({ told, deliveries }: Evidence): string[] {
  const problems = deliveries
    .filter(({ state }) => !ends.includes(state))
    .map(({ id, way, state }) => `delivery ${id} by ${way} is still ${state}`)
  const chains = new Map<string, Delivered[]>()
  for (const one of deliveries) {
    const name = `${one.noticeId} ${one.recipient}`
    chains.set(name, [...(chains.get(name) ?? []), one])
  }
  for (const [name, chain] of chains) {
    const [wechat, email, ...more] = chain.sort((a, b) => (a.way < b.way ? 1 : -1))
    const carried = wechat?.state === 'sent'
    if (wechat?.way !== 'wechat' || more.length > 0 || carried === (email !== undefined))
      problems.push(`${name}: ${chain.map(({ way, state }) => `${way} ${state}`).join(', ')}`)
  }
  const noticed = new Set(deliveries.map(({ noticeId }) => noticeId))
  return [...problems, ...told.filter(({ id }) => !noticed.has(id)).map(({ key }) => `${key} went nowhere`)]
}

const nameOf = ({ person, application, what }: Arrived): string =>
  [person, application, what.replace(/\s/g, '')].join(' ')

/** `sent` arrived once, `uncertain` once or not, nothing else at all. */
function ofMessages({ told, deliveries, messageOf, messages }: Evidence): string[] {
  const notices = new Map(told.map((one) => [one.id, one]))
  const arrived = countsOf(messages.map(nameOf))
  const problems: string[] = []
  for (const one of deliveries.filter(({ way }) => way === 'wechat')) {
    const notice = notices.get(one.noticeId)
    const message = notice && messageOf(one, notice)
    const name = message ? nameOf(message) : ''
    problems.push(...judge(one, arrived.get(name) ?? 0, name))
    arrived.delete(name)
  }
  return [
    ...problems,
    ...[...arrived].map(([name, times]) => `${name} arrived ${times} times by WeChat, of no delivery`),
  ]
}

function ofMails({ deliveries, mails }: Evidence): string[] {
  const arrived = countsOf(mails)
  const problems: string[] = []
  for (const one of deliveries.filter(({ way }) => way === 'email')) {
    problems.push(...judge(one, arrived.get(one.id) ?? 0, one.id))
    arrived.delete(one.id)
  }
  return [...problems, ...[...arrived].map(([id, times]) => `mail ${id} arrived ${times} times, of no delivery`)]
}

function judge({ way, state }: Delivered, times: number, name: string): string[] {
  const fits = state === 'sent' ? times === 1 : state === 'uncertain' ? times <= 1 : times === 0
  return fits ? [] : [`${name} is ${state} by ${way} and arrived ${times} times`]
}

function ofKills({ deliveries, kills }: Evidence): string[] {
  const uncertain = deliveries.filter(({ state }) => state === 'uncertain').length
  return uncertain <= kills * lanes ? [] : [`${uncertain} are uncertain after ${kills} kills`]
}

function countsOf(all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}
