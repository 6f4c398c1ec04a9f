import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

export interface Message {
  id: string
  topic: string
  aggregate: string
  payload: unknown
  /** 1 at the first try. */
  attempt: number
}

type Apply = (manager: EntityManager) => Promise<void>

/**
 * What became of one try. `apply` runs in the transaction that settles the message, so that the effect and the settling
 * are one. `retry`: a passing failure. `failed`: it will never succeed; it holds back what waits behind it in its aggregate.
 */
export type Delivery =
  | { kind: 'done'; apply?: Apply }
  | { kind: 'retry'; reason: string; afterSeconds?: number }
  | { kind: 'failed'; reason: string; apply?: Apply }

export type MessageHandler = (message: Message) => Promise<Delivery>

/** Which feature delivers which topic. */
@Injectable()
export class OutboxHandlers {
  private readonly handlers = new Map<string, MessageHandler>()

  register(topic: string, handler: MessageHandler): void {
    if (this.handlers.has(topic)) throw new Error(`Two handlers for the topic ${topic}`)
    this.handlers.set(topic, handler)
  }

  get topics(): string[] {
    return [...this.handlers.keys()]
  }

  handlerOf(topic: string): MessageHandler | undefined {
    return this.handlers.get(topic)
  }
}
