import { setTimeout as pause } from 'node:timers/promises'
import { openidOf, people } from '../../people'
import { failure } from '../errors'
import { type WechatState } from '../state'
import { checkToken } from '../tokens'
import { type Answer } from '../types'
import { takesValue } from './field-rules'
import { tellSent } from './pusher'
import { type ReceivedMessage, type SandboxTemplate } from './types'

const fields = ['touser', 'template_id', 'page', 'miniprogram_state', 'lang', 'data']

/**
 * subscribeMessage.send: one message for one consent. Nothing is known here of an earlier, same call: what is sent twice arrives twice. Undefined: the
 * caller gets no answer.
 */
export async function sendMessage(state: WechatState, token: unknown, body: unknown): Promise<Answer | undefined> {
  const { switches } = state.messages
  if (takeOne(switches, 'lostSends')) return undefined
  const appid = checkToken(state, token)
  if (typeof appid === 'number') return failure(appid)
  const forced = switches.sendErrors.shift()
  if (forced !== undefined) return failure(forced)
  const message = readMessage(state, body, appid)
  if ('refusal' in message) return message.refusal
  return deliver(state, message)
}

/** Two at once to one person are too many. */
async function deliver(state: WechatState, message: ReceivedMessage): Promise<Answer | undefined> {
  const { messages } = state
  const { openid, template } = message
  if (messages.busyWith.has(openid)) return failure(43108)
  messages.busyWith.add(openid)
  try {
    if (messages.switches.sendMilliseconds > 0) await pause(messages.switches.sendMilliseconds)
  } finally {
    messages.busyWith.delete(openid)
  }
  const left = messages.left(openid, template.id)
  if (left < 1) return failure(43101)
  messages.setLeft(openid, template.id, left - 1)
  messages.received.push(message)
  messages.lastMessageId += 1n
  const msgid = String(messages.lastMessageId)
  if (messages.switches.sentEvents) tellSent(state, message, { msgid, code: 0, status: 'success' })
  return takeOne(messages.switches, 'lostAnswers') ? undefined : { errcode: 0, errmsg: 'ok', msgid }
}

interface Refusal {
  refusal: Answer
}

const refused = (errcode: number, words?: string): Refusal => ({ refusal: failure(errcode, words) })

/** The message, or the answer to the first thing that is wrong with it. */
function readMessage(state: WechatState, body: unknown, appid: string): ReceivedMessage | Refusal {
  const told = objectOf(body)
  if (!told || Object.keys(told).some((name) => !fields.includes(name))) return refused(47001)
  const { touser, template_id: templateId, page, miniprogram_state: version = 'formal', data } = told
  if (!['developer', 'trial', 'formal'].includes(String(version))) return refused(47001)
  const person = people.find((one) => openidOf(one, appid) === touser)
  if (!person) return refused(40003)
  const template = state.messages.templates.find(({ id }) => id === templateId)
  if (!template) return refused(40037)
  if (page !== undefined && !isReleased(state.messages.pages, page)) return refused(41030)
  const values = readData(template, data)
  if (typeof values === 'string') return refused(47003, `argument invalid! data.${values}.value invalid`)
  const { forbiddenWords } = state.messages.switches
  if (forbiddenWords.some((word) => Object.values(values).some((value) => value.includes(word)))) return refused(45168)
  return {
    person: person.id,
    openid: openidOf(person, appid),
    template,
    page: page === undefined ? undefined : String(page),
    version: String(version),
    data: values,
    at: state.clock.now(),
  }
}

/** A slash before it is another page, which nobody released. */
function isReleased(pages: readonly string[], page: unknown): boolean {
  return typeof page === 'string' && pages.includes(page.split('?')[0] ?? '')
}

/** Key → value, or the key of the first field that is missing, unknown or of another form. */
function readData(template: SandboxTemplate, data: unknown): Record<string, string> | string {
  const told = objectOf(data) ?? {}
  const values: Record<string, string> = {}
  for (const key of new Set([...Object.keys(template.fields), ...Object.keys(told)])) {
    const value = objectOf(told[key])?.['value']
    if (!(key in template.fields) || typeof value !== 'string' || !takesValue(key, value)) return key
    values[key] = value
  }
  return values
}

function objectOf(value: unknown): Record<string, unknown> | undefined {
  return value && typeof value === 'object' && !Array.isArray(value) ? { ...value } : undefined
}

function takeOne(switches: WechatState['messages']['switches'], name: 'lostSends' | 'lostAnswers'): boolean {
  if (switches[name] < 1) return false
  switches[name] -= 1
  return true
}
