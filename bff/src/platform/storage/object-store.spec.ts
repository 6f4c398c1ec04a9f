import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { ObjectStore, StoreUnavailable } from './object-store'
import { openStore } from './open-store'
import { storageSettings } from './storage-settings'

interface Seen {
  method: string
  url: string
  headers: IncomingMessage['headers']
}

interface Opened {
  store: ObjectStore
  /** Requests that reached the store over HTTP; none for a disk. */
  seen: Seen[]
  fail(): void
  close(): Promise<void>
}

const content = Buffer.from('the bytes of a page')
const about = { mediaType: 'image/jpeg' }
const later = new Date('2100-01-01T00:00:00Z')

async function disk(): Promise<Opened> {
  const folder = mkdtempSync(path.join(tmpdir(), 'store-'))
  const fail = (): void => {
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'no folder')
  }
  return {
    store: openStore({ kind: 'disk', folder }),
    seen: [],
    fail,
    close: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** s3rver behind a server that writes down what it is asked. */
async function s3(): Promise<Opened> {
  const folder = mkdtempSync(path.join(tmpdir(), 's3-'))
  const bucket = { name: 'pages', configs: [] }
  const s3rver = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [bucket],
  })
  const { port } = await s3rver.run()
  const seen: Seen[] = []
  const front = await witness(port, seen)
  const { port: frontPort } = front.address() as AddressInfo
  const settings = storageSettings(`s3+http://S3RVER:S3RVER@127.0.0.1:${frontPort}/pages?region=sample&path-style=yes`)
  if (!settings) throw new Error('settings that cannot be read')
  const stop = (): void => {
    front.closeAllConnections()
    front.close()
  }
  return {
    store: openStore(settings),
    seen,
    fail: stop,
    close: async () => {
      stop()
      await s3rver.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function witness(port: number, seen: Seen[]): Promise<Server> {
  const front = createServer((incoming, answer) => {
    const { method = '', url = '', headers } = incoming
    seen.push({ method, url, headers })
    const onward = request({ host: '127.0.0.1', port, method, path: url, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 500, reply.headers)
      reply.pipe(answer)
    })
    incoming.pipe(onward)
  })
  return new Promise((resolve) => front.listen(0, '127.0.0.1', () => resolve(front)))
}

describe.each([
  ['on disk', disk],
  ['S3-compatible', s3],
])('the object store %s', (_, open) => {
  let opened: Opened
  beforeEach(async () => {
    opened = await open()
  })
  afterEach(() => opened.close())

  const read = async (key: string): Promise<string | undefined> => {
    const found = await opened.store.open(key)
    return found && (await buffer(found)).toString()
  }

  test('keeps what was put, until it is removed', async () => {
    const { store } = opened
    await store.put('pages/a1/master', Readable.from([content]), about)
    expect(await read('pages/a1/master')).toBe(content.toString())
    await store.remove('pages/a1/master')
    expect(await read('pages/a1/master')).toBeUndefined()
    await store.remove('pages/a1/master')
    expect(await store.ready()).toBe(true)
  })

  test('keeps nothing of what broke off, and says whose failure it was', async () => {
    const broken = Readable.from(
      (function* () {
        yield content
        throw new Error('the phone hung up')
      })(),
    )
    await expect(opened.store.put('originals/a1', broken, about)).rejects.toThrow('the phone hung up')
    expect(await read('originals/a1')).toBeUndefined()
    expect(await opened.store.list('', later, 10)).toEqual([])
  })

  test('lists in their order what is older, a part at a time', async () => {
    for (const key of ['originals/c1', 'originals/a1', 'pages/b1/master']) {
      await opened.store.put(key, Readable.from([content]), about)
    }
    expect(await opened.store.list('', later, 2)).toEqual(['originals/a1', 'originals/c1'])
    expect(await opened.store.list('', later, 2, 'originals/c1')).toEqual(['pages/b1/master'])
    expect(await opened.store.list('originals/', later, 10)).toEqual(['originals/a1', 'originals/c1'])
    expect(await opened.store.list('', new Date(0), 10)).toEqual([])
  })

  test('that is away: each call says so, and it is not ready', async () => {
    const { store, fail } = opened
    await store.put('originals/a1', Readable.from([content]), about)
    fail()
    await expect(store.put('originals/b1', Readable.from([content]), about)).rejects.toBeInstanceOf(StoreUnavailable)
    await expect(store.open('originals/a1')).rejects.toBeInstanceOf(StoreUnavailable)
    expect(await store.ready()).toBe(false)
  })

  test.each(['../outside', '/etc/passwd', 'a//b', 'A1', '', 'a/../b', 'a.b'])('takes no key like %j', async (key) => {
    await expect(opened.store.put(key, Readable.from([content]), about)).rejects.toThrow('not a key')
  })
})

test('files on disk can be read by this user alone, and what was never finished is swept', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'store-'))
  const store = openStore({ kind: 'disk', folder })
  await store.put('pages/a1/master', Readable.from([content]), about)
  expect((statSync(path.join(folder, 'pages/a1/master')).mode & 0o777).toString(8)).toBe('600')
  expect((statSync(path.join(folder, 'pages')).mode & 0o777).toString(8)).toBe('700')
  const half = path.join(folder, 'pages/a1/display.x.part')
  writeFileSync(half, 'half')
  utimesSync(half, 0, 0)
  expect(await store.list('', new Date(1_000), 10)).toEqual([])
  expect(readdirSync(path.join(folder, 'pages/a1'))).toEqual(['master'])
  rmSync(folder, { recursive: true })
})

test('what goes to a bucket is signed, encrypted at rest and never public', async () => {
  const { store, seen, close } = await s3()
  await store.put('pages/a1/master', Readable.from([content]), about)
  const found = await store.open('pages/a1/master')
  if (found) await buffer(found)
  await store.remove('pages/a1/master')
  await close()
  expect(seen.map(({ method }) => method)).toEqual(['PUT', 'GET', 'DELETE'])
  for (const { url, headers } of seen) {
    expect(headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=S3RVER\//)
    expect(Object.keys(headers).filter((name) => /acl|grant/.test(name))).toEqual([])
    expect(url).not.toContain('acl')
  }
  expect(seen[0]?.headers).toMatchObject({ 'x-amz-server-side-encryption': 'AES256', 'content-length': '19' })
})
