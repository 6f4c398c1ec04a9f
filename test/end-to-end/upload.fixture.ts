import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { PageView, PapersView, UploadAnswer } from '@app/contract'
import type { Answer, RunningApp, World } from '../../bff/src/app.fixture'
import { ok, type Phone } from './applicant.fixture'

export interface Sent {
  key?: string
  /** As the phone names it; nobody believes it. */
  name?: string
  type?: string
  query?: Record<string, string>
}

/** Sends one file as wx.uploadFile does. */
export function send(phone: Phone, id: string, paper: string, file: Buffer, sent: Sent = {}): Promise<Answer> {
  const { key = randomUUID(), name = 'page.jpg', type = 'image/jpeg', query = {} } = sent
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(file)], { type }), name)
  const search = new URLSearchParams({ paper, ...query }).toString()
  return phone.call('POST', `/applications/${id}/pages?${search}`, { form, headers: { 'idempotency-key': key } })
}

/** Sends a file that has to be taken, and answers its pages. */
export async function sendPage(
  phone: Phone,
  id: string,
  paper: string,
  file: Buffer,
  sent: Sent = {},
): Promise<PageView[]> {
  return ok<UploadAnswer>(await send(phone, id, paper, file, sent), 202).pages
}

export async function papersOf(phone: Phone, id: string): Promise<PapersView> {
  return ok<PapersView>(await phone.get(`/applications/${id}/papers`))
}

export async function pagesOf(phone: Phone, id: string, paper: string): Promise<PageView[]> {
  return (await papersOf(phone, id)).papers.find(({ item }) => item.id === paper)?.pages ?? []
}

/** The bytes behind a link, as an image tag gets them: without any header. */
export async function fetched(
  app: RunningApp,
  link: string,
): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const response = await fetch(app.url + link)
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

/** Uploaded files that lie in the store as they came. */
export function originalsIn({ pagesFolder }: World): string[] {
  const folder = path.join(pagesFolder, 'originals')
  return existsSync(folder) ? readdirSync(folder) : []
}
