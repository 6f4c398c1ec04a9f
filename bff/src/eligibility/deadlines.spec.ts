import { configurePack, findPack, type Pack } from '@app/shared-rules'
import { endOfDay, registration, reviewWindow } from './deadlines'

const pack = findPack('jiaozuo-2023') as Pack

describe('the window of registration', () => {
  it.each([
    ['2023-03-09T15:59:59Z', 'not-open'],
    ['2023-03-09T16:00:00Z', 'open'],
    ['2023-03-28T15:59:59Z', 'open'],
    ['2023-03-28T15:59:59.999Z', 'open'],
    ['2023-03-28T16:00:00Z', 'closed'],
  ])('at %s is %s', (now, state) => expect(registration(pack, new Date(now)).state).toBe(state))

  it('moves with the day that the office sets', () => {
    const later = configurePack(pack, { schedule: { registrationClosesOn: '2023-03-31' } })
    expect(registration(later, new Date('2023-03-28T16:00:00Z'))).toEqual({
      state: 'open',
      opensOn: '2023-03-10',
      closedAt: '2023-03-31T16:00:00.000Z',
    })
  })
})

test('[danger 87] 24:00 of a day is 00:00 of the next in Beijing, whatever the machine’s zone', () => {
  expect(endOfDay('2023-03-28').toISOString()).toBe('2023-03-28T16:00:00.000Z')
  expect(endOfDay('2024-02-29').toISOString()).toBe('2024-02-29T16:00:00.000Z')
  expect(endOfDay('2023-12-31').toISOString()).toBe('2023-12-31T16:00:00.000Z')
})

it.each([
  ['2023-04-06T15:59:59.999Z', false],
  ['2023-04-06T16:00:00.000Z', true],
])('at %s the review is closed: %s', (now, closed) => {
  expect(reviewWindow(pack, new Date(now))).toEqual({ closed, closedAt: '2023-04-06T16:00:00.000Z' })
})
