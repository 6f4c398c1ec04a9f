import { startMail, type RunningMail } from '../../../../test/sandbox/mail/start-mail'
import { mailServer } from '../settings/mail-settings'
import { outcomeOf } from './outcome'
import { Slots } from './slots'
import { smtpCall } from './smtp-call'

let server: RunningMail
beforeAll(async () => {
  server = await startMail()
})
beforeEach(() => server.control.behaveWell())
afterAll(() => server.close())

async function callFor(milliseconds: number) {
  const address = mailServer(server.smtpUrl)
  if (!address) throw new Error('no address')
  const failure = await smtpCall({
    ...{ ...address, mustEncrypt: false, from: 'post@example.com', to: 'li@example.com' },
    ...{ message: Buffer.from('Subject: x\r\n\r\nx\r\n'), signal: AbortSignal.timeout(milliseconds) },
  })
  return failure && outcomeOf(failure).outcome
}

test('a server that says nothing is given up when the time is over: certainly not sent', async () => {
  server.control.switches.down = 'silent'
  expect(await callFor(200)).toEqual({ kind: 'passing', reason: 'CONN ETIMEDOUT' })
})

test('a server that takes the content and does not answer in time: unknown', async () => {
  server.control.switches.slowMs = 2000
  expect(await callFor(800)).toEqual({ kind: 'unknown', reason: 'CONN ETIMEDOUT' })
})

test('a call whose time is over before it begins asks nobody', async () => {
  server.control.forgetMails()
  const address = mailServer(server.smtpUrl)
  if (!address) throw new Error('no address')
  const failure = await smtpCall({
    ...{ ...address, mustEncrypt: false, from: 'post@example.com', to: 'li@example.com' },
    ...{ message: Buffer.from('Subject: x\r\n\r\nx\r\n'), signal: AbortSignal.abort() },
  })
  expect(failure && outcomeOf(failure).outcome).toEqual({ kind: 'passing', reason: 'CONN ETIMEDOUT' })
  expect(server.control.mails()).toEqual([])
})

test('who waits for a turn gives up in time, and takes nobody else’s', async () => {
  const slots = new Slots(1)
  const patient = new AbortController().signal
  expect(await slots.enter(patient)).toBe(true)
  const impatient = slots.enter(AbortSignal.timeout(20))
  const next = slots.enter(patient)
  expect(await impatient).toBe(false)
  slots.leave()
  expect(await next).toBe(true)
  slots.leave()
  expect(await slots.enter(AbortSignal.abort())).toBe(false)
  expect(await slots.enter(patient)).toBe(true)
})
