import { type MessageSwitches, type PushAddress, type ReceivedMessage, type SandboxTemplate } from './types'

/** What WeChat remembers of subscribe messages. */
export class MessageState {
  readonly switches: MessageSwitches = {
    sendErrors: [],
    lostSends: 0,
    lostAnswers: 0,
    sendMilliseconds: 0,
    forbiddenWords: [],
    sentEvents: true,
  }
  push: PushAddress | undefined
  readonly received: ReceivedMessage[] = []
  /** Openids to whom a send is under way. */
  readonly busyWith = new Set<string>()
  readonly pushes = new Set<Promise<unknown>>()
  /** Number of the last message. */
  lastMessageId = 1_700_827_132_819_554_304n
  private readonly quotas = new Map<string, number>()

  constructor(
    readonly templates: readonly SandboxTemplate[],
    readonly pages: readonly string[],
  ) {}

  left(openid: string, templateId: string): number {
    return this.quotas.get(`${openid} ${templateId}`) ?? 0
  }

  setLeft(openid: string, templateId: string, left: number): void {
    this.quotas.set(`${openid} ${templateId}`, left)
  }
}
