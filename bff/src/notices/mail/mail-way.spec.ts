import { databaseKinds } from '../../platform/database/open-database.fixture'
import type { NoticeContent } from '../catalogue/notice'
import { freshSetting, NoticeSettingRow } from '../rows/reader-rows'
import type { Recipient } from '../ways/way'
import { MailWorld } from './mail-world.fixture'

const content: NoticeContent = {
  title: '您的申报被退回',
  happened: '市工考办退回了李师傅的三级（高级工）申报。',
  todo: '重拍“身份证”。',
  until: '2023-03-22T16:00:00.000Z',
  place: { page: 'track/status', query: { id: 'a1' } },
  wechat: { template: 'todo', what: '退回', whom: '李师傅', when: '2023-03-22T16:00:00.000Z', hint: '重拍' },
}

describe.each(databaseKinds)('notices by e-mail, on %s', (kind) => {
  let world: MailWorld
  beforeAll(async () => {
    world = await MailWorld.open(kind)
    await world.confirm('li', 'li@example.com')
    await world.confirm('zhang', 'own@example.com')
    world.accounts.phones.set('zhang', 'phone-zhang')
    world.accounts.phones.set('ma', 'phone-ma')
  })
  beforeEach(() => {
    world.mail.control.behaveWell()
    world.mail.control.forgetMails()
    world.contacts.places.clear()
    world.contacts.places.set('unit-contact:school', [
      { phoneDigest: 'phone-zhang', email: 'zhang@example.com' },
      { phoneDigest: 'phone-ma', email: 'ma@example.com' },
      { phoneDigest: 'phone-he' },
      { phoneDigest: 'phone-new', email: 'new@example.com' },
    ])
  })
  afterAll(() => world.close())

  const account = (accountId: string): Recipient => ({ kind: 'account', accountId })
  const contact = (phoneDigest: string): Recipient => ({
    ...{ kind: 'contact', phoneDigest, placeKey: 'unit-contact:school' },
  })
  const open = (recipient: Recipient) => world.db.transactions.run((manager) => world.way.reserve(manager, recipient))
  const send = (recipient: Recipient, contents = [content]) => world.way.send({ id: 'd1', recipient, contents })
  const to = () => world.mail.control.mails().flatMap((mail) => mail.to)
  const set = (accountId: string, email: boolean) =>
    world.db.transactions.run((manager) => manager.save(NoticeSettingRow, { ...freshSetting(accountId), email }))

  test('reach an account at the address it confirmed, and nobody who has none', async () => {
    expect(await Promise.all(['li', 'wang'].map((id) => open(account(id))))).toEqual([true, false])
    expect(await send(account('li'))).toEqual({ kind: 'sent' })
    expect(await send(account('wang'))).toMatchObject({ kind: 'refused' })
    expect(to()).toEqual(['li@example.com'])
    expect(world.mail.control.mails()[0]?.messageId).toBe('<d1@example.invalid>')
  })

  test('reach a contact at his own confirmed address, else at that of the list, whether he ever signed in or not', async () => {
    const contacts = ['phone-zhang', 'phone-ma', 'phone-he', 'phone-new'].map(contact)
    expect(await Promise.all(contacts.map(open))).toEqual([true, true, false, true])
    for (const one of contacts) await send(one)
    expect(to()).toEqual(['own@example.com', 'ma@example.com', 'new@example.com'])
  })

  test('whoever has left the list hears nothing more, even between the booking and the sending', async () => {
    expect(await open(contact('phone-zhang'))).toBe(true)
    world.contacts.places.clear()
    expect(await open(contact('phone-zhang'))).toBe(false)
    expect(await send(contact('phone-zhang'))).toMatchObject({ kind: 'refused' })
    expect(to()).toEqual([])
  })

  test('nobody gets any who has turned them off', async () => {
    await set('ma', false)
    expect(await open(contact('phone-ma'))).toBe(false)
    await set('ma', true)
    expect(await open(contact('phone-ma'))).toBe(true)
  })

  test.each([
    ['down for an hour', { down: 'closed' as const }, 'passing'],
    ['greylisting', { greylist: 1 }, 'passing'],
    ['without such a reader', { reject: ['li@example.com'] }, 'refused'],
    ['cutting the line behind the content', { cutKept: 1 }, 'unknown'],
  ])('a mail server %s: %s', async (_what, trouble, outcome) => {
    Object.assign(world.mail.control.switches, trouble)
    expect(await send(account('li'))).toMatchObject({ kind: outcome })
  })
})
