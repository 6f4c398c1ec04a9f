import { randomUUID } from 'node:crypto'
import type { ApplicationView, EditDraft, PageView, PapersView, SubmitRequest, UploadAnswer } from '@app/contract'
import { type Answer, type Call, type RunningApp, type World } from '../../bff/src/app.fixture'
import { personOf } from '../sandbox/people'
import { photo } from './photo.fixture'

// Several servers and two databases on a busy machine.
jest.setTimeout(60_000)

const campaign = 'jiaozuo-2023'
export const declaration = { accepted: true, version: '2023-1' }
const undertaking = '2023-1'

interface Shot {
  /** Which of the sample pages. */
  page?: number
  replaces?: string
  key?: string
}

/** Moves the clock of the whole world forward to this wall time in Beijing. */
export function goTo(world: World, wallTime: string): void {
  world.clock.advance(Date.parse(`${wallTime}+08:00`) - world.clock.now())
}

/** One phone: what it sends is what the mini-program sends; it signs in again when its token is over. */
export class Phone {
  private constructor(
    private readonly app: RunningApp,
    readonly person: string,
    private token: string,
  ) {}

  static async of(app: RunningApp, person: string): Promise<Phone> {
    const { token } = await app.signIn(person, true)
    return new Phone(app, person, token)
  }

  async call(method: string, path: string, content: Omit<Call, 'token'> = {}): Promise<Answer> {
    const send = () => this.app.call(method, `/api/v1${path}`, { token: this.token, ...content })
    const answer = await send()
    if (answer.status !== 401) return answer
    this.token = (await this.app.signIn(this.person)).token
    return send()
  }

  get(path: string): Promise<Answer> {
    return this.call('GET', path)
  }

  post(path: string, body: unknown, { version, key = randomUUID() }: { version?: number; key?: string } = {}) {
    const headers = { 'idempotency-key': key, ...(version !== undefined && { 'if-match': `"${version}"` }) }
    return this.call('POST', path, { body, headers })
  }

  patch(id: string, version: number, body: EditDraft): Promise<Answer> {
    const headers = { 'if-match': `"${version}"` }
    return this.call('PATCH', `/applications/${id}`, { body, headers })
  }

  /** A draft with the sample person's facts. */
  async draft(grade: 1 | 2 | 3 | 4 | 5 = 3): Promise<ApplicationView> {
    const { facts } = personOf(this.person)
    return ok(await this.post('/applications', { campaign, facts, grade, consentVersion: '2023-1' }), 201)
  }

  /** A draft that can be submitted. */
  async filled(grade: 1 | 2 | 3 | 4 | 5 = 3, changes: EditDraft['form'] = {}): Promise<ApplicationView> {
    const draft = await this.draft(grade)
    const { id } = ok(await this.patch(draft.id, draft.version, { form: { ...formOf(this.person), ...changes } }))
    return this.photographed(id)
  }

  /** Photographs what is still asked for, promises what may follow, and waits until every page has been looked at. */
  async photographed(id: string): Promise<ApplicationView> {
    const { papers } = await this.papers(id)
    const lacking = papers.filter(({ state, item }) => state === 'missing' && item.kind !== 'undertaking')
    for (const { item } of lacking) {
      if (item.promiseAllowed) await this.promise(id, item.id)
      else for (let page = 1; page <= item.pages.min; page += 1) await this.upload(id, item.id, { page })
    }
    await this.app.makePictures()
    return ok(await this.get(`/applications/${id}/edit`))
  }

  async papers(id: string): Promise<PapersView> {
    return ok<PapersView>(await this.get(`/applications/${id}/papers`))
  }

  /** One page, as the phone's upload queue sends it. */
  async upload(id: string, paper: string, { page = 1, replaces, key = randomUUID() }: Shot = {}): Promise<PageView> {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(await photo(page))], { type: 'image/jpeg' }), 'page.jpg')
    const query = new URLSearchParams({ paper, ...(replaces && { replaces }) })
    const answer = await this.call('POST', `/applications/${id}/pages?${query.toString()}`, {
      form,
      headers: { 'idempotency-key': key },
    })
    const [taken] = ok<UploadAnswer>(answer, 202).pages
    if (!taken) throw new Error('an upload that answers no page')
    return taken
  }

  promise(id: string, paper: string, agreed = true): Promise<Answer> {
    return this.call('PUT', `/applications/${id}/promises`, { body: { paper, agreed, version: undertaking } })
  }

  supplement({ id, version }: ApplicationView, paper: string): Promise<Answer> {
    return this.post(`/applications/${id}/supplements`, { paper }, { version })
  }

  submit({ id, version }: ApplicationView, request: Partial<SubmitRequest> = {}, key?: string): Promise<Answer> {
    return this.post(`/applications/${id}/submission`, submission(request), { version, ...(key && { key }) })
  }

  correct({ id, version }: ApplicationView, request: Partial<SubmitRequest> = {}): Promise<Answer> {
    return this.post(`/applications/${id}/correction`, submission(request), { version })
  }

  async submitted(grade: 1 | 2 | 3 | 4 | 5 = 3): Promise<ApplicationView> {
    return ok(await this.submit(await this.filled(grade)))
  }

  async view(id: string): Promise<ApplicationView> {
    return ok(await this.get(`/applications/${id}`))
  }

  approve({ id, version }: ApplicationView, body: object = {}): Promise<Answer> {
    return this.post(`/unit-desk/applications/${id}/approval`, body, { version })
  }

  giveBack({ id, version }: ApplicationView, items: object[]): Promise<Answer> {
    return this.post(`/unit-desk/applications/${id}/return`, { items }, { version })
  }
}

function submission(request: Partial<SubmitRequest>): SubmitRequest {
  return { phoneVerdict: { verdict: 'eligible', pack: campaign }, ...request }
}

export function formOf(person: string): NonNullable<EditDraft['form']> {
  const { name, idNumber, phone, unit } = personOf(person)
  return {
    name,
    idNumber,
    phone,
    unit: { code: unit },
    workExperience: [{ from: '2005-09', employer: '示例单位', post: '保管工' }],
    declaration,
  }
}

/** The body of an answer that has to have this status; its failure shows what came instead. */
export function ok<T = ApplicationView>(answer: Answer, status = 200): T {
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`)
  return answer.body as T
}

/** Ten minutes pass, in which everything that waited is tried again. */
export async function later(world: World, app: RunningApp): Promise<void> {
  for (let minute = 0; minute < 10; minute += 1) {
    world.clock.advance(60_000)
    await app.work()
  }
}
