import { type FastifyInstance } from 'fastify'
import { applicants, openidOf, people } from '../people'
import { type WechatControl } from './control'
import { type MessageSwitches, type PopupAnswer } from './messages/types'

interface Mint {
  Body: { person: string; appid?: string }
}

const mint = {
  body: {
    type: 'object',
    required: ['person'],
    additionalProperties: false,
    properties: { person: { type: 'string', enum: people.map(({ id }) => id) }, appid: { type: 'string' } },
  },
}

const switches = {
  body: {
    type: 'object',
    additionalProperties: false,
    properties: {
      busy: { type: 'integer', minimum: 0 },
      failPhone: { type: 'boolean' },
      textPlain: { type: 'boolean' },
      countryCodeAsString: { type: 'boolean' },
      tokenLifeSeconds: { type: 'integer', minimum: 1 },
      riskyPeople: { type: 'array', items: { type: 'string' } },
      unknownPayments: { type: 'integer', minimum: 0 },
      unshippable: { type: 'boolean' },
    },
  },
}

const messageSwitches = {
  body: {
    type: 'object',
    additionalProperties: false,
    properties: {
      sendErrors: { type: 'array', items: { type: 'integer' } },
      lostSends: { type: 'integer', minimum: 0 },
      lostAnswers: { type: 'integer', minimum: 0 },
      sendMilliseconds: { type: 'integer', minimum: 0, maximum: 60_000 },
      forbiddenWords: { type: 'array', items: { type: 'string', minLength: 1 } },
      sentEvents: { type: 'boolean' },
    },
  },
}

interface Popup {
  Body: { person: string; answers: Record<string, PopupAnswer>; array?: boolean }
}

const popup = {
  body: {
    type: 'object',
    required: ['person', 'answers'],
    additionalProperties: false,
    properties: {
      person: { type: 'string', enum: people.map(({ id }) => id) },
      answers: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          ['progress', 'todo', 'exam'].map((name) => [name, { enum: ['accept', 'reject', 'ban', 'filter'] }]),
        ),
      },
      array: { type: 'boolean' },
    },
  },
}

/** What only a stand-in has: people who tap, and faults on request. */
export function controlRoutes(app: FastifyInstance, control: WechatControl): void {
  app.get('/sandbox/people', () =>
    people.map((person) => ({ ...person, openid: openidOf(person, control.apps[0]?.appid ?? '') })),
  )
  app.get('/sandbox/applicants', () => applicants)
  app.post<Mint>('/sandbox/login-codes', { schema: mint }, ({ body }) => ({
    code: control.mintLoginCode(body.person, body.appid),
  }))
  app.post<Mint>('/sandbox/phone-codes', { schema: mint }, ({ body }) => ({
    code: control.mintPhoneCode(body.person, body.appid),
  }))
  app.get('/sandbox/switches', () => control.switches)
  app.put<{ Body: Partial<WechatControl['switches']> }>('/sandbox/switches', { schema: switches }, ({ body }) =>
    Object.assign(control.switches, body),
  )
  app.post('/sandbox/tokens/expire', () => (control.expireTokens(), { ok: true }))
  app.post('/sandbox/tokens/replace', () => (control.replaceTokens(), { ok: true }))
  app.get('/sandbox/shipments', () => control.shipments())
  messageRoutes(app, control)
  app.get('/sandbox/counts', () => control.counts())
  app.delete('/sandbox/counts', () => (control.resetCounts(), control.counts()))
}

function messageRoutes(app: FastifyInstance, { messages }: WechatControl): void {
  app.get('/sandbox/messages', () => messages.received())
  app.put<{ Body: Partial<MessageSwitches> }>('/sandbox/messages/switches', { schema: messageSwitches }, ({ body }) =>
    Object.assign(messages.switches, body),
  )
  app.post<Popup>('/sandbox/messages/answers', { schema: popup }, async ({ body }) => {
    const pushed = await messages.answer(body.person, body.answers, body.array)
    return { pushed: pushed !== undefined, status: pushed?.status ?? 0, answer: pushed?.answer ?? '' }
  })
}
