import { type SubscribeTemplate } from '@app/contract'
import { type Asked, type Daily } from './subscribe-asked'

/** Whether messages of WeChat can be allowed where this app runs: never on the web. */
export const subscribesHere = false

export const hasTemplates = () => false

export const loadTemplates = async () => undefined

export const askToSubscribe = async (_kinds: readonly SubscribeTemplate[], _daily?: Daily): Promise<Asked> =>
  'not-asked'
