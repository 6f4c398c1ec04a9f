import { databaseKinds } from '../../platform/database/open-database.fixture'
import { AppError } from '../../platform/errors/app-error'
import { NoticeSettingRow } from '../rows/reader-rows'
import { MailWorld } from './mail-world.fixture'

const minutes = 60_000
const day = 24 * 60 * minutes

describe.each(databaseKinds)('an e-mail address of one’s own, on %s', (kind) => {
  let world: MailWorld
  let account: string
  let count = 0
  beforeAll(async () => {
    world = await MailWorld.open(kind)
  })
  beforeEach(() => {
    world.mail.control.behaveWell()
    world.mail.control.forgetMails()
    world.consents.missing = false
    account = `account-${(count += 1)}`
  })
  afterAll(() => world.close())

  const of = (accountId = account) => world.addresses.of(accountId)
  const failure = (work: Promise<void>) =>
    work.then(
      () => 'none',
      (error: unknown) => (error instanceof AppError ? { code: error.code, ...error.facts } : String(error)),
    )
  const give = (address = 'li@example.com') => failure(world.addresses.give(account, address))
  const confirm = (code: string) => failure(world.addresses.confirm(account, code))
  const right = () => world.codeTo('li@example.com')
  const wrong = () => (right() === '000000' ? '000001' : '000000')

  test('is used once the code that went there has come back', async () => {
    expect(await give(' Li@EXAMPLE.com ')).toBe('none')
    expect(await of()).toBeUndefined()
    expect(await confirm(world.codeTo('Li@example.com'))).toBe('none')
    expect(await of()).toEqual({ masked: 'L***@example.com', state: 'confirmed' })
  })

  test('the mail says what to do with the code and until when, in both forms', async () => {
    await give()
    const [mail] = world.mail.control.mails()
    for (const words of [mail?.text ?? '', mail?.html ?? '']) {
      expect(words).toContain(right())
      expect(words).toContain('消息提醒方式')
      expect(words).toContain('3月20日（周一）09:15')
      expect(words).toContain('不是您填的，不用理会')
    }
  })

  test('lies in the database sealed, and the code only as a digest', async () => {
    await give()
    const before = JSON.stringify(await world.db.dataSource.manager.find(NoticeSettingRow))
    expect(before).not.toMatch(new RegExp(`li@|example|${right()}`, 'i'))
    await confirm(right())
    const row = await world.db.dataSource.manager.findOneByOrFail(NoticeSettingRow, { accountId: account })
    expect(row).toMatchObject({ newAddress: null, codeDigest: null, codeUntil: null, wechat: true, email: true })
    expect(row.address).toMatch(/^A256GCM\.k1\./)
  })

  test('a wrong code says how many tries are left; after five even the right one is over', async () => {
    await give()
    const answers = []
    for (let at = 0; at < 5; at += 1) answers.push(await confirm(wrong()))
    expect(answers).toEqual([4, 3, 2, 1, 0].map((left) => ({ code: 'email-code-wrong', left })))
    expect(await confirm(right())).toEqual({ code: 'email-code-over' })
    expect(await of()).toBeUndefined()
    await give()
    expect(await confirm(right())).toBe('none')
  })

  test('many tries at once are counted each', async () => {
    await give()
    const answers = await Promise.all(Array.from({ length: 12 }, () => confirm(wrong())))
    expect(answers.filter((answer) => typeof answer === 'object' && answer.code === 'email-code-wrong')).toHaveLength(5)
    expect(await confirm(right())).toEqual({ code: 'email-code-over' })
  })

  test('a code holds for fifteen minutes, once, and for its own account only', async () => {
    await give()
    const code = right()
    world.clock.advance(15 * minutes)
    expect(await confirm(code)).toEqual({ code: 'email-code-over' })
    await give()
    expect(await failure(world.addresses.confirm('somebody-else', right()))).toEqual({ code: 'email-code-over' })
    expect(await confirm(right())).toBe('none')
    expect(await confirm(right())).toEqual({ code: 'email-code-over' })
  })

  test('five codes a day, and again tomorrow, by Beijing’s day', async () => {
    const answers = await Promise.all(Array.from({ length: 7 }, () => give()))
    expect(answers.filter((answer) => answer === 'none')).toHaveLength(5)
    expect(answers).toContainEqual({ code: 'too-many-codes', limit: 5 })
    expect(world.mail.control.mails()).toHaveLength(5)
    world.clock.advance(day)
    expect(await give()).toBe('none')
  })

  test('a new address changes nothing until it is confirmed; an empty one forgets all', async () => {
    await world.confirm(account, 'old@example.com')
    await give('new@example.com')
    expect(await of()).toMatchObject({ masked: 'o***@example.com' })
    expect(await confirm(world.codeTo('new@example.com'))).toBe('none')
    expect(await of()).toMatchObject({ masked: 'n***@example.com' })
    await give('third@example.com')
    expect(await give(' ')).toBe('none')
    expect(await of()).toBeUndefined()
    expect(await confirm(world.codeTo('third@example.com'))).toEqual({ code: 'email-code-over' })
  })

  test('what is no address, or one that its server refuses, is said so', async () => {
    for (const text of ['li', 'li@', '李@example.com', 'a@example.com\r\nBcc: b@example.com', '"x y"@example.com'])
      expect(await give(text)).toEqual({ code: 'email-invalid' })
    expect(world.mail.control.mails()).toEqual([])
    world.mail.control.switches.reject = ['nobody@example.com']
    expect(await give('nobody@example.com')).toEqual({ code: 'email-invalid' })
  })

  test('while no mail goes out nothing is counted', async () => {
    world.mail.control.switches.down = 'closed'
    for (let at = 0; at < 6; at += 1) expect(await give()).toEqual({ code: 'email-unavailable' })
    world.mail.control.behaveWell()
    expect(await give()).toBe('none')
  })

  test('a code that certainly did not go out cannot be guessed', async () => {
    world.mail.control.switches.greylist = 1000
    for (let at = 0; at < 6; at += 1) {
      expect(await give()).toEqual({ code: 'email-unavailable' })
      expect(await confirm('000000')).toEqual({ code: 'email-code-over' })
    }
  })

  test('a code of which nobody knows whether it went may still be used', async () => {
    world.mail.control.switches.cutKept = 1
    expect(await give()).toBe('none')
    expect(await confirm(right())).toBe('none')
  })

  test('no address without the consent to the words on privacy', async () => {
    world.consents.missing = true
    expect(await give()).toContain('consent-needed')
    expect(world.mail.control.mails()).toEqual([])
    expect(await give('')).toBe('none')
  })

  test('a contact sees the address on the office’s list, until he gives his own', async () => {
    world.accounts.phones.set(account, `phone-${account}`)
    const listed = { phoneDigest: `phone-${account}`, email: 'office-list@example.com' }
    world.contacts.places.set('unit-contact:school', [{ phoneDigest: 'other', email: 'other@example.com' }, listed])
    expect(await of()).toEqual({ masked: 'o***@example.com', state: 'from-list' })
    await world.confirm(account, 'mine@example.com')
    expect(await of()).toEqual({ masked: 'm***@example.com', state: 'confirmed' })
  })
})

test('without a mail server an address can only be forgotten', async () => {
  const world = await MailWorld.open(databaseKinds[0] ?? 'sqlite', false)
  await expect(world.addresses.give('a', 'li@example.com')).rejects.toThrow('email-unavailable')
  await world.addresses.give('a', '')
  await world.close()
})
