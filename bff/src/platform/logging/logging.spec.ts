import { Writable } from 'node:stream'
import pino from 'pino'
import { loggerParams } from './logger'
import { redactError, redactText } from './redact'

const secrets = [
  '41999919700307001X',
  '12000000001',
  'https://api.weixin.qq.com/sns/jscode2session?appid=wx1&secret=abc123&js_code=033x',
  'mysql://app:hunter2@127.0.0.1:3306/app',
  'smtps://app:hunter3@smtp.example:465',
  'Bearer abcdefghijklmnopqrstuvwxyz',
]

test('texts lose ID numbers, phones, tokens and passwords wherever they stand', () => {
  const cleaned = redactText(secrets.join(' and '))
  for (const secret of ['41999919700307001X', '12000000001', 'abc123', '033x', 'hunter2', 'hunter3', 'abcdefghij']) {
    expect(cleaned).not.toContain(secret)
  }
  expect(cleaned).toContain('127.0.0.1:3306/app')
})

test('numbers that are none of these stay readable', () => {
  const text = 'record 2023032000001 took 12000000 ms, seq 41999919700307001'
  expect(redactText(text)).toBe(text)
})

test('an error of the database is logged without the values of its query', () => {
  const error = Object.assign(new Error('duplicate for 12000000001'), {
    parameters: ['41999919700307001X'],
    query: 'insert into person …',
    driverError: { code: 'ER_DUP_ENTRY', sql: 'insert … 41999919700307001X' },
  })
  const logged = JSON.stringify(redactError(error))
  expect(logged).toContain('ER_DUP_ENTRY')
  expect(logged).not.toMatch(/41999919700307001X|12000000001/)
})

test('a log line bears the path without its query, no headers, and none of the hidden keys', () => {
  const lines: string[] = []
  const sink = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) })
  const params = loggerParams({ logLevel: 'info' }).pinoHttp
  const logger = pino(params as pino.LoggerOptions, sink)
  const req = {
    id: 'r1',
    method: 'GET',
    url: '/api/v1/units?query=12000000001',
    headers: { authorization: 'Bearer x' },
  }
  logger.info({ req, phone: '12000000001', inner: { accessToken: 'abc', secret: 'def' } }, 'seen 12000000001 today')
  const line = lines.join('')
  expect(JSON.parse(line)).toMatchObject({ req: { id: 'r1', method: 'GET', path: '/api/v1/units' }, inner: {} })
  expect(line).not.toMatch(/12000000001|abc|def|authorization/)
  expect(line).toContain('seen [phone] today')
})
