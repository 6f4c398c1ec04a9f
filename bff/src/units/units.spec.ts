import { databaseKinds, World, type RunningApp } from '../app.fixture'
import { Transactions } from '../platform/database/transaction'
import { ContactDirectory } from '../platform/http/principal'
import { FieldIndex } from '../platform/privacy/field-cipher'
import { beijingDay, beijingTime } from '../platform/time/clock'
import { ReferenceContactRow } from './reference-row'

describe.each(databaseKinds)("the office's list, on %s", (kind) => {
  let world: World
  let app: RunningApp
  let asItWas: ReturnType<World['office']['control']['reference']>
  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    asItWas = world.office.control.reference()
  })
  beforeEach(async () => {
    world.office.control.behaveWell()
    world.office.control.changeReference({ paymentDeadline: undefined, ...asItWas })
    await refresh()
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  const campaign = (headers?: Record<string, string>) => app.call('GET', '/api/v1/campaigns/current', { headers })
  const refresh = async (): Promise<void> => {
    world.clock.advance(60_000)
    await app.work()
  }

  test("the office's days, occupations and readings are laid over the pack", async () => {
    world.office.control.changeReference({ schedule: { registrationClosesOn: '2023-03-31' } })
    await refresh()
    const { body } = await campaign()
    expect(body).toMatchObject({
      reference: 'loaded',
      referenceAsOf: new Date(world.clock.now()).toISOString(),
      schedule: { registrationOpensOn: '2023-03-10', registrationClosesOn: '2023-03-31' },
    })
    expect(body.referenceVersion).toEqual(expect.any(String))
    expect(body.occupations).toContainEqual({ code: 'car-driver', name: '汽车驾驶员' })
    expect(body.districts[0]).toEqual({
      code: 'city',
      name: '焦作市直',
      office: expect.stringContaining('市工考办'),
      onlinePayment: true,
      contactPhone: '12000009001',
    })
  })

  test('the photo is told where the office has set it, and no photo where it has not', async () => {
    expect((await campaign()).body).not.toHaveProperty('photo')
    const photo = { widthPx: 295, heightPx: 413, maxBytes: 102_400 }
    world.office.control.changeReference({ photo })
    await refresh()
    expect((await campaign()).body.photo).toEqual(photo)
    world.office.control.changeReference({ photo: undefined })
  })

  test('no name or number of a contact is told or kept', async () => {
    await refresh()
    const pages = [await campaign(), await app.call('GET', '/api/v1/units')]
    for (const { body } of pages) expect(JSON.stringify(body)).not.toMatch(/12000002001|张经办/)
  })

  test('the contacts of a place are known by their phone, with the address that the office gave, which lies sealed', async () => {
    const directory = app.app.get(ContactDirectory)
    const phone = (number: string) => app.app.get(FieldIndex).digest('phone', number)
    const units = world.office.control.reference().units.map((unit) => ({
      ...unit,
      ...(unit.code === 'sample-county-library' && {
        contacts: [
          { name: '示例·甲', phone: '12000002008', email: 'sample-a@example.invalid' },
          { name: '示例·乙', phone: '12000002009' },
        ],
      }),
    }))
    world.office.control.changeReference({ units })
    await refresh()
    const listed = await directory.contactsAt('unit-contact', 'sample-county-library')
    expect(listed).toHaveLength(2)
    expect(listed).toContainEqual({ phoneDigest: phone('12000002008'), email: 'sample-a@example.invalid' })
    expect(listed).toContainEqual({ phoneDigest: phone('12000002009') })
    expect(await directory.contactsAt('department-contact', 'sample-county-library')).toEqual([])
    expect(await directory.contactsAt('department-contact', 'sample-health-department')).toEqual([
      { phoneDigest: phone('12000003001'), email: 'sample-he@example.invalid' },
    ])
    const rows = await app.app.get(Transactions).read((manager) => manager.find(ReferenceContactRow))
    expect(JSON.stringify(rows)).not.toMatch(/@|12000002008/)
  })

  test('payment opens when fees and the last day are set, and says what is missing before', async () => {
    const fees = [5, 4, 3, 2, 1].map((grade) => ({ grade, cents: 10_000 }))
    world.office.control.changeReference({ fees })
    await refresh()
    expect((await campaign()).body.payment).toEqual({ state: 'closed', reason: 'deadline-not-set' })
    world.office.control.changeReference({ paymentDeadline: '2023-04-20' })
    await refresh()
    expect((await campaign()).body.payment).toEqual({ state: 'open', deadline: '2023-04-20' })
  })

  test('what was loaded goes on holding while the office is down, answers nonsense or is not signed', async () => {
    await refresh()
    const before = (await campaign()).body
    for (const trouble of [
      { down: 'unreachable' },
      { down: 'unavailable' },
      { garbage: 1 },
      { badSignature: 1 },
      { fail: 1 },
      { cutAfter: 1 },
    ] as const) {
      world.office.control.behaveWell()
      Object.assign(world.office.control.switches, trouble)
      await refresh()
      expect((await campaign()).body).toMatchObject({ ...before, referenceAsOf: expect.any(String) })
    }
  })

  test('an unchanged list is confirmed without being sent again', async () => {
    await refresh()
    await refresh()
    const { body, headers } = await campaign()
    expect(body.referenceAsOf).toBe(new Date(world.clock.now()).toISOString())
    expect((await campaign({ 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304)
  })

  test('a phone with the last copy gets 304 until something changes', async () => {
    await refresh()
    const etag = (await campaign()).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{27}"$/)
    expect((await campaign({ 'if-none-match': `W/${etag}` })).status).toBe(304)
    world.office.control.changeReference({ paymentDeadline: '2023-04-20' })
    await refresh()
    expect((await campaign({ 'if-none-match': etag })).status).toBe(200)
  })

  test('a unit is found by a part of its name, page by page, each once', async () => {
    await refresh()
    const found = await app.call('GET', `/api/v1/units?query=${encodeURIComponent('市 属')}`)
    expect(found.body.items).toEqual([
      {
        code: 'sample-city-hospital',
        name: '示例·市属医院',
        district: 'city',
        department: '示例·市卫生主管部门',
        hasContacts: true,
      },
    ])
    const nobody = await app.call('GET', `/api/v1/units?query=${encodeURIComponent('城区环卫站')}`)
    expect(nobody.body.items).toMatchObject([{ code: 'sample-urban-works', hasContacts: false }])
    const codes: string[] = []
    for (let next: string | undefined = ''; next !== undefined;) {
      const page = await app.call('GET', `/api/v1/units?limit=2${next && `&cursor=${next}`}`)
      codes.push(...page.body.items.map(({ code }: { code: string }) => code))
      next = page.body.next
    }
    expect(codes).toEqual([...new Set(codes)].sort())
    expect(codes).toHaveLength(6)
  })

  test('a query that cannot be meant is refused', async () => {
    const wrong = [
      'cursor=abc',
      'cursor=W10',
      'limit=0',
      'limit=101',
      'limit=x',
      'unknown=1',
      `query=${'x'.repeat(51)}`,
    ]
    for (const query of wrong) {
      const answer = await app.call('GET', `/api/v1/units?${query}`)
      expect([query, answer.status]).toEqual([query, 400])
      expect(['body-invalid', 'cursor-invalid']).toContain(answer.body.code)
    }
  })

  test('the time is that of the clock, with day and wall time in Asia/Shanghai', async () => {
    const { body } = await app.call('GET', '/api/v1/time')
    const now = new Date(world.clock.now())
    expect(body).toEqual({ now: now.toISOString(), day: beijingDay(now), time: beijingTime(now) })
  })

  test('before the office was ever reached the pack alone holds, and says so', async () => {
    const world = await World.open(kind)
    world.office.control.switches.down = 'unreachable'
    const app = await world.start()
    await app.work()
    const { status, body } = await app.call('GET', '/api/v1/campaigns/current')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      id: 'jiaozuo-2023',
      reference: 'not-loaded',
      schedule: { registrationOpensOn: '2023-03-10', registrationClosesOn: '2023-03-28' },
      districts: [],
      payment: { state: 'closed', reason: 'fee-not-set' },
    })
    expect(body.referenceVersion).toBeUndefined()
    const units = await app.call('GET', '/api/v1/units')
    expect(units.body).toEqual({ items: [], reference: 'not-loaded' })
    await app.close()
    await world.close()
  })
})
