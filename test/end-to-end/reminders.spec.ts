import type { NoticeList, NoticeView } from '@app/contract'
import { databaseKinds, World, type RunningApp } from '../../bff/src/app.fixture'
import { goTo, ok, Phone } from './applicant.fixture'

describe.each(databaseKinds)('reminders of what is to be done by a day, on %s', (kind) => {
  let world: World
  let app: RunningApp

  beforeAll(async () => {
    world = await World.open(kind)
    app = await world.start()
    await app.work()
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  const reminders = async (phone: Phone): Promise<NoticeView[]> =>
    ok<NoticeList>(await phone.get('/notices')).items.filter(({ name }) => name.startsWith('reminder-'))
  const namesOf = async (phone: Phone): Promise<string[]> => (await reminders(phone)).map(({ name }) => name)

  /** What one finds in the inbox after the turn at this time. */
  async function at(wallTime: string): Promise<void> {
    goTo(world, wallTime)
    await app.work()
  }

  it('come for a draft at half time and on the last morning, each once, and follow a date that the office moves', async () => {
    goTo(world, '2023-03-20T10:00:00')
    const li = await Phone.of(app, 'li')
    const draft = await li.draft()
    await at('2023-03-24T16:00:00')
    expect(await namesOf(li)).toEqual([])
    await at('2023-03-24T18:00:00')
    await at('2023-03-25T09:00:00')
    const [half, ...others] = await reminders(li)
    expect(others).toEqual([])
    expect(half).toMatchObject({
      name: 'reminder-submit',
      audience: 'applicant',
      until: '2023-03-28T16:00:00.000Z',
      place: { page: 'apply/tasks', query: { id: draft.id } },
    })
    expect(half?.todo).toContain('3月28日（周二）24:00 前')

    world.office.control.changeReference({ schedule: { registrationClosesOn: '2023-03-26' } })
    await at('2023-03-25T10:00:00')
    await at('2023-03-25T11:00:00')
    const [moved] = await reminders(li)
    expect(moved?.until).toBe('2023-03-26T16:00:00.000Z')
    expect(await namesOf(li)).toHaveLength(2)
    await at('2023-03-26T08:05:00')
    expect(await namesOf(li)).toHaveLength(3)
  })

  it('do not come for what is done: the unit is reminded of what waits for it, once for all', async () => {
    world.office.control.changeReference({ schedule: {} })
    await at('2023-03-26T09:00:00')
    const li = await Phone.of(app, 'li')
    await li.submitted()
    const before = (await namesOf(li)).filter((name) => name === 'reminder-submit').length
    const zhang = await Phone.of(app, 'zhang')
    await at('2023-03-29T08:05:00')
    const [list] = await reminders(zhang)
    expect(list).toMatchObject({ name: 'reminder-list', audience: 'contact', until: '2023-03-30T16:00:00.000Z' })
    await at('2023-04-06T08:05:00')
    await at('2023-04-06T09:00:00')
    expect((await namesOf(li)).filter((name) => name === 'reminder-submit')).toHaveLength(before)
    const [last, ...others] = (await reminders(zhang)).filter(({ name }) => name === 'reminder-review')
    expect(others).toEqual([])
    expect(last).toMatchObject({ title: '还有 1 份申报等您审核', place: { page: 'unit-desk/list' } })
  })
})
