import { type Delivered, disagreements, type Evidence } from './compare'

const notice = { id: 'n1', key: 'refund-done:a1:account:x', what: '退款已退回', page: '{}' }
const message = { person: 'li', application: 'a1', what: '退款已退回' }
const delivery = (changes: Partial<Delivered> = {}): Delivered => ({
  ...{ id: 'd1', noticeId: 'n1', recipient: 'account:x', way: 'wechat', state: 'sent' },
  ...changes,
})
const uncertain = [delivery({ state: 'uncertain' }), delivery({ id: 'd2', way: 'email', state: 'sent' })]
const evidence = (changes: Partial<Evidence> = {}): Evidence => ({
  ...{ inboxes: [notice.key], told: [notice], deliveries: [delivery()], messages: [message], mails: [], kills: 1 },
  messageOf: () => message,
  ...changes,
})

test('a notice that went out once agrees, and one that is uncertain and followed up, arrived or not', () => {
  expect(disagreements(evidence())).toEqual([])
  for (const messages of [[], [message]])
    expect(disagreements(evidence({ deliveries: uncertain, messages, mails: ['d2'] }))).toEqual([])
})

test.each<[string, Partial<Evidence>]>([
  ['an inbox lacks something', { inboxes: [notice.key, 'refund-asked:a1:account:x'] }],
  ['an inbox has something twice', { told: [notice, { ...notice, id: 'n1' }] }],
  ['a message arrived twice', { messages: [message, message] }],
  ['what was sent did not arrive', { messages: [] }],
  ['something arrived that nobody sent', { mails: ['d9'] }],
  ['a mail arrived twice', { deliveries: uncertain, mails: ['d2', 'd2'] }],
  ['what is uncertain went no other way', { deliveries: [delivery({ state: 'uncertain' })] }],
  ['it went by mail as well', { deliveries: [delivery(), delivery({ id: 'd2', way: 'email' })], mails: ['d2'] }],
  ['something still waits', { deliveries: [delivery({ state: 'sending' })] }],
  ['nothing was ever to go out', { deliveries: [], messages: [] }],
  ['more is uncertain than was in anybody’s hands', { deliveries: uncertain, mails: ['d2'], kills: 0 }],
])('it is found out where %s', (_, changes) => {
  expect(disagreements(evidence(changes))).not.toEqual([])
})
