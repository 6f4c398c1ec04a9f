import { firstMoment, type OwnClock, standingClock } from '../../clock/clock'
import { sampleApplication } from '../application.fixture'
import { signedClient } from '../signed-client.fixture'
import { type RunningOffice, startExamOffice } from '../start-exam-office'

const key = { id: 'k1', key: Buffer.alloc(32, 1) }

describe("the office's page", () => {
  let clock: OwnClock
  let office: RunningOffice
  let recordNo: string
  beforeEach(async () => {
    clock = standingClock()
    office = await startExamOffice({ clock, keys: [key], digestKey: Buffer.alloc(32, 3) })
    const body = sampleApplication(office.control.idDigest)
    const name = '示例<script>alert("1")</script>'
    const content = { ...body.content, person: { ...body.content.person, name } }
    const call = signedClient(office.url, clock, key)
    recordNo = (await call('POST', '/applications', { body: { ...body, content } })).body.recordNo
  })
  afterEach(() => office.close())

  const read = async (path: string) => (await fetch(office.url + path)).text()
  /** Sends a form and reads the page that it leads to. */
  const send = async (path: string, fields: Record<string, string>) =>
    (await fetch(office.url + path, { method: 'POST', body: new URLSearchParams(fields) })).text()

  it('lists what came in, and shows every word of the applicant as text, never as markup', async () => {
    for (const path of ['/', `/records/${recordNo}`]) {
      const text = await read(path)
      expect(text).toContain('示例&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;')
      expect(text).not.toContain('<script')
    }
  })

  it('runs no script and loads nothing', async () => {
    const policy = (await fetch(office.url)).headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
  })

  it('shows facts, verdict with clause, and what happened so far', async () => {
    const text = await read(`/records/${recordNo}`)
    for (const words of ['三级（高级工）', '参加工作时间', '2005-09-01', '✓ 符合', '二(二)4', '收到申报', '聘用合同']) {
      expect(text).toContain(words)
    }
  })

  it('accepts', async () => {
    expect(await send(`/records/${recordNo}/events`, { type: 'accepted' })).toContain('已办理：审查通过')
    expect(office.control.record(recordNo)?.state).toBe('accepted')
  })

  it('returns with the picked items, reasons and typed words', async () => {
    const fields = {
      type: 'returned',
      item1: 'facts.workStart',
      code1: 'differs-from-file',
      text1: '档案为2005年10月',
      item2: '',
      code2: 'unreadable',
      text2: '',
      item3: 'papers.id-card',
      code3: 'unreadable',
      text3: '',
    }
    const text = await send(`/records/${recordNo}/events`, fields)
    expect(text).toContain('参加工作时间：与档案不一致 档案为2005年10月')
    expect(office.control.changes()).toMatchObject([
      {
        type: 'returned',
        reasons: [
          { item: 'facts.workStart', code: 'differs-from-file', text: '档案为2005年10月' },
          { item: 'papers.id-card', code: 'unreadable', text: '' },
        ],
      },
    ])
  })

  it('asks for an item where a return names none', async () => {
    expect(await send(`/records/${recordNo}/events`, { type: 'returned' })).toContain('请至少选一处')
    expect(office.control.changes()).toEqual([])
  })

  it('goes through the on-site review, and rejects', async () => {
    await send(`/records/${recordNo}/events`, { type: 'onsite-required' })
    expect(await read(`/records/${recordNo}`)).toContain('现场已确认')
    await send(`/records/${recordNo}/events`, { type: 'rejected', item1: '*', code1: 'other', text1: '不符合' })
    expect(await read(`/records/${recordNo}`)).toContain('已经结束')
    expect(await send(`/records/${recordNo}/events`, { type: 'accepted' })).toContain('已经结束，没有改动')
  })

  it('sends later events with data, and says when the data cannot be read', async () => {
    await send(`/records/${recordNo}/events`, { type: 'score-published', data: '{"score": 82}' })
    expect(office.control.changes()).toMatchObject([{ type: 'score-published', data: { score: 82 } }])
    expect(await send(`/records/${recordNo}/events`, { type: 'result', data: '{' })).toContain('不是 JSON 对象')
    expect(office.control.changes()).toHaveLength(1)
  })

  it('pins a reading and takes it back', async () => {
    await send('/reference/pins', { 'work-years-count': 'calendar-years', 'staff-agency': '' })
    expect(office.control.reference().pins).toEqual({ 'work-years-count': 'calendar-years' })
    await send('/reference/pins', {})
    expect(office.control.reference().pins).toEqual({})
  })

  it('sets fees to the cent, and refuses what is no amount', async () => {
    await send('/reference/money', { 'fee-3': '80.1', 'fee-5': '0', deadline: '2023-04-10' })
    expect(office.control.reference()).toMatchObject({
      fees: [
        { grade: 3, cents: 8010 },
        { grade: 5, cents: 0 },
      ],
      paymentDeadline: '2023-04-10',
    })
    expect(await send('/reference/money', { 'fee-3': '八十' })).toContain('“八十”不是金额')
    expect(office.control.reference().fees).toHaveLength(2)
  })

  it('edits schedule, limits and contacts', async () => {
    await send('/reference/schedule', { registrationClosesOn: '2023-03-30' })
    await send('/reference/districts', { 'online-xiuwu': 'on', 'limit-xiuwu': '3' })
    await send('/reference/contacts', {
      'contacts-sample-urban-works': '示例·新经办 12000002009 sample-new@example.invalid',
    })
    const { schedule, districts, units } = office.control.reference()
    expect(schedule).toEqual({ registrationClosesOn: '2023-03-30' })
    expect(districts.find(({ code }) => code === 'xiuwu')).toMatchObject({ onlinePayment: true, returnWorkDays: 3 })
    expect(units.find(({ code }) => code === 'sample-urban-works')?.contacts).toEqual([
      { name: '示例·新经办', phone: '12000002009', email: 'sample-new@example.invalid' },
    ])
    for (const line of ['没有号码', '示例·新经办 12000002009 不是邮箱'])
      expect(await send('/reference/contacts', { 'contacts-sample-urban-works': line })).toContain('读不出来')
  })

  it('moves the clock forward, by a step or to a moment, never back', async () => {
    await send('/clock', { ms: '86400000' })
    expect(clock.now()).toBe(firstMoment + 86_400_000)
    expect(await send('/clock', { until: '2023-03-28T23:59' })).toContain('2023年3月28日（周二）23:59')
    expect(await send('/clock', { until: '2023-03-20T09:00' })).toContain('只能往前')
    expect(clock.now()).toBe(Date.UTC(2023, 2, 28, 15, 59))
  })

  it('sets faults and takes all of them back', async () => {
    await send('/faults', { down: 'unavailable', fail: '2', appliesTo: 'writes', nudge: 'off' })
    expect(office.control.switches).toMatchObject({ down: 'unavailable', fail: 2, appliesTo: 'writes', nudge: 'off' })
    await send('/faults', { well: '1', down: 'unavailable' })
    expect(office.control.switches).toMatchObject({ down: 'no', fail: 0, nudge: 'on' })
  })

  it("takes no form that another site's page sends", async () => {
    const answer = await fetch(`${office.url}/records/${recordNo}/events`, {
      method: 'POST',
      headers: { origin: 'https://example.com' },
      body: new URLSearchParams({ type: 'accepted' }),
    })
    expect(answer.status).toBe(403)
    expect(office.control.record(recordNo)?.state).toBe('received')
  })

  it('says so when a record or page is missing', async () => {
    expect((await fetch(`${office.url}/records/JZ2023-999999`)).status).toBe(404)
    expect((await fetch(`${office.url}/records/${recordNo}/documents/none`)).status).toBe(404)
  })
})
