import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readSettings, SettingsError } from './read-settings'
import { settingSpecs } from './settings'

const key = Buffer.alloc(32, 7).toString('base64')
const goodSettings = {
  NODE_ENV: 'test',
  WECHAT_APP_ID: 'wx0000000000000001',
  WECHAT_APP_SECRET: 'secret-of-the-app',
  OFFICE_BASE_URL: 'https://office.example/v1/',
  OFFICE_KEYS: `new:${key},old:${key}`,
  OFFICE_DIGEST_KEY: key,
  FIELD_KEYS: `k1:${key}`,
  INDEX_KEY: key,
}

function problems(changes: Record<string, string | undefined>): string {
  try {
    readSettings({ ...goodSettings, ...changes })
    return ''
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError)
    return error instanceof Error ? error.message : ''
  }
}

test('complete settings are read, with their defaults', () => {
  const settings = readSettings(goodSettings)
  expect(settings).toMatchObject({ port: 3000, campaign: 'jiaozuo-2023', officeBaseUrl: 'https://office.example/v1' })
  expect(settings.officeKeys.map(({ id }) => id)).toEqual(['new', 'old'])
  expect(settings.database).toEqual({ kind: 'sqlite', location: 'registration.sqlite' })
})

test('every missing setting is named in one go', () => {
  const message = problems({ WECHAT_APP_ID: undefined, FIELD_KEYS: undefined })
  expect(message).toContain('WECHAT_APP_ID is missing')
  expect(message).toContain('FIELD_KEYS is missing')
})

test.each([
  ['PORT', '99999'],
  ['PORT', '80 '],
  ['OFFICE_BASE_URL', 'ftp://office'],
  ['DB_URL', 'postgres://u:pw-secret@h/db'],
  ['DB_URL', 'mysql://u:pw-secret@h'],
  ['LOG_LEVEL', 'loud'],
])('a wrong %s is named, and its value is not printed', (name, value) => {
  expect(problems({ [name]: value })).toContain(name)
  expect(problems({ [name]: value })).not.toContain(value.trim() === value ? value : 'never')
})

test('[danger 4] a key pasted with a newline, a space or the wrong length is refused at start, and is not printed', () => {
  for (const name of ['FIELD_KEYS', 'INDEX_KEY', 'OFFICE_KEYS', 'OFFICE_DIGEST_KEY']) {
    const prefix = name.endsWith('KEYS') ? 'k1:' : ''
    for (const text of [`${prefix}${key}\n`, ` ${prefix}${key}`, `${prefix}c2hvcnQ=`]) {
      const message = problems({ [name]: text })
      expect(message).toContain(`${name} is not usable`)
      expect(message).not.toContain(key)
    }
  }
})

test('a sandbox setting is refused in production', () => {
  const changes = { NODE_ENV: 'production', SANDBOX_CLOCK_URL: 'http://127.0.0.1:1/clock' }
  expect(problems(changes)).toContain('SANDBOX_CLOCK_URL belongs to the sandbox')
  expect(problems({ SANDBOX_CLOCK_URL: 'http://127.0.0.1:1/clock' })).toBe('')
})

test('in production office, WeChat and bucket are reached by https only', () => {
  const changes = {
    NODE_ENV: 'production',
    OFFICE_BASE_URL: 'http://127.0.0.1:9',
    WECHAT_BASE_URL: 'http://127.0.0.1:9',
  }
  expect(problems(changes)).toContain('OFFICE_BASE_URL is not usable: it needs an https address')
  expect(problems(changes)).toContain('WECHAT_BASE_URL is not usable: it needs an https address')
  const bucket = 's3+http://key:secret@127.0.0.1:9/pages?region=sample'
  expect(problems({ ...changes, PAGES_STORE: bucket })).toContain(
    'PAGES_STORE is not usable: it needs an https address',
  )
  expect(problems({ ...changes, OFFICE_BASE_URL: 'https://office.example', WECHAT_BASE_URL: undefined })).toBe('')
})

const mail = {
  SMTP_URL: 'smtp://post%40example.com:pw-secret@smtp.example.com',
  MAIL_FROM: '示例·报名系统 <post@example.com>',
}

test('a mail server is read with its port and user, and needs a sender', () => {
  const settings = readSettings({ ...goodSettings, ...mail })
  expect(settings.mailServer).toEqual({
    ...{ host: 'smtp.example.com', port: 587, secure: false },
    login: { user: 'post@example.com', password: 'pw-secret' },
  })
  expect(settings.mailFrom).toEqual({ name: '示例·报名系统', address: 'post@example.com' })
  expect(readSettings({ ...goodSettings, ...mail, SMTP_URL: 'smtps://[::1]' }).mailServer).toEqual({
    ...{ host: '::1', port: 465, secure: true },
  })
  expect(problems({ ...mail, MAIL_FROM: undefined })).toContain('MAIL_FROM is missing')
  expect(problems({ ...mail, SMTP_URL: undefined })).toContain('SMTP_URL is missing')
})

test('[danger 10] a mail server cannot be told to be trusted without a right certificate', () => {
  for (const ending of ['?tls.rejectUnauthorized=false', '/?ignoreTLS=true', '#', '/x'])
    expect(problems({ ...mail, SMTP_URL: `smtps://smtp.example.com${ending}` })).toContain('SMTP_URL is not usable')
})

test('a mail server or sender that cannot be meant is named, and its value not printed', () => {
  const servers = [
    'http://u:pw-secret@h',
    'smtp://',
    'smtp://u@h',
    'smtp://:pw-secret@h',
    'smtp://u:pw-secret%@h',
    'smtp://u:pw-secret@h:99999',
    'smtp://u:pw-secret@h\n',
    'smtp://u:pw- secret@h',
  ]
  for (const server of servers) {
    expect(problems({ ...mail, SMTP_URL: server })).toContain('SMTP_URL is not usable')
    expect(problems({ ...mail, SMTP_URL: server })).not.toContain('secret')
  }
  const senders = [
    'post@example.com',
    '<post@example.com>',
    '报名 <nobody>',
    '报名\r\nBcc: x@example.com <post@example.com>',
    '"报名" <post@example.com>',
    '报名 <post@example.com>\n',
    '报名 <post@EXAMPLE.com>, <x@example.com>',
  ]
  for (const sender of senders) expect(problems({ ...mail, MAIL_FROM: sender })).toContain('MAIL_FROM is not usable')
})

const templates = 'progress:Template-of-progress:what=thing1,whom=name2,when=time3,hint=thing4'

test('templates of subscribe messages are read with their fields', () => {
  const message = { WECHAT_MESSAGE_TOKEN: 'Token123', WECHAT_MESSAGE_AES_KEY: 'a'.repeat(43) }
  const todo = 'todo:Template_of-todo:what=thing2,when=date5'
  const settings = readSettings({ ...goodSettings, ...message, WECHAT_SUBSCRIBE_TEMPLATES: `${templates};${todo}` })
  expect(settings.wechatSubscribeTemplates).toEqual({
    progress: { id: 'Template-of-progress', fields: { what: 'thing1', whom: 'name2', when: 'time3', hint: 'thing4' } },
    todo: { id: 'Template_of-todo', fields: { what: 'thing2', when: 'date5' } },
  })
  expect(settings.wechatMessageAesKey).toHaveLength(32)
  expect(settings.wechatMiniprogramState).toBe('formal')
})

test.each([
  'other:Template-of-progress:what=thing1',
  'progress:short:what=thing1',
  'progress:Template-of-progress',
  'progress:Template-of-progress:',
  'progress:Template-of-progress:title=thing1',
  'progress:Template-of-progress:what=thing',
  'progress:Template-of-progress:what=const1',
  'progress:Template-of-progress:what=time1',
  'progress:Template-of-progress:when=number1',
  'progress:Template-of-progress:what=thing1,what=thing2',
  'progress:Template-of-progress:what=thing1,hint=thing1',
  `${templates};${templates}`,
  `${templates};`,
  `${templates};todo:Template-of-progress:what=thing1`,
  `${templates} `,
])('templates that would lose a message are refused: %s', (text) => {
  const message = problems({ WECHAT_MESSAGE_TOKEN: 'Token123', WECHAT_SUBSCRIBE_TEMPLATES: text })
  expect(message).toContain('WECHAT_SUBSCRIBE_TEMPLATES is not usable')
})

test.each([
  ['WECHAT_MESSAGE_TOKEN', 'ab'],
  ['WECHAT_MESSAGE_TOKEN', 'with space'],
  ['WECHAT_MESSAGE_TOKEN', 'x'.repeat(33)],
  ['WECHAT_MESSAGE_AES_KEY', 'x'.repeat(42)],
  ['WECHAT_MESSAGE_AES_KEY', `${'x'.repeat(43)}=`],
  ['WECHAT_MINIPROGRAM_STATE', 'release'],
])('%s is not set to %j', (name, value) => {
  expect(problems({ WECHAT_MESSAGE_TOKEN: 'Token123', [name]: value })).toContain(`${name} is not usable`)
})

test('templates without the events that count consents are refused', () => {
  expect(problems({ WECHAT_SUBSCRIBE_TEMPLATES: templates })).toContain('WECHAT_MESSAGE_TOKEN is missing')
})

test('no two settings share a name', () => {
  const names = Object.values(settingSpecs).map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test('.env.example explains every setting and no other, with values that work', () => {
  const text = readFileSync(path.resolve(__dirname, '../../../../.env.example'), 'utf8')
  const lines = [...text.matchAll(/^([A-Z0-9_]+)=(.*)$/gm)].map(([, name = '', value = '']) => ({ name, value }))
  const names = Object.values(settingSpecs).map(({ name }) => name)
  expect(lines.map(({ name }) => name).sort()).toEqual([...names].sort())
  const given = Object.fromEntries(lines.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]))
  expect(() => readSettings({ ...goodSettings, ...given })).not.toThrow()
})
