import { databaseKinds, World, type RunningApp } from '../app.fixture'

describe.each(databaseKinds)('the phone number, on %s', (kind) => {
  let world: World
  let app: RunningApp
  let token: string
  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })
  beforeEach(async () => {
    Object.assign(world.wechat.control.switches, { busy: 0, failPhone: false, countryCodeAsString: false })
    token = (await app.signIn('zhang')).token
    await app.agree(token)
  })

  const byCode = (code: string) => app.call('POST', '/api/v1/me/phone', { token, body: { code } })
  const typed = (phone: string) => app.call('PUT', '/api/v1/me/phone', { token, body: { phone } })
  const mint = (person = 'zhang') => world.wechat.control.mintPhoneCode(person)

  test('without consent to the words on person data no number is kept, and the code is not used up', async () => {
    token = (await app.signIn('sun')).token
    const code = mint('sun')
    const needed = { status: 422, body: { code: 'consent-needed', facts: { kind: 'privacy', version: '2023-1' } } }
    expect(await byCode(code)).toMatchObject(needed)
    expect(await typed('12000001007')).toMatchObject(needed)
    const unknown = { kind: 'privacy', version: '1999-1' }
    expect(await app.call('POST', '/api/v1/me/consents', { token, body: unknown })).toMatchObject(needed)
    await app.agree(token)
    expect((await byCode(code)).status).toBe(200)
  })

  test('[danger 37] after two more logins, which replace the session key, the phone code still works', async () => {
    const code = mint()
    await app.signIn('zhang')
    await app.signIn('zhang')
    const answer = await byCode(code)
    expect(answer.status).toBe(200)
    expect(answer.body.phone).toEqual({ masked: '120****2001', verified: true })
  })

  test('a country code given as text is read like a number', async () => {
    world.wechat.control.switches.countryCodeAsString = true
    expect((await byCode(mint())).body.phone.verified).toBe(true)
  })

  test('[danger 40] a phone code older than five minutes is told to be over, and the next tap works', async () => {
    const code = mint()
    world.clock.advance(6 * 60_000)
    const over = await byCode(code)
    expect([over.status, over.body.code]).toEqual([409, 'phone-code-invalid'])
    for (let tap = 0; tap < 5; tap += 1) expect((await byCode('nonsense')).body.code).toBe('phone-code-invalid')
    expect((await byCode(mint())).status).toBe(200)
  })

  test('a login code is no phone code', async () => {
    expect((await byCode(world.wechat.control.mintLoginCode('zhang'))).body.code).toBe('phone-code-invalid')
  })

  test('[danger 41] where WeChat gives no number at all, a typed one is taken, unverified', async () => {
    token = (await app.signIn('he')).token
    await app.agree(token)
    world.wechat.control.switches.failPhone = true
    const failed = await byCode(mint('he'))
    expect([failed.status, failed.body.code]).toEqual([503, 'phone-unavailable'])
    const answer = await typed('12000003001')
    expect(answer.status).toBe(200)
    expect(answer.body.phone).toEqual({ masked: '120****3001', verified: false })
  })

  test("a typed number of a contact gives no contact's rights, the verified one does", async () => {
    await app.work()
    token = (await app.signIn('he')).token
    await app.agree(token)
    expect((await typed('12000003001')).body.contactOf).toEqual([])
    const verified = await byCode(mint('he'))
    expect(verified.body.contactOf).toEqual([
      { code: 'sample-health-department', name: expect.stringContaining('卫生'), role: 'department-contact' },
    ])
    expect((await typed('12000003001')).body.phone.verified).toBe(true)
    expect((await typed('12000003999')).body).toMatchObject({ phone: { verified: false }, contactOf: [] })
  })

  test('a contact who leaves the list loses the rights at the next request, and gets them back on return', async () => {
    await app.work()
    const me = async () => (await app.call('GET', '/api/v1/me', { token })).body.contactOf
    await byCode(mint())
    expect(await me()).toHaveLength(1)
    const { units } = world.office.control.reference()
    world.office.control.changeReference({ units: units.map((unit) => ({ ...unit, contacts: [] })) })
    world.clock.advance(60_000)
    await app.work()
    expect(await me()).toEqual([])
    world.office.control.changeReference({ units })
    world.clock.advance(60_000)
    await app.work()
    expect(await me()).toHaveLength(1)
  })

  test.each([['1200000200'], ['+8612000002001'], ['12000002001 '], ['二三四五六七八九十一二'], [''], [12000002001]])(
    'the typed number %p is refused, the field named',
    async (phone) => {
      const answer = await app.call('PUT', '/api/v1/me/phone', { token, body: { phone } })
      expect(answer.status).toBe(400)
      expect(answer.body.facts.fields[0].field).toBe('phone')
    },
  )
})
