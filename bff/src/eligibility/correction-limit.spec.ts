import { configurePack, findPack, type Pack } from '@app/shared-rules'
import { correctionLimit } from './correction-limit'

const pack = findPack('jiaozuo-2023') as Pack
const two = { workDays: 2 }
/** A wall time in Beijing. */
const at = (text: string) => new Date(`${text}+08:00`)

describe('the limit of a correction', () => {
  it.each([
    ['2023-03-23T15:20:00', '2023-03-27'],
    ['2023-03-24T09:00:00', '2023-03-28'],
    ['2023-04-03T09:00:00', '2023-04-06'],
    // 23:30 Beijing is still Thursday, whatever the machine's zone.
    ['2023-03-23T23:30:00', '2023-03-27'],
    ['2023-03-24T00:10:00', '2023-03-28'],
  ])('of a return at %s is %s 24:00', (returned, day) => {
    const limit = correctionLimit(pack, at(returned), two, at(returned))
    expect(limit).toMatchObject({ state: 'set', nominal: day, effective: day, passed: false })
    expect(limit.until).toBe(at(`${day}T24:00:00`).toISOString())
  })

  it('is cut off by the close of the review window, and both are told', () => {
    expect(correctionLimit(pack, at('2023-04-04T10:00:00'), two, at('2023-04-04T10:00:00'))).toMatchObject({
      nominal: '2023-04-07',
      effective: '2023-04-06',
      until: '2023-04-06T16:00:00.000Z',
    })
  })

  it.each([
    ['2023-03-23T16:00:00', 2, false],
    ['2023-03-24T16:00:00', 1, false],
    ['2023-03-25T16:00:00', 1, false],
    ['2023-03-27T23:59:59', 0, false],
    ['2023-03-28T00:00:00', 0, true],
  ])('counts what is left: at %s %i working days (over: %s)', (now, workDaysLeft, passed) => {
    expect(correctionLimit(pack, at('2023-03-23T15:20:00'), two, at(now))).toMatchObject({ workDaysLeft, passed })
  })

  it('is said to be unknown where nobody has set it, and ends with the window', () => {
    expect(correctionLimit(pack, at('2023-03-23T15:20:00'), undefined, at('2023-04-06T23:59:59'))).toEqual({
      state: 'unknown',
      reason: 'not-set',
      windowClose: '2023-04-06',
      until: '2023-04-06T16:00:00.000Z',
      passed: false,
    })
    expect(correctionLimit(pack, at('2023-03-23T15:20:00'), undefined, at('2023-04-07T00:00:00')).passed).toBe(true)
  })

  it('is said to be unknown in a year whose holidays are not published, never counted by plain weekdays', () => {
    const later = configurePack(pack, { schedule: { reviewClosesOn: '2031-04-06' } })
    expect(correctionLimit(later, at('2031-03-24T10:00:00'), two, at('2031-03-24T10:00:00'))).toMatchObject({
      state: 'unknown',
      reason: 'calendar-unknown',
    })
  })
})
