import { createServer, type AddressInfo } from 'node:net'
import { Logger } from '@nestjs/common'
import { startMail, type RunningMail } from '../../../../test/sandbox/mail/start-mail'
import { mailFrom, mailServer } from '../settings/mail-settings'
import { Settings } from '../settings/settings'
import { ManualClock } from '../time/clock'
import type { Mail } from './mail'
import { Mailer } from './mailer'

const clock = new ManualClock('2023-03-20T01:00:00Z')
const from = mailFrom('示例·报名系统 <post@example.com>')
let server: RunningMail

beforeAll(async () => {
  // Failures are provoked on purpose here.
  Logger.overrideLogger(false)
  server = await startMail()
})
beforeEach(() => {
  server.control.behaveWell()
  server.control.forgetMails()
  server.control.resetCounts()
})
afterAll(() => server.close())

function mailerTo(url = server.smtpUrl, environment: Settings['environment'] = 'test'): Mailer {
  return new Mailer(Object.assign(new Settings(), { environment, mailServer: mailServer(url), mailFrom: from }), clock)
}

let count = 0
const mail = (changes: Partial<Mail> = {}): Mail => ({
  to: 'li@example.com',
  subject: '三级申报被退回',
  text: '请补材料。\n',
  html: '<p>请补材料。</p>',
  id: `delivery-${(count += 1)}`,
  ...changes,
})
const caught = () => server.control.mails()

describe('a mail that is taken', () => {
  test('bears sender, reader, words in both forms, its id, the time of the clock and that a machine wrote it', async () => {
    expect(await mailerTo().send(mail({ id: 'delivery-a' }))).toEqual({ kind: 'sent' })
    expect(caught()).toMatchObject([
      {
        ...{ to: ['li@example.com'], from: 'post@example.com', sender: '"示例·报名系统" <post@example.com>' },
        ...{ subject: '三级申报被退回', text: '请补材料。\n', html: '<p>请补材料。</p>' },
        messageId: '<delivery-a@example.com>',
        headers: { 'auto-submitted': 'auto-generated', date: 'Mon, 20 Mar 2023 01:00:00 +0000' },
      },
    ])
  })

  test('is ASCII on the wire, in lines that every mail server takes, whatever the words', async () => {
    const long = '很'.repeat(3000)
    const word = 'x'.repeat(5000)
    const subject = `𬭎👩‍👩‍👧 ${'长'.repeat(300)}`
    await mailerTo().send(mail({ subject, text: `${long} ${word} 👷🏽‍♀️`, html: `<p>${long} ${word} 👷🏽‍♀️</p>` }))
    const [one] = caught()
    expect(one?.raw).toMatch(/^[\r\n\t\x20-\x7e]*$/)
    for (const line of one?.raw.split('\r\n') ?? []) expect(line.length).toBeLessThanOrEqual(998)
    expect(one?.text.trim()).toBe(`${long} ${word} 👷🏽‍♀️`)
    expect(one?.html).toContain('👷🏽‍♀️')
    expect(one?.subject.startsWith('𬭎👩‍👩‍👧 长长')).toBe(true)
    expect([...(one?.subject ?? '')]).toHaveLength(120)
  })

  test('keeps to its headers, however many line ends stand in the subject, a name or a file name', async () => {
    const evil = '退回\r\nBcc: thief@example.com\r\n\r\n\u2028body\u0000\u0085'
    const attachment = { filename: `名单\r\nX-Evil: 1.csv`, contentType: 'text/csv', content: Buffer.from('a,b') }
    expect(await mailerTo().send(mail({ subject: evil, attachments: [attachment] }))).toEqual({ kind: 'sent' })
    const [one] = caught()
    expect(one?.to).toEqual(['li@example.com'])
    expect(Object.keys(one?.headers ?? {})).not.toContain('bcc')
    expect(one?.subject).toBe('退回 Bcc: thief@example.com body')
    expect(one?.raw).not.toMatch(/^(Bcc|X-Evil):/im)
    expect(one?.attachments).toMatchObject([{ filename: '名单 X-Evil: 1.csv', content: 'a,b' }])
  })

  test('goes to nobody where the address would say more than one', async () => {
    for (const to of ['a@example.com>\r\nRCPT TO:<b@example.com', 'a@example.com\nb@example.com', '', '<>'])
      expect(await mailerTo().send(mail({ to }))).toMatchObject({ kind: 'refused' })
    expect(caught()).toEqual([])
    await mailerTo().send(mail({ to: 'a@example.com' }))
    expect(caught().map(({ to }) => to)).toEqual([['a@example.com']])
  })

  test('two at a time, however many wait', async () => {
    const mailer = mailerTo()
    server.control.switches.slowMs = 20
    const outcomes = await Promise.all(Array.from({ length: 9 }, () => mailer.send(mail())))
    expect(outcomes).toEqual(Array.from({ length: 9 }, () => ({ kind: 'sent' })))
    expect(server.control.counts()).toMatchObject({ 'at-once': 2, mails: 9 })
  })
})

describe('certainly not sent, so it may be tried again', () => {
  test.each([
    ['cuts the connection', { down: 'closed' as const }],
    ['is too busy to greet', { down: 'busy' as const }],
    ['takes no content now', { contentStatus: 451 }],
    ['is full', { contentStatus: 452 }],
  ])('the server %s', async (_what, trouble) => {
    Object.assign(server.control.switches, trouble)
    expect(await mailerTo().send(mail())).toMatchObject({ kind: 'passing' })
    expect(caught()).toEqual([])
    server.control.behaveWell()
    expect(await mailerTo().send(mail())).toEqual({ kind: 'sent' })
  })

  test('nobody listens there, or the name is nobody’s', async () => {
    const gone = createServer()
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve))
    const { port } = gone.address() as AddressInfo
    await new Promise((resolve) => gone.close(resolve))
    expect(await mailerTo(`smtp://127.0.0.1:${port}`).send(mail())).toMatchObject({ kind: 'passing' })
    expect(await mailerTo('smtp://mail.example.invalid:25').send(mail())).toMatchObject({
      ...{ kind: 'passing', reason: expect.stringMatching(/^CONN E/) },
    })
  })

  test('greylisting: not before five minutes are over, and then it goes', async () => {
    server.control.switches.greylist = 2
    const tries = [1, 2, 3].map(() => () => mailerTo().send(mail({ to: 'grey@example.com' })))
    const outcomes = []
    for (const once of tries) outcomes.push(await once())
    const greylisted = { kind: 'passing', reason: 'RCPT TO 451 4.7.1', afterSeconds: 300 }
    expect(outcomes).toEqual([greylisted, greylisted, { kind: 'sent' }])
    expect(caught()).toHaveLength(1)
  })

  test('our own account is not let in or may not send under its name: nobody’s address is to blame', async () => {
    server.control.switches.rejectSender = true
    expect(await mailerTo().send(mail())).toEqual({
      ...{ kind: 'passing', reason: 'MAIL FROM 553 5.7.1', afterSeconds: 900 },
    })
    server.control.behaveWell()
    const withLogin = server.smtpUrl.replace('smtp://', 'smtp://post:secret-password@')
    const refused = await mailerTo(withLogin).send(mail())
    expect(refused).toMatchObject({ kind: 'passing', afterSeconds: 900 })
    expect(JSON.stringify(refused)).not.toContain('secret')
    expect(caught()).toEqual([])
  })

  test('in production nothing is said to a server that does not encrypt', async () => {
    for (const url of [server.smtpUrl, server.smtpUrl.replace('smtp://', 'smtps://')])
      expect(await mailerTo(url, 'production').send(mail())).toMatchObject({ kind: 'passing' })
    expect(server.control.counts()['readers']).toBeUndefined()
  })
})

describe('refused for good', () => {
  test.each([
    ['the reader does not exist there', { reject: ['li@example.com'] }, 'RCPT TO 550 5.1.1'],
    ['the content is taken for spam', { contentStatus: 554 }, 'DATA 554 5.6.0'],
    ['the mail is too large', { contentStatus: 552 }, 'DATA 552 5.6.0'],
  ])('%s', async (_what, trouble, reason) => {
    Object.assign(server.control.switches, trouble)
    expect(await mailerTo().send(mail())).toEqual({ kind: 'refused', reason })
    expect(caught()).toEqual([])
  })

  test('no mail server is set up', async () => {
    const mailer = new Mailer(Object.assign(new Settings(), { environment: 'test' }), clock)
    expect(mailer.isSetUp).toBe(false)
    expect(await mailer.send(mail())).toMatchObject({ kind: 'refused' })
  })
})

test.each([
  ['it arrived', { cutKept: 1 }, 1],
  ['it was lost', { cutLost: 1 }, 0],
])('handed over and no answer came: unknown, since nobody can tell that %s', async (_what, trouble, arrived) => {
  Object.assign(server.control.switches, trouble)
  expect(await mailerTo().send(mail())).toMatchObject({ kind: 'unknown' })
  expect(caught()).toHaveLength(arrived)
})

test('no reason names the reader, since reasons are kept and logged', async () => {
  for (const trouble of [{ reject: ['li@example.com'] }, { greylist: 5 }, { cutLost: 1 }, { contentStatus: 554 }]) {
    server.control.behaveWell()
    Object.assign(server.control.switches, trouble)
    expect(JSON.stringify(await mailerTo().send(mail()))).not.toContain('li@')
  }
})

test('[danger 93] a wrong password is an error once, not once per mail, and again once it comes back', async () => {
  const errors = jest.spyOn(Logger.prototype, 'error')
  const mailer = mailerTo()
  for (const rejectSender of [true, true, true, false, true]) {
    server.control.switches.rejectSender = rejectSender
    await mailer.send(mail())
  }
  expect(errors).toHaveBeenCalledTimes(2)
  errors.mockRestore()
})
