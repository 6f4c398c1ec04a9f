import { randomInt } from 'node:crypto'
import { type WechatState } from '../state'
import { eventAsJson, eventAsXml, type MessageEvent } from './events'
import { checkUrl, pushRequest } from './sealing'
import { type Pushed, type PushRequest, type ReceivedMessage } from './types'

const tries = 3
const patienceMs = 5_000

/** Brings an event to the address of the console. Undefined: none is set. Not answered with `success` it comes again, three times in all. */
export async function pushEvent(state: WechatState, event: MessageEvent, array = false): Promise<Pushed | undefined> {
  const { push } = state.messages
  if (!push) return undefined
  const text = push.format === 'json' ? eventAsJson(event, array) : eventAsXml(event)
  const request = (): PushRequest => pushRequest(push, state.apps[0]?.appid ?? '', text, secondsOf(state))
  const pushing = bring(request)
  state.messages.pushes.add(pushing)
  return pushing.finally(() => state.messages.pushes.delete(pushing))
}

/** What became of a message, some time after it was taken. */
export function tellSent(
  state: WechatState,
  { openid, template }: Pick<ReceivedMessage, 'openid' | 'template'>,
  { msgid, code, status }: { msgid: string; code: number; status: string },
): void {
  const item = { TemplateId: template.id, MsgID: msgid, ErrorCode: String(code), ErrorStatus: status }
  void pushEvent(state, { event: 'subscribe_msg_sent_event', openid, at: secondsOf(state), items: [item] })
}

export const secondsOf = (state: WechatState): number => Math.floor(state.clock.now() / 1000)

/** Each try is signed anew. */
async function bring(request: () => PushRequest): Promise<Pushed> {
  for (let turn = 1; ; turn += 1) {
    const pushed = await post(request())
    if (pushed.answer === 'success' || turn === tries) return pushed
  }
}

export async function post(request: PushRequest): Promise<Pushed> {
  const { url, contentType, body } = request
  const headers = { 'content-type': contentType }
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(patienceMs) })
    return { status: answer.status, answer: await answer.text(), request }
  } catch {
    return { status: 0, answer: '', request }
  }
}

/** As the console does when its owner saves the address. */
export async function checkAddress(state: WechatState): Promise<boolean> {
  const { push } = state.messages
  if (!push) return false
  const echostr = String(randomInt(2 ** 47))
  const answer = await fetch(checkUrl(push, echostr, secondsOf(state)))
  return answer.status === 200 && (await answer.text()) === echostr
}
