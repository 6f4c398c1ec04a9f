import { openidOf, personOf } from '../../people'
import { type WechatState } from '../state'
import { checkAddress, post, pushEvent, secondsOf } from './pusher'
import { pushRequest } from './sealing'
import {
  type MessageSwitches,
  type PopupAnswer,
  type PushAddress,
  type Pushed,
  type PushRequest,
  type ReceivedMessage,
  type SandboxTemplate,
} from './types'

type Name = SandboxTemplate['name']

/** What a test or a page may do with subscribe messages beyond the real calls. `person`: id of a sample person. */
export interface MessageControl {
  readonly templates: readonly SandboxTemplate[]
  readonly switches: MessageSwitches
  /** Where events go from now on, as set in the console. */
  pushTo(address: PushAddress | undefined): void
  checkAddress(): Promise<boolean>
  /** As if the person had answered the question for these templates. `array`: also one answer stands in a list (JSON). */
  answer(person: string, answers: Partial<Record<Name, PopupAnswer>>, array?: boolean): Promise<Pushed | undefined>
  /** As if the person had turned these messages off in WeChat. */
  turnOff(person: string, name: Name): Promise<Pushed | undefined>
  /** That a message which was taken did not arrive after all. */
  tellLost(person: string, name: Name, code: number, status: string): Promise<Pushed | undefined>
  /** WeChat forgets a consent without a word, as when messages were sent by another program. */
  useUp(person: string, name: Name): void
  left(person: string, name: Name): number
  received(person?: string): readonly ReceivedMessage[]
  /** A signed request that brings any text, to be changed and sent with `post`. */
  sign(text: string, at?: number): PushRequest
  post(request: PushRequest): Promise<Pushed>
  pushesSettled(): Promise<void>
}

export function messageControlOf(state: WechatState): MessageControl {
  const { messages } = state
  const openid = (person: string): string => openidOf(personOf(person), state.apps[0]?.appid ?? '')
  const templateOf = (name: Name): SandboxTemplate => {
    const template = messages.templates.find((one) => one.name === name)
    if (!template) throw Object.assign(new Error('No such template at this stand-in.'), { statusCode: 400 })
    return template
  }
  return {
    templates: messages.templates,
    switches: messages.switches,
    pushTo: (address) => void (messages.push = address),
    checkAddress: () => checkAddress(state),
    answer: (person, answers, array) => answerPopup(state, openid(person), answers, array),
    turnOff: (person, name) => {
      messages.setLeft(openid(person), templateOf(name).id, 0)
      const items = [{ TemplateId: templateOf(name).id, SubscribeStatusString: 'reject' }]
      return pushEvent(state, {
        event: 'subscribe_msg_change_event',
        openid: openid(person),
        at: secondsOf(state),
        items,
      })
    },
    tellLost: (person, name, code, status) => {
      messages.lastMessageId += 1n
      const head = { TemplateId: templateOf(name).id, MsgID: String(messages.lastMessageId) }
      const items = [{ ...head, ErrorCode: String(code), ErrorStatus: status }]
      return pushEvent(state, {
        event: 'subscribe_msg_sent_event',
        openid: openid(person),
        at: secondsOf(state),
        items,
      })
    },
    useUp: (person, name) => messages.setLeft(openid(person), templateOf(name).id, 0),
    left: (person, name) => messages.left(openid(person), templateOf(name).id),
    received: (person) => messages.received.filter((one) => person === undefined || one.person === person),
    sign: (text, at) => {
      if (!messages.push) throw new Error('No address is set for events.')
      return pushRequest(messages.push, state.apps[0]?.appid ?? '', text, at ?? secondsOf(state))
    },
    post,
    pushesSettled: async () => {
      while (messages.pushes.size > 0) await Promise.allSettled([...messages.pushes])
    },
  }
}

/** Each acceptance allows one more message, whether the event arrives or not. */
function answerPopup(
  state: WechatState,
  openid: string,
  answers: Partial<Record<Name, PopupAnswer>>,
  array?: boolean,
): Promise<Pushed | undefined> {
  const { messages } = state
  const items = messages.templates.flatMap(({ id, name }) => {
    const answer = answers[name]
    if (answer === undefined) return []
    if (answer === 'accept') messages.setLeft(openid, id, messages.left(openid, id) + 1)
    return [{ TemplateId: id, SubscribeStatusString: answer, PopupScene: '0' }]
  })
  return pushEvent(state, { event: 'subscribe_msg_popup_event', openid, at: secondsOf(state), items }, array)
}
