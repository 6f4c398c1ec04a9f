import { standingClock } from '../../clock/clock'
import { listed, pageHeaders, sampleApplication, samplePage } from '../application.fixture'
import { signedClient } from '../signed-client.fixture'
import { type RunningOffice, startExamOffice } from '../start-exam-office'

const key = { id: 'k1', key: Buffer.alloc(32, 1) }
const at = '2023-03-20T02:00:00.000Z'
const assessment = 'yearly-assessment-2022'
const [front, back, late] = [samplePage('front'), samplePage('back'), samplePage('late')]

describe("papers on the office's page", () => {
  const clock = standingClock()
  let office: RunningOffice
  let call: ReturnType<typeof signedClient>
  let recordNo: string
  beforeEach(async () => {
    office = await startExamOffice({ clock, keys: [key], digestKey: Buffer.alloc(32, 3) })
    call = signedClient(office.url, clock, key)
    const body = sampleApplication(office.control.idDigest)
    const documents = [listed('front', front), listed('back', back, 'id-card', 2)]
    const content = { ...body.content, documents, promises: [{ kind: assessment, at }] }
    recordNo = (await call('POST', '/applications', { body: { ...body, content } })).body.recordNo
    await put('front', front)
  })
  afterEach(() => office.close())

  const put = (id: string, bytes: Buffer) =>
    call('PUT', `/applications/${recordNo}/documents/${id}`, { body: bytes, headers: pageHeaders(bytes) })
  const read = async () => (await fetch(`${office.url}/records/${recordNo}`)).text()
  const send = async (fields: Record<string, string>) =>
    (
      await fetch(`${office.url}/records/${recordNo}/events`, { method: 'POST', body: new URLSearchParams(fields) })
    ).text()
  const reasons = () => office.control.changes().at(-1)?.reasons

  it('stand with their pages in order, and say what has not come yet', async () => {
    const text = await read()
    expect(text).toContain(`<img src="/records/${recordNo}/documents/front" alt="身份证 第 1 页"`)
    expect(text).not.toContain(`/documents/back`)
    expect(text).toMatch(/1 \/ 2 页已到[\s\S]*第 1 页[\s\S]*还没到[\s\S]*第 2 页/)
    await put('back', back)
    expect(await read()).toMatch(/2 \/ 2 页已到[\s\S]*documents\/front"[\s\S]*documents\/back"/)
  })

  it('are served as pictures, to nobody but the page itself', async () => {
    const answer = await fetch(`${office.url}/records/${recordNo}/documents/front`)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(front)
    const names = ['content-type', 'x-content-type-options', 'cache-control', 'cross-origin-resource-policy']
    expect(names.map((name) => answer.headers.get(name))).toEqual(['image/jpeg', 'nosniff', 'no-store', 'same-origin'])
  })

  it('go back page by page or whole, each with its reason, in one return with other items', async () => {
    const text = await send({
      type: 'returned',
      item1: 'facts.workStart',
      code1: 'differs-from-file',
      text1: '',
      'reason:papers.id-card': '',
      'reason:pages.front': 'unreadable',
      'words:pages.front': '反光，请重拍',
      'reason:pages.back': 'missing-page',
    })
    expect(reasons()).toEqual([
      { item: 'facts.workStart', code: 'differs-from-file', text: '' },
      { item: 'pages.front', code: 'unreadable', text: '反光，请重拍' },
      { item: 'pages.back', code: 'missing-page', text: '' },
    ])
    expect(text).toContain('已退回：看不清')
    expect(text).toContain('身份证 第 1 页：看不清 反光，请重拍')
    await send({ type: 'returned', 'reason:papers.id-card': 'wrong-paper' })
    expect(reasons()).toEqual([{ item: 'papers.id-card', code: 'wrong-paper', text: '' }])
  })

  it('tell what became of a promise, and take or refuse what follows', async () => {
    expect(await read()).toMatch(/年度考核表（2022）[\s\S]*承诺后补[\s\S]*还没补交/)
    const supplement = () =>
      call('POST', `/applications/${recordNo}/supplements`, {
        body: { kind: assessment, documents: [listed('late', late, assessment)], sentAt: at },
      })
    await supplement()
    expect(await read()).toMatch(/已补交，等审查[\s\S]*补交材料通过/)
    await send({ type: 'supplement-rejected', item1: 'pages.late', code1: 'seal-missing', text1: '缺公章' })
    expect(reasons()).toEqual([{ item: 'pages.late', code: 'seal-missing', text: '缺公章' }])
    expect(await read()).toMatch(/补交不通过，等重交/)
    await supplement()
    expect(await send({ type: 'supplement-accepted', item1: `papers.${assessment}`, code1: 'in-order' })).toContain(
      '补交通过',
    )
    expect(await read()).not.toContain('补交材料不通过…')
  })

  it('cannot go back once the application has ended', async () => {
    await send({ type: 'rejected', item1: '*', code1: 'other', text1: '不符合' })
    expect(await read()).not.toContain('退回此页')
  })

  it('a photo is asked for once its specification is set, whole or not at all', async () => {
    const set = async (fields: Record<string, string>) =>
      (await fetch(`${office.url}/reference/photo`, { method: 'POST', body: new URLSearchParams(fields) })).text()
    expect(office.control.reference().photo).toBeUndefined()
    await set({ widthPx: '358', heightPx: '441', kilobytes: '200', background: 'white' })
    const photo = { widthPx: 358, heightPx: 441, maxBytes: 204_800, background: 'white' }
    expect(office.control.reference().photo).toEqual(photo)
    expect(await set({ widthPx: '358', heightPx: '', kilobytes: '200' })).toContain('要么都填')
    expect(office.control.reference().photo).toEqual(photo)
    await set({ widthPx: '295', heightPx: '413', kilobytes: '100', background: '' })
    expect(office.control.reference().photo).toEqual({ widthPx: 295, heightPx: 413, maxBytes: 102_400 })
    await set({})
    expect(office.control.reference()).toMatchObject({ sample: true })
    expect(office.control.reference().photo).toBeUndefined()
  })
})
