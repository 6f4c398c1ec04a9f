import { type AddressInfo } from 'node:net'
import tls from 'node:tls'
import { generate } from 'selfsigned'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { Logger } from '@nestjs/common'
import { Mailer } from '../../bff/src/platform/mail/mailer'
import { mailFrom, mailServer } from '../../bff/src/platform/settings/mail-settings'
import { Settings } from '../../bff/src/platform/settings/settings'
import { SystemClock } from '../../bff/src/platform/time/clock'

interface Seen {
  secure: boolean
  user: string
  to: string[]
}

/** In production mails go over TLS only, to a server whose certificate is right. */
describe('a mail server that encrypts', () => {
  const makeContext = tls.createSecureContext
  let certificate: Awaited<ReturnType<typeof certify>>
  let server: SMTPServer
  let port: number
  let seen: Seen[]

  beforeAll(async () => {
    Logger.overrideLogger(false)
    certificate = await certify('localhost')
  })
  afterEach(async () => {
    tls.createSecureContext = makeContext
    await new Promise<void>((resolve) => server.close(resolve))
  })

  async function start(options: SMTPServerOptions): Promise<void> {
    seen = []
    server = new SMTPServer({
      ...{ key: certificate.private, cert: certificate.cert, disableReverseLookup: true, closeTimeout: 100 },
      onAuth: ({ username, password }, _session, done) =>
        password === 'pass word' ? done(null, { user: username }) : done(new Error('wrong password')),
      onData: (stream, { secure, user, envelope }, done) => {
        stream.resume().on('end', () => {
          seen.push({ secure, user: String(user), to: envelope.rcptTo.map(({ address }) => address) })
          done()
        })
      },
      ...options,
    })
    server.on('error', () => undefined)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.server.address() as AddressInfo).port
  }

  /** As NODE_EXTRA_CA_CERTS does, which is read only when a process starts. */
  function trust(): void {
    tls.createSecureContext = (options) => {
      const context = makeContext(options)
      context.context.addCACert(certificate.cert)
      return context
    }
  }

  const send = (url: string) =>
    new Mailer(
      Object.assign(new Settings(), {
        environment: 'production' as const,
        mailServer: mailServer(url),
        mailFrom: mailFrom('示例 <post@example.com>'),
      }),
      new SystemClock(),
    ).send({ to: 'li@example.com', subject: '示例', text: '示例', html: '<p>示例</p>', id: 'd1' })
  const login = 'post%40example.com:pass%20word'
  const taken = { secure: true, user: 'post@example.com', to: ['li@example.com'] }

  it('gets the mail by TLS from the first byte, with the password behind it', async () => {
    await start({ secure: true })
    trust()
    expect(await send(`smtps://${login}@localhost:${port}`)).toEqual({ kind: 'sent' })
    expect(seen).toEqual([taken])
  })

  it('gets the mail by STARTTLS, with the password behind it', async () => {
    await start({})
    trust()
    expect(await send(`smtp://${login}@localhost:${port}`)).toEqual({ kind: 'sent' })
    expect(seen).toEqual([taken])
  })

  it('gets neither mail nor password where nobody vouches for its certificate, or it is another’s', async () => {
    const heard: string[] = []
    const onAuth: SMTPServerOptions['onAuth'] = ({ username }, _session, done) => {
      heard.push(username ?? '')
      done(new Error('no'))
    }
    for (const secure of [true, false]) {
      await start({ secure, onAuth })
      const scheme = secure ? 'smtps' : 'smtp'
      expect(await send(`${scheme}://${login}@localhost:${port}`)).toMatchObject({ kind: 'passing' })
      trust()
      expect(await send(`${scheme}://${login}@127.0.0.1:${port}`)).toMatchObject({ kind: 'passing' })
      tls.createSecureContext = makeContext
      if (secure) await new Promise<void>((resolve) => server.close(resolve))
    }
    expect([seen, heard]).toEqual([[], []])
  })

  it('with a wrong password: tried again later, since no reader is to blame', async () => {
    await start({ secure: true })
    trust()
    const outcome = await send(`smtps://post:wrong@localhost:${port}`)
    expect(outcome).toMatchObject({
      kind: 'passing',
      reason: expect.stringMatching(/^AUTH \w+ 535/),
      afterSeconds: 900,
    })
    expect(JSON.stringify(outcome)).not.toContain('wrong')
  })
})

function certify(name: string) {
  return generate([{ name: 'commonName', value: name }], {
    ...{ keySize: 2048, algorithm: 'sha256' },
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
    ],
  })
}
