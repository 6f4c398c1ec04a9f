import http from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { fileApis } from './host/wx/file-apis'
import { newLog } from './host/log'
import type { Network, UploadFault } from './host/wx/network'
import { uploadApi } from './host/wx/upload'
import { PhoneFiles } from './index'

const name = 'https://bff.example.invalid'
const big = 3 * 1024 * 1024

/** What arrived: type, size and beginning of the body. */
const arrived: { type: string | undefined; bytes: number; text: string }[] = []
let hangs = false
const server = http.createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const body = Buffer.concat(parts)
    const { 'content-type': type } = request.headers
    arrived.push({ type, bytes: body.length, text: body.subarray(0, 300).toString('latin1') })
    if (hangs) return
    response.statusCode = 202
    response.end('{"pages":[]}')
  })
})
let network: Network
let files: PhoneFiles

beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)))
afterAll(() => new Promise((closed) => server.close(closed)))
beforeEach(() => {
  arrived.length = 0
  hangs = false
  files = new PhoneFiles()
  network = { routes: { [name]: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }, offline: false }
})

interface UploadTask extends Promise<{ statusCode: number; data: unknown }> {
  abort: () => void
  onProgressUpdate: (listener: (event: { progress: number; totalBytesSent: number }) => void) => void
}
const upload = (filePath: string, url = `${name}/pages?paper=x`, more: object = {}) =>
  uploadApi(
    network,
    files,
    newLog(),
  )({ url, filePath, name: 'file', header: { 'x-key': 'k' }, ...more }) as unknown as UploadTask
const apis = () => fileApis(files, newLog())
const ask = async (api: string, options: object) =>
  (await (apis() as unknown as Record<string, (given: object) => Promise<Record<string, unknown>>>)[api]?.(options)) ??
  {}
const manager = () => apis().getFileSystemManager() as unknown as Record<string, (given: object) => Promise<object>>
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#88a' } })
    .jpeg()
    .toBuffer()

describe('an upload', () => {
  test('is one multipart body over real HTTP, told as it goes; the answer is text', async () => {
    const task = upload(files.take(Buffer.alloc(big), 'jpg'))
    const told: number[] = []
    task.onProgressUpdate(({ progress }) => told.push(progress))
    expect(await task).toMatchObject({ statusCode: 202, data: '{"pages":[]}' })
    expect(arrived).toMatchObject([{ type: expect.stringMatching(/^multipart\/form-data; boundary=/) }])
    expect(arrived[0]?.bytes).toBeGreaterThan(big)
    expect(arrived[0]?.text).toMatch(/name="file"; filename="tmp_/)
    expect([told.length > 5, told.at(-1), [...told].sort((a, b) => a - b)]).toEqual([true, 100, told])
  })

  test('that is aborted fails so', async () => {
    hangs = true
    const task = upload(files.take(Buffer.alloc(big), 'jpg'))
    const started = new Promise<void>((seen) => task.onProgressUpdate(() => seen()))
    await started
    task.abort()
    await expect(task).rejects.toMatchObject({ errMsg: 'uploadFile:fail abort' })
  })

  test('of a server that does not answer ends by its timeout', async () => {
    hangs = true
    const task = upload(files.take(Buffer.alloc(10), 'jpg'), undefined, { timeout: 50 })
    await expect(task).rejects.toMatchObject({ errMsg: 'uploadFile:fail timeout' })
  })

  test.each([
    ['whose file is gone', () => upload('wxfile://tmp_none.jpg'), /no such file/],
    ['without a signal', () => ((network.offline = true), upload(files.take(Buffer.alloc(1), 'jpg'))), /no network/],
    [
      'outside the allowed domains',
      () => upload(files.take(Buffer.alloc(1), 'jpg'), 'https://other.example.invalid/x'),
      /url not in domain list/,
    ],
  ])('%s fails as on a phone, and nothing arrives', async (_, begin, errMsg) => {
    await expect(begin()).rejects.toMatchObject({ errMsg: expect.stringMatching(errMsg) })
    expect(arrived).toEqual([])
  })

  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('breaks as the test says, %s the server has heard of it', async (when, count) => {
    const fault: UploadFault = { when, errMsg: 'interrupted', errno: 600003 }
    network.uploadFaults = [fault]
    const path = files.take(Buffer.alloc(10), 'jpg')
    await expect(upload(path)).rejects.toMatchObject({ errMsg: 'uploadFile:fail interrupted', errno: 600003 })
    expect(arrived).toHaveLength(count)
    await expect(upload(path)).resolves.toMatchObject({ statusCode: 202 })
  })
})

describe('files', () => {
  test('that are picked are temporary; copies among the own ones outlive the app', async () => {
    files.picks.push({ files: [{ buffer: Buffer.from('abcdef') }] })
    const { tempFiles } = (await ask('chooseMedia', {})) as { tempFiles: { tempFilePath: string; size: number }[] }
    const path = tempFiles[0]?.tempFilePath ?? ''
    expect(tempFiles[0]?.size).toBe(6)
    await manager()['copyFile']?.({ srcPath: path, destPath: 'wxfile://usr/a.jpg' })
    files.sweep()
    await expect(manager()['getFileInfo']?.({ filePath: path })).rejects.toMatchObject({
      errMsg: expect.stringContaining('no such file'),
    })
    expect(await manager()['getFileInfo']?.({ filePath: 'wxfile://usr/a.jpg' })).toMatchObject({ size: 6 })
    const part = (await manager()['readFile']?.({ filePath: 'wxfile://usr/a.jpg', position: 1, length: 2 })) as {
      data: ArrayBuffer
    }
    expect(Buffer.from(part.data).toString()).toBe('bc')
    await manager()['unlink']?.({ filePath: 'wxfile://usr/a.jpg' })
    expect(files.keptPaths).toEqual([])
  })

  test('are written nowhere else, and not where there is no room', async () => {
    const path = files.take(Buffer.from('a'), 'jpg')
    const copy = (destPath: string) => manager()['copyFile']?.({ srcPath: path, destPath })
    await expect(copy('wxfile://elsewhere/a.jpg')).rejects.toMatchObject({
      errMsg: expect.stringContaining('permission denied'),
    })
    files.full = true
    await expect(copy('wxfile://usr/a.jpg')).rejects.toMatchObject({
      errMsg: expect.stringContaining('the maximum size of the file storage limit is exceeded'),
    })
  })

  test('are not picked where the person refuses or closes the dialog', async () => {
    await expect(ask('chooseMedia', {})).rejects.toMatchObject({ errMsg: 'chooseMedia:fail cancel' })
    files.picks.push({ errMsg: 'privacy permission is not authorized', errno: 104 })
    await expect(ask('chooseMedia', {})).rejects.toMatchObject({ errno: 104 })
  })
})

test('pictures are measured as they are stored, and made smaller for real', async () => {
  const turned = await sharp(await picture(400, 300))
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const src = files.take(turned, 'jpg')
  expect(await ask('getImageInfo', { src })).toMatchObject({ width: 400, height: 300, orientation: 'right' })
  const { tempFilePath } = await ask('compressImage', { src, quality: 50, compressedWidth: 200 })
  expect(await ask('getImageInfo', { src: String(tempFilePath) })).toMatchObject({
    width: 200,
    height: 150,
    orientation: 'right',
  })
})
