import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tinyApp } from './fixtures/tiny-app'
import { launch, type Driver } from './index'

const server = http.createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const { name } = JSON.parse(Buffer.concat(parts).toString()) as { name: string }
    response.statusCode = name === '' ? 422 : 201
    response.end(JSON.stringify({ name, type: request.headers['content-type'], url: request.url }))
  })
})
let app: Driver
let origin: string

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((closed) => server.close(closed)))
afterEach(() => app.close())

const start = (routes: Record<string, string>, offline = false) =>
  (app = launch(tinyApp, { network: { routes, offline } }))

test('a request goes over real HTTP to the server that the test names, as JSON unless told otherwise', async () => {
  start({ 'https://bff.example.invalid': origin })
  await app.input('姓名', '王小明')
  await app.tap('去问')
  await app.waitForText('答：201 {"name":"王小明","type":"application/json","url":"/hello?from=tiny"}')
})

test('an error status is an answer, not a failure', async () => {
  start({ 'https://bff.example.invalid': origin })
  await app.tap('去问')
  await app.waitForText('答：422')
})

test('a server outside the allowed domains is not reached', async () => {
  start({ 'https://other.example.invalid': origin })
  await app.tap('去问')
  await app.waitForText('request:fail url not in domain list')
})

test('without a signal every request fails', async () => {
  start({ 'https://bff.example.invalid': origin }, true)
  await app.tap('去问')
  await app.waitForText('request:fail no network')
})
