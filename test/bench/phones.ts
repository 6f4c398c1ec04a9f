import { randomBytes, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { applicants } from '../sandbox/people'
import type { RunningWechat } from '../sandbox/wechat/start-wechat'
import { consentVersions } from '../../bff/src/contract'
import type { ApplicationView, PapersView, UploadAnswer } from '../../bff/src/contract'

const agent = new Agent({ keepAlive: true, maxSockets: 32 })

/** One phone that sends pages of one paper; each new one in the place of the last. */
export interface Phone {
  token: string
  application: string
  paper: string
  page?: string
}

/** Phones of applicants who may apply, at most two for each paper that is asked of them. */
export async function phones(url: string, wechat: RunningWechat, count: number): Promise<Phone[]> {
  const found: Phone[] = []
  for (const { id, facts } of applicants) {
    if (found.length >= count) break
    const token = await signIn(url, wechat, id)
    const body = { campaign: 'jiaozuo-2023', facts, grade: 3, consentVersion: '2023-1' }
    const draft = await call<ApplicationView>(url, 'POST', '/applications', token, body)
    if (draft === undefined) continue
    const papers = await call<PapersView>(url, 'GET', `/applications/${draft.id}/papers`, token)
    const open = papers?.papers.filter(({ item, open }) => open && item.kind !== 'undertaking') ?? []
    for (const { item } of open)
      for (let page = 1; page <= Math.min(2, item.pages.max); page += 1)
        found.push({ token, application: draft.id, paper: item.id })
  }
  if (found.length < count) throw new Error(`Only ${found.length} pages are asked of the sample applicants`)
  return found.slice(0, count)
}

async function signIn(url: string, { control }: RunningWechat, person: string): Promise<string> {
  const code = control.mintLoginCode(person)
  const session = await call<{ accessToken: string }>(url, 'POST', '/session', undefined, { code })
  const token = session?.accessToken ?? ''
  for (const kind of ['privacy', 'sensitive-data'] as const)
    await call(url, 'POST', '/me/consents', token, { kind, version: consentVersions[kind].at(-1) })
  await call(url, 'POST', '/me/phone', token, { code: control.mintPhoneCode(person) })
  return token
}

async function call<T>(
  url: string,
  method: string,
  to: string,
  token?: string,
  body?: unknown,
): Promise<T | undefined> {
  const headers = {
    'idempotency-key': randomUUID(),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  }
  const response = await fetch(`${url}/api/v1${to}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return response.ok ? ((await response.json().catch(() => undefined)) as T) : undefined
}

const border = randomBytes(12).toString('hex')

export const wrapped = (file: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${border}\r\ncontent-disposition: form-data; name="file"; filename="page.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
    ),
    file,
    Buffer.from(`\r\n--${border}--\r\n`),
  ])

/** @throws where it is not taken */
export async function sendPage(url: string, phone: Phone, form: Buffer): Promise<void> {
  const query = new URLSearchParams({ paper: phone.paper, ...(phone.page !== undefined && { replaces: phone.page }) })
  const address = `${url}/api/v1/applications/${phone.application}/pages?${query.toString()}`
  const answer = await post(address, form, { authorization: `Bearer ${phone.token}`, 'idempotency-key': randomUUID() })
  const { pages }: UploadAnswer = JSON.parse(answer)
  const page = pages[0]?.id
  if (page !== undefined) phone.page = page
}

/** The answer's text. @throws where it is not 202 */
export function post(url: string, form: Buffer, more: Record<string, string> = {}): Promise<string> {
  const headers = { 'content-type': `multipart/form-data; boundary=${border}`, 'content-length': form.length, ...more }
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: 'POST', headers, agent }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () =>
        response.statusCode === 202 ? resolve(text) : reject(new Error(`${response.statusCode} ${text}`)),
      )
    })
    sending.on('error', reject).end(form)
  })
}
