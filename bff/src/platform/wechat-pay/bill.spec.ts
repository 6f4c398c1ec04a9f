import { createHash, createVerify, X509Certificate } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { catchLog, openWechatPay, PayServer, type Reply } from './pay-server.fixture'
import type { WechatPay } from './wechat-pay'

let server: PayServer
let pay: WechatPay

beforeAll(async () => {
  server = await PayServer.start()
  pay = await openWechatPay(server.url)
})
afterAll(() => server.close())
beforeEach(() => void catchLog())

const day = '2023-03-29'
const csv = Buffer.from('\ufeff交易时间,公众账号ID\r\n`2023-03-29 10:34:56,`wx1\r\n')
const sha1 = createHash('sha1').update(csv).digest('hex')
const ticket = (changes: object = {}): Reply => ({
  body: JSON.stringify({
    hash_type: 'SHA1',
    hash_value: sha1.toUpperCase(),
    download_url: 'https://api.mch.weixin.qq.com/v3/billdownload/file?token=a%2Bb%2Fc%3D',
    ...changes,
  }),
})
const file = (body: Buffer, more: Reply = {}): Reply => ({
  body,
  by: 'nobody',
  headers: { 'content-type': 'application/x-gzip' },
  ...more,
})

test('the statement is fetched from the same WeChat Pay, unpacked, and is what its digest says', async () => {
  server.will(ticket(), file(gzipSync(csv)))
  expect(await pay.bill(day)).toEqual({ kind: 'ok', value: csv })
  const request = server.received[1]!
  expect(request.target).toBe('/v3/billdownload/file?token=a%2Bb%2Fc%3D')
  const part = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(request.headers.authorization ?? '')?.[1] ?? ''
  const lines = `GET\n${request.target}\n${part('timestamp')}\n${part('nonce_str')}\n\n`
  const { publicKey } = new X509Certificate(server.merchant.api.certificate)
  expect(createVerify('sha256').update(lines).verify(publicKey, part('signature'), 'base64')).toBe(true)
})

test('a statement that came unpacked is taken as it is', async () => {
  server.will(ticket(), file(csv))
  expect(await pay.bill(day)).toEqual({ kind: 'ok', value: csv })
})

test('a file with another digest is no statement', async () => {
  const files = [Buffer.from(csv).fill('1', 40, 41), gzipSync(csv).subarray(0, 40), gzipSync('other'), Buffer.alloc(0)]
  for (const one of files) {
    server.will(ticket(), file(one))
    expect(await pay.bill(day)).toEqual({ kind: 'unknown', reason: 'digest of the bill' })
  }
})

test.each([
  [400, 'NO_STATEMENT_EXIST'],
  [404, 'NO_STATEMENT_EXIST'],
  [400, 'NOSTATEMENTEXIST'],
])('%i %s: nothing was paid that day', async (status, code) => {
  server.will({ status, body: JSON.stringify({ code }), by: 'nobody' })
  expect(await pay.bill(day)).toEqual({ kind: 'ok', value: undefined })
})

test('a statement that is being made is asked for later', async () => {
  for (const status of [400, 404]) {
    server.will({ status, body: '{"code":"STATEMENT_CREATING"}', by: 'nobody' })
    expect((await pay.bill(day)).kind).toBe('unknown')
  }
})

test('what stops the download says nothing of the bill', async () => {
  server.will(ticket(), { status: 404, body: '{"code":"RESOURCE_NOT_EXISTS"}', by: 'nobody' })
  expect(await pay.bill(day)).toEqual({ kind: 'unknown', reason: 'RESOURCENOTEXISTS' })
  server.will(ticket(), { status: 302, headers: { location: '/elsewhere' } })
  expect((await pay.bill(day)).kind).toBe('unknown')
})

test('a ticket without a digest or an address is no ticket', async () => {
  for (const changes of [
    { hash_type: 'MD5' },
    { hash_value: 'abc' },
    { hash_value: undefined },
    { download_url: '/v3/file' },
  ]) {
    server.will(ticket(changes))
    expect((await pay.bill(day)).kind).toBe('unknown')
    expect(server.received).toHaveLength(1)
  }
})

test('[danger 5] a probe instead of the ticket is looked through', async () => {
  server.will(
    { ...ticket(), headers: { 'wechatpay-signature': 'WECHATPAY/SIGNTEST/c2ln' } },
    ticket(),
    file(gzipSync(csv)),
  )
  expect((await pay.bill(day)).kind).toBe('ok')
})
