import { sampleLimit, sampleSubject } from './catalogue/occasion.fixture'
import type { NoticeSubject } from '../applications/notice-door'
import { dueNow, personTasks, PlaceTasks, watched } from './reminder-plan'

const beijing = (time: string): Date => new Date(`${time}:00+08:00`)

/** What one is reminded of at this time of Beijing: name and which reminder it is. */
const remindedAt = (subject: NoticeSubject, time: string): string[] =>
  personTasks(subject)
    .flatMap((task) => dueNow(task, beijing(time)))
    .map(({ name, key }) => `${name} ${key.split(':').at(-1)}`)

const draft = sampleSubject({ state: 'draft', createdAt: beijing('2023-03-20T10:00') })
const returned = sampleSubject({
  state: 'office-returned',
  since: beijing('2023-03-23T10:00'),
  limit: sampleLimit,
})
const unpaid = (state: 'online' | 'counter' | 'closed', day = '2023-04-10') =>
  sampleSubject({
    state: state === 'counter' ? 'awaiting-counter-payment' : 'awaiting-payment',
    since: beijing('2023-04-06T10:00'),
    payment: state === 'closed' ? { state, reason: 'fee-not-set' } : { state, feeCents: 8000, deadline: day },
    payUntil: new Date(`${day}T24:00:00+08:00`),
  })
const promised = { state: 'confirmed' as const, openSupplements: ['papers.yearly-assessment:2022'] }

describe('a draft', () => {
  // Begun on 20 March at 10:00, half way to 28 March 24:00 is 24 March 17:00.
  it.each([
    ['before half time', '2023-03-24T16:59', []],
    ['at half time', '2023-03-24T17:00', ['reminder-submit half']],
    ['later, where nobody looked in between', '2023-03-27T12:00', ['reminder-submit half']],
    ['by night', '2023-03-24T21:00', []],
    ['before 08:00', '2023-03-28T07:59', []],
    ['on the last morning', '2023-03-28T08:00', ['reminder-submit last']],
    ['late on the last day', '2023-03-28T20:59', ['reminder-submit last']],
    ['when registration is over', '2023-03-29T08:00', []],
  ])('%s (%s): %j', (_, time, expected) => {
    expect(remindedAt(draft, time)).toEqual(expected)
  })

  it('of which nothing was filled in is no draft that one forgets', () => {
    const empty = { ...draft, name: undefined, unitName: undefined, occupation: undefined }
    expect(remindedAt(empty, '2023-03-28T08:00')).toEqual([])
  })

  it('begun on the last day is reminded of at half time only', () => {
    const late = { ...draft, createdAt: beijing('2023-03-28T10:00') }
    expect(remindedAt(late, '2023-03-28T10:05')).toEqual([])
    expect(remindedAt(late, '2023-03-28T17:00')).toEqual(['reminder-submit half'])
  })

  it('that was submitted is no more reminded of', () => {
    expect(remindedAt({ ...draft, state: 'unit-review' }, '2023-03-28T08:00')).toEqual([])
  })
})

describe('a date that the office moves', () => {
  const moved = { ...draft, registrationClosesAt: '2023-03-31T16:00:00.000Z' }
  const keyAt = (subject: NoticeSubject, time: string) =>
    personTasks(subject)
      .flatMap((task) => dueNow(task, beijing(time)))
      .map(({ key }) => key)

  it('is followed: half time and last morning are those of the new date', () => {
    expect(remindedAt(moved, '2023-03-26T04:59')).toEqual([])
    expect(remindedAt(moved, '2023-03-26T08:00')).toEqual(['reminder-submit half'])
    expect(remindedAt(moved, '2023-03-28T08:00')).toEqual(['reminder-submit half'])
    expect(remindedAt(moved, '2023-03-31T08:00')).toEqual(['reminder-submit last'])
  })

  it('is told anew, and an unmoved one is not', () => {
    expect(keyAt(draft, '2023-03-25T09:00')).toEqual(keyAt(draft, '2023-03-26T09:00'))
    expect(keyAt(moved, '2023-03-27T09:00')).not.toEqual(keyAt(draft, '2023-03-27T09:00'))
  })

  it('that is already over by the new date is not told', () => {
    expect(remindedAt({ ...draft, registrationClosesAt: '2023-03-24T16:00:00.000Z' }, '2023-03-25T09:00')).toEqual([])
  })
})

describe('a return', () => {
  // Returned on Thursday at 10:00, until Monday 24:00: half way is Saturday 17:00.
  it.each([
    ['just after it', '2023-03-23T10:05', []],
    ['at half time', '2023-03-25T17:00', ['reminder-correct half']],
    ['on the last morning', '2023-03-27T08:00', ['reminder-correct last']],
    ['when the limit is over', '2023-03-28T08:00', []],
  ])('%s (%s): %j', (_, time, expected) => {
    expect(remindedAt(returned, time)).toEqual(expected)
  })

  it('whose limit is not set is reminded of until the review closes', () => {
    const limit = { state: 'unknown', reason: 'not-set', windowClose: '2023-04-06', passed: false } as const
    const open = { ...returned, limit: { ...limit, until: '2023-04-06T16:00:00.000Z' } }
    expect(remindedAt(open, '2023-03-28T08:00')).toEqual([])
    expect(remindedAt(open, '2023-04-06T08:00')).toEqual(['reminder-correct last'])
  })

  it('that came a second time is reminded of again, though its last day is the same', () => {
    const again = { ...returned, since: beijing('2023-03-24T10:00') }
    const [first, second] = [returned, again].map((subject) => personTasks(subject)[0]?.turn)
    expect(first).not.toBe(second)
  })

  it('that was mended is not reminded of', () => {
    expect(remindedAt({ ...returned, state: 'office-review', limit: undefined }, '2023-03-27T08:00')).toEqual([])
  })
})

describe('a fee', () => {
  it.each([
    ['online', '2023-04-08T17:00', ['reminder-pay half']],
    ['online', '2023-04-10T08:00', ['reminder-pay last']],
    ['counter', '2023-04-10T08:00', ['reminder-pay last']],
    // Nobody can pay yet.
    ['closed', '2023-04-10T08:00', []],
    ['online', '2023-04-11T08:00', []],
  ] as const)('%s, at %s: %j', (state, time, expected) => {
    expect(remindedAt(unpaid(state), time)).toEqual(expected)
  })

  it('that came is not reminded of', () => {
    expect(
      remindedAt({ ...unpaid('online'), state: 'confirmed', payment: { state: 'not-due' } }, '2023-04-10T08:00'),
    ).toEqual([])
  })
})

describe('a promised paper', () => {
  it.each([
    ['2023-03-25T09:00', []],
    ['2023-05-11T09:00', ['reminder-supplement half']],
    ['2023-06-30T08:00', ['reminder-supplement last']],
    ['2023-07-01T08:00', []],
  ])('is reminded of before the exams begin: %s %j', (time, expected) => {
    expect(remindedAt(sampleSubject(promised), time)).toEqual(expected)
  })

  it.each([
    ['2023-07-07T20:00', []],
    ['2023-07-08T08:00', ['reminder-supplement week-1']],
    ['2023-07-14T20:00', ['reminder-supplement week-1']],
    ['2023-07-15T08:00', ['reminder-supplement week-2']],
  ])('is reminded of once a week while the exams go on: %s %j', (time, expected) => {
    expect(remindedAt(sampleSubject(promised), time)).toEqual(expected)
  })

  it('that came, or whose application has ended, is not reminded of', () => {
    expect(remindedAt(sampleSubject({ ...promised, openSupplements: [] }), '2023-06-30T08:00')).toEqual([])
    expect(remindedAt(sampleSubject({ ...promised, state: 'rejected' }), '2023-06-30T08:00')).toEqual([])
  })
})

describe('contacts', () => {
  const waiting = (since: string, changes: Partial<NoticeSubject> = {}) =>
    sampleSubject({ state: 'unit-review', since: beijing(since), listUntil: undefined, ...changes })
  const remindedPlaces = (subjects: NoticeSubject[], time: string) => {
    const places = new PlaceTasks()
    for (const subject of subjects) places.add(subject)
    return places
      .all()
      .flatMap((task) =>
        dueNow(task, beijing(time)).map(({ key }) => [task.placeKey, task.name, task.count, key.split(':').at(-1)]),
      )
  }

  it('of a unit get one reminder for all that waits, the time running from the oldest', () => {
    const all = [waiting('2023-03-28T10:00'), waiting('2023-03-20T10:00'), waiting('2023-03-27T10:00')]
    expect(remindedPlaces(all, '2023-03-29T08:00')).toEqual([['unit-contact:u-example', 'reminder-review', 3, 'half']])
    expect(remindedPlaces(all, '2023-03-28T20:59')).toEqual([])
    expect(remindedPlaces(all, '2023-04-06T08:00')).toEqual([['unit-contact:u-example', 'reminder-review', 3, 'last']])
    expect(remindedPlaces(all, '2023-04-07T08:00')).toEqual([])
  })

  it('get the same reminder once, whichever of them is the oldest by now', () => {
    const places = [new PlaceTasks(), new PlaceTasks()]
    places[0]?.add(waiting('2023-03-20T10:00'))
    places[1]?.add(waiting('2023-03-21T10:00'))
    const keys = places.flatMap((one) => one.all().flatMap((task) => dueNow(task, beijing('2023-04-01T10:00'))))
    expect(new Set(keys.map(({ key }) => key)).size).toBe(1)
  })

  it('of the department get theirs where it reviews, and those of the unit where it has lost its contacts', () => {
    const there = { state: 'department-review' } as const
    const all = [
      waiting('2023-03-20T10:00', there),
      waiting('2023-03-20T10:00', { ...there, departmentCode: undefined }),
    ]
    expect(remindedPlaces(all, '2023-04-06T08:00').map(([place]) => place)).toEqual([
      'department-contact:d-example',
      'unit-contact:u-example',
    ])
  })

  it('of a unit that the list does not have are nobody', () => {
    expect(remindedPlaces([waiting('2023-03-20T10:00', { unitCode: undefined })], '2023-04-06T08:00')).toEqual([])
  })

  it.each([
    ['while registration is open', '2023-03-28T20:00', []],
    ['on the first morning after it', '2023-03-29T08:00', ['first']],
    ['on the last morning', '2023-03-30T08:00', ['last']],
    ['when the limit is over', '2023-03-31T08:00', []],
  ])('are reminded of the list %s', (_, time, expected) => {
    const there = sampleSubject({ state: 'office-review' })
    expect(remindedPlaces([there, there], time).map(([, , , moment]) => moment)).toEqual(expected)
    const unset = { ...there, listUntil: undefined }
    expect(remindedPlaces([unset, { ...there, state: 'draft' }], time)).toEqual([])
  })
})

test('every state in which something is to be done is looked at', () => {
  for (const subject of [draft, returned, unpaid('online'), unpaid('counter'), sampleSubject(promised)])
    expect(watched).toContain(subject.state)
  expect(new Set(watched).size).toBe(watched.length)
})
