/** A template of the app, as its owner chose it in WeChat's console. */
export interface SandboxTemplate {
  id: string
  /** What ours call it. */
  name: 'progress' | 'todo' | 'exam'
  title: string
  /** Key (its letters are the type) → what the reader sees before the value. */
  fields: Readonly<Record<string, string>>
}

/** A message that a person has got. */
export interface ReceivedMessage {
  /** Id of the sample person. */
  person: string
  openid: string
  template: SandboxTemplate
  /** As it was sent; one tap leads there. */
  page: string | undefined
  version: string
  /** Key → value. */
  data: Readonly<Record<string, string>>
  /** Milliseconds since 1970. */
  at: number
}

/** What the console says about where events go. Without an AES key they go in the clear (明文模式). */
export interface PushAddress {
  url: string
  token: string
  /** EncodingAESKey: 43 letters and digits. */
  aesKey?: string
  format: 'json' | 'xml'
}

export interface PushRequest {
  url: string
  contentType: string
  body: string
}

/** How the other side answered; `status` 0: not at all. */
export interface Pushed {
  status: number
  answer: string
  request: PushRequest
}

/** What a person's tap on the question leaves behind for each template; `ban`, `filter`: WeChat did not ask. */
export type PopupAnswer = 'accept' | 'reject' | 'ban' | 'filter'

/** What the stand-in can be told to do wrong with messages. */
export interface MessageSwitches {
  /** Errcodes of the next sends, one each; nothing is sent by them. */
  sendErrors: number[]
  /** So many next sends are dropped without an answer, and nothing is sent. */
  lostSends: number
  /** So many next sends are made, and their answer is lost. */
  lostAnswers: number
  /** A send takes so long; another one to the same person meanwhile is refused with 43108. */
  sendMilliseconds: number
  /** A value with one of these words is refused with 45168. */
  forbiddenWords: string[]
  /** Tells what became of each message (subscribe_msg_sent_event). */
  sentEvents: boolean
}
